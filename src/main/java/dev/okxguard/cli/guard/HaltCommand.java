package dev.okxguard.cli.guard;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Json;
import dev.okxguard.console.Report;
import dev.okxguard.journal.Halt;
import dev.okxguard.model.Fault;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// Stops trading at once: needs no network, no lock and no working journal.
@Reach(Reach.Kind.LOCAL)
@Command(
    name = "halt",
    description =
        "stop trading now; only cancel, close and kill still work, and only a person resumes."
            + " Needs no network. An account never used from here halts all accounts",
    footer = {
      "okx --demo guard halt",
      "okx guard halt --all --reason 'prices look wrong'",
      "touch ~/.okx/state/HALT        # the same for all accounts, without this program"
    })
final class HaltCommand extends BaseCommand {
  @Option(names = "--reason", paramLabel = "TEXT", description = "why, for the record")
  private String reason;

  @Option(names = "--all", description = "every account and environment of this state directory")
  private boolean all;

  private boolean configured = true;

  @Override
  protected Report run(Session session) {
    Halt halt = new Halt(session.state());
    String why = reason == null ? "halted by hand" : reason;
    Optional<String> uid = all ? Optional.empty() : session.knownUid();
    if (uid.isPresent()) {
      halt.set(session.environment(), uid.get(), why, session.time());
    } else {
      halt.setAll(why, session.time());
    }
    String environment = told(() -> session.environment().word(), session);
    String scope = uid.map(id -> environment + " account " + id).orElse("all accounts here");
    return Report.of(
        document(environment, session, uid, why),
        page -> page.line(page.palette().bad("halted") + "  " + scope + ": " + why));
  }

  /// What the configuration says, "" when it cannot be read: that must not keep a halt from
  /// happening.
  private String told(Supplier<String> word, Session session) {
    try {
      return word.get();
    } catch (Fault fault) {
      session.warn("Warning: " + fault.getMessage());
      configured = false;
      return "";
    }
  }

  @Override
  protected boolean namesEnvironment() {
    return configured;
  }

  private ObjectNode document(
      String environment, Session session, Optional<String> uid, String why) {
    ObjectNode json = Json.object();
    json.put("state", "halted");
    json.put("env", environment);
    json.put("profile", configured ? session.profile() : "");
    json.put("uid", uid.orElse(""));
    json.put("scope", uid.isPresent() ? "account" : "all");
    json.put("reason", why);
    return json;
  }
}
