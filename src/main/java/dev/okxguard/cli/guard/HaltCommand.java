package dev.okxguard.cli.guard;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Json;
import dev.okxguard.console.Report;
import dev.okxguard.journal.Halt;
import dev.okxguard.model.Environment;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// Stops trading at once: needs no network, no lock and no working journal.
@Reach(Reach.Kind.LOCAL)
@Command(
    name = "halt",
    description =
        "stop trading now; only cancel, close and kill still work, and only a person resumes. Needs"
            + " no network. An account never used from here halts all accounts. The same without"
            + " this program: touch ~/.okx/state/HALT",
    footer = {"okx --demo guard halt", "okx guard halt --all --reason 'prices look wrong'"})
final class HaltCommand extends BaseCommand {
  @Option(names = "--reason", paramLabel = "TEXT", description = "why, for the record")
  private String reason;

  @Option(names = "--all", description = "every account and environment of this state directory")
  private boolean all;

  @Override
  protected Report run(Session session) {
    Halt halt = new Halt(session.state());
    String why = reason == null ? "halted by hand" : reason;
    Optional<String> uid = all ? Optional.empty() : session.knownUid();
    Environment environment = session.environment();
    if (uid.isPresent()) {
      halt.set(environment, uid.get(), why, session.time());
    } else {
      halt.setAll(why, session.time());
    }
    String scope = uid.map(id -> environment.word() + " account " + id).orElse("all accounts here");
    return Report.of(
        document(session, uid, why),
        page -> page.line(page.palette().bad("halted") + "  " + scope + ": " + why));
  }

  private static ObjectNode document(Session session, Optional<String> uid, String why) {
    ObjectNode json = Json.object();
    json.put("state", "halted");
    json.put("env", session.environment().word());
    json.put("profile", session.profile());
    json.put("uid", uid.orElse(""));
    json.put("scope", uid.isPresent() ? "account" : "all");
    json.put("reason", why);
    return json;
  }
}
