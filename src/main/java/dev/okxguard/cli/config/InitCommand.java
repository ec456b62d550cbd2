package dev.okxguard.cli.config;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.Setup;
import dev.okxguard.config.ConfigTarget;
import dev.okxguard.config.NewProfile;
import dev.okxguard.console.Console;
import dev.okxguard.console.Page;
import dev.okxguard.console.Palette;
import dev.okxguard.console.Report;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Adds a profile to the configuration file from a few questions.
@Reach(Reach.Kind.WRITE)
@Command(
    name = "init",
    description = {
      "add a profile to the configuration file from a few questions, on a terminal",
      "Key, secret and passphrase are typed unseen and tried at OKX before anything is written."
          + " What stands in the file stays as it is. Global options answer questions ahead:"
          + " profile, environment, read-only, file. --print writes a profile to be completed by"
          + " hand to standard output instead and asks nothing."
    },
    footer = {"okx config init", "okx --demo config init", "okx config init --print"})
final class InitCommand extends BaseCommand {
  @Spec private CommandSpec spec;

  @Option(names = "--print", description = "print a profile with stand-ins, write nothing")
  private boolean print;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "a test server on this machine instead of OKX, such as okx paper serve")
  private String baseUrl;

  @Override
  protected boolean namesEnvironment() {
    return false;
  }

  @Override
  protected Report run(Session session) {
    Setup setup = Setup.of(spec);
    Optional<URI> server = Optional.ofNullable(baseUrl).map(NewProfile::loopback);
    judge(setup);
    if (print) {
      return ByHand.of(setup, server);
    }
    if (!session.console().terminal()) {
      throw new ParameterException(
          spec.commandLine(),
          "this asks questions on a terminal; without one, okx config init --print shows what to"
              + " write by hand");
    }
    return held(session, setup, server);
  }

  private static void judge(Setup setup) {
    if (setup.flags().environment().equals(Optional.of(Environment.PAPER))) {
      throw new Fault(
          ExitCode.USAGE, "the paper exchange needs no profile", "okx --paper account balance");
    }
    setup
        .flags()
        .profile()
        .flatMap(NewProfile::problemOfName)
        .ifPresent(
            problem -> {
              throw new Fault(ExitCode.USAGE, "--profile: " + problem, "");
            });
  }

  private static Report held(Session session, Setup setup, Optional<URI> server) {
    ConfigTarget target = ConfigTarget.of(setup.flags(), setup.environment());
    setup
        .flags()
        .profile()
        .flatMap(target::taken)
        .ifPresent(
            taken -> {
              throw taken;
            });
    ProfileInterview interview = new ProfileInterview(session.console(), setup.flags(), server);
    NewKey key = NewKey.tried(session, setup, target, interview);
    confirm(session.console(), target, key);
    key.addition().write();
    return key.written(target);
  }

  private static void confirm(Console console, ConfigTarget target, NewKey key) {
    Page page = new Page(new Palette(false));
    key.write(page);
    page.lines().forEach(console.err()::println);
    String word = key.view().account().canWithdraw() ? "withdraw" : "write";
    String question =
        "Type %s to add [profiles.%s] to %s: ".formatted(word, key.profile().name(), target.path());
    if (!console.ask(question).map(String::strip).filter(word::equals).isPresent()) {
      throw new Fault(ExitCode.DENIED, "not confirmed; nothing was written", "");
    }
  }
}
