package dev.okxguard.cli.guard;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Document;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.config.EffectivePolicy;
import dev.okxguard.config.Limit;
import dev.okxguard.config.Waiting;
import dev.okxguard.console.Json;
import dev.okxguard.console.Page;
import dev.okxguard.console.Report;
import dev.okxguard.console.Table;
import dev.okxguard.model.Environment;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Every limit in force, what is used of it, and the file it comes from.
@Reach(Reach.Kind.WRITE)
@Command(
    name = "limits",
    description = {
      "limits in force, what is used of them today, where each comes from, and what waits",
      "From disk alone, unless --use asks for the account. A looser limit waits for"
          + " policy.loosen_delay on each account, or until a person confirms it with --loosen: on"
          + " a terminal, with a typed phrase and a reason, for that account alone."
    },
    footer = {
      "okx guard limits",
      "okx --demo guard limits --use",
      "okx --live guard limits --loosen --reason 'larger account'",
      "okx guard limits --json"
    })
final class LimitsCommand extends BaseCommand {
  @Spec private CommandSpec spec;

  @Option(names = "--use", description = "read the account and show what is used of each limit")
  private boolean use;

  @Option(
      names = "--loosen",
      description = "put what the policy files say in force at once; for a person at a terminal")
  private boolean loosen;

  @Option(names = "--reason", paramLabel = "TEXT", description = "with --loosen: why")
  private String reason;

  @Override
  protected Report run(Session session) {
    if (reason != null && !loosen) {
      throw new ParameterException(spec.commandLine(), "--reason goes with --loosen only");
    }
    return loosen ? loosen(session) : shown(session);
  }

  private Report loosen(Session session) {
    Environment environment = session.writeEnvironment();
    Optional<Loosening> due =
        session
            .knownUid()
            .map(uid -> new Loosening(session, environment, uid))
            .filter(Loosening::due);
    ObjectNode json = Document.of(session);
    json.put("outcome", due.isPresent() ? "loosened" : "unchanged");
    json.put("policy", due.map(it -> it.run(Optional.ofNullable(reason))).orElse(""));
    return Report.of(
        json,
        page ->
            page.line(
                due.isPresent()
                    ? page.palette().good("loosened") + "  what the policy files say is in force"
                    : "Nothing waits: what the policy files say is in force."));
  }

  private Report shown(Session session) {
    Optional<String> uid = session.knownUid();
    EffectivePolicy policy = session.limits();
    Map<String, String> used = use ? Usage.now(session) : Usage.onRecord(session, uid);
    ObjectNode json = Document.of(session, uid.orElse(""));
    json.put("policy", session.policy().digest());
    ArrayNode limits = json.putArray("limits");
    policy.limits().forEach(limit -> limits.add(item(limit, used)));
    ArrayNode waiting = json.putArray("waiting");
    policy.waiting().forEach(it -> waiting.add(item(it)));
    ArrayNode problems = json.putArray("problems");
    session.policy().problems().forEach(problems::add);
    EnforcementView.put(session.enforcement(), json);
    return Report.of(json, page -> text(page, json));
  }

  private static ObjectNode item(Limit limit, Map<String, String> used) {
    return Json.object()
        .put("key", limit.key())
        .put("value", limit.value())
        .put("used", used.getOrDefault(limit.key(), ""))
        .put("source", limit.source());
  }

  private static ObjectNode item(Waiting waiting) {
    return Json.object()
        .put("key", waiting.key())
        .put("value", waiting.value())
        .put("source", waiting.source())
        .put("since", waiting.since().map(Object::toString).orElse(""))
        .put("until", waiting.until().map(Object::toString).orElse(""));
  }

  private static void text(Page page, ObjectNode json) {
    Table table = new Table("limit", "value", "used", "source");
    for (var limit : json.path("limits")) {
      table.row(
          limit.path("key").asString(),
          limit.path("value").asString(),
          limit.path("used").asString(),
          limit.path("source").asString());
    }
    page.table(table, "No limits.");
    json.path("waiting")
        .forEach(
            it ->
                page.line(
                    page.palette().warn("waiting: ")
                        + it.path("key").asString()
                        + " = "
                        + it.path("value").asString()
                        + ", "
                        + when(it.path("until").asString())
                        + ", as "
                        + it.path("source").asString()
                        + " says"));
    json.path("problems").forEach(it -> page.line(page.palette().bad("problem: ") + it.asString()));
    EnforcementView.text(json, page);
  }

  private static String when(String until) {
    return until.isEmpty()
        ? "from loosen_delay after the next command that enters the account"
        : "from " + until;
  }
}
