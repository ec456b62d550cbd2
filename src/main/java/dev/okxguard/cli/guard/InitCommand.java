package dev.okxguard.cli.guard;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.config.PolicyTemplate;
import dev.okxguard.console.Json;
import dev.okxguard.console.Report;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// Writes a policy from a few questions.
@Reach(Reach.Kind.WRITE)
@Command(
    name = "init",
    description = {
      "write a commented policy to ~/.okx/guard.toml from a few questions, on a terminal",
      "Shows it first, keeps a copy of what it replaces, and prints the commands that put it where"
          + " the agent cannot change it. --print writes the policy with its defaults to standard"
          + " output instead and asks nothing."
    },
    footer = {"okx guard init", "okx guard init --print > guard.toml"})
final class InitCommand extends BaseCommand {
  @Spec private CommandSpec spec;

  @Option(names = "--print", description = "print the commented policy, write nothing")
  private boolean print;

  @Override
  protected boolean namesEnvironment() {
    return false;
  }

  @Override
  protected Report run(Session session) {
    if (print) {
      return printed(PolicyTemplate.text(Map.of()));
    }
    if (!session.console().terminal()) {
      throw new ParameterException(
          spec.commandLine(), "this asks questions on a terminal; without one: --print");
    }
    session.person().mustBePresent("init");
    String text = PolicyTemplate.text(new Interview(session.console()).hold());
    NewPolicy policy = new NewPolicy(session.home().policy(), text, session.time());
    session.console().err().print("\n" + text + "\n");
    Optional<Path> kept = policy.write(session.console());
    boolean inForce = confirmed(session);
    return written(policy.path(), kept, inForce);
  }

  private static Report printed(String text) {
    return Report.of(Json.object().put("policy", text), page -> text.lines().forEach(page::line));
  }

  /// What a person just chose need not wait, if that person confirms it.
  private static boolean confirmed(Session session) {
    session.declared();
    Optional<Loosening> due =
        session
            .settings()
            .environment()
            .flatMap(env -> session.knownUid().map(uid -> new Loosening(session, env, uid)))
            .filter(Loosening::due);
    if (due.isEmpty()) {
      return true;
    }
    try {
      due.get().run(Optional.of("guard init"));
      return true;
    } catch (Fault fault) {
      if (fault.exitCode() != ExitCode.DENIED) {
        throw fault;
      }
      session.warn("Looser values wait: " + fault.getMessage());
      return false;
    }
  }

  private static Report written(Path path, Optional<Path> kept, boolean inForce) {
    ObjectNode json = Json.object();
    json.put("outcome", "written");
    json.put("path", path.toString());
    json.put("backup", kept.map(Path::toString).orElse(""));
    json.put("inForce", inForce);
    return Report.of(
        json,
        page -> {
          page.line(page.palette().good("written") + "  " + path);
          kept.ifPresent(old -> page.line("What was there: " + old));
          page.line(
              inForce
                  ? "Nothing waits: it is in force on accounts that are new to it; elsewhere okx"
                      + " guard limits tells."
                  : "What is looser waits; see okx guard limits.");
          page.gap();
          SystemWide.commands(path).forEach(page::line);
        });
  }
}
