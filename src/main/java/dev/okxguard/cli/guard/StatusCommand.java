package dev.okxguard.cli.guard;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Document;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Page;
import dev.okxguard.console.Report;
import dev.okxguard.journal.Halt;
import dev.okxguard.journal.JournalReader;
import dev.okxguard.journal.Ledger;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The trading state of this machine's account, read from disk alone.
@Reach(Reach.Kind.LOCAL)
@Command(
    name = "status",
    description = "trading state, open intents, today's entries and policy problems; from disk",
    footer = {"okx --paper guard status", "okx --demo guard status --json"})
final class StatusCommand extends BaseCommand {
  @Override
  protected Report run(Session session) {
    Environment environment = session.environment();
    Optional<String> uid = session.knownUid();
    Halt halt = new Halt(session.state());
    Optional<String> halted =
        uid.isPresent() ? halt.reason(environment, uid.get()) : halt.reasonForAll();
    Optional<Ledger> ledger = uid.flatMap(id -> ledger(session, id));
    List<String> problems = session.policy().problems();
    ObjectNode json = Document.of(session, uid.orElse(""));
    json.put("state", halted.isPresent() ? "halted" : "active");
    json.put("reason", halted.orElse(""));
    json.put("readOnly", session.policy().readOnly());
    json.put("policy", session.policy().digest());
    ArrayNode trouble = json.putArray("problems");
    problems.forEach(trouble::add);
    ArrayNode open = json.putArray("openIntents");
    ledger.ifPresent(l -> l.openIntents().forEach(i -> open.add(i.intent().intentId())));
    json.put("entriesToday", ledger.map(l -> today(l, session)).orElse(0));
    json.put("maxDailyTrades", session.policy().maxDailyTrades());
    return Report.of(json, page -> text(page, json));
  }

  private static Optional<Ledger> ledger(Session session, String uid) {
    Path journal = session.state().journal(session.environment(), uid);
    if (!Files.isDirectory(journal)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JournalReader.ledger(journal));
    } catch (Fault fault) {
      session.progress("the journal cannot be read: " + fault.getMessage());
      throw fault;
    }
  }

  private static int today(Ledger ledger, Session session) {
    Instant midnight = session.time().now().truncatedTo(ChronoUnit.DAYS);
    return ledger.entriesSince(midnight).size();
  }

  private static void text(Page page, ObjectNode json) {
    boolean halted = json.path("state").asString().equals("halted");
    String state = json.path("state").asString();
    page.line(
        "Trading state: "
            + (halted ? page.palette().bad(state) : page.palette().good(state))
            + (halted ? "  " + json.path("reason").asString() : ""));
    Map<String, String> pairs = new LinkedHashMap<>();
    String uid = json.path("uid").asString();
    pairs.put("uid", uid.isEmpty() ? "not known yet: no command has used this key" : uid);
    pairs.put("read-only", json.path("readOnly").asBoolean() ? "yes" : "no");
    pairs.put(
        "entries today",
        json.path("entriesToday").asInt() + " of " + json.path("maxDailyTrades").asInt());
    pairs.put("open intents", Integer.toString(json.path("openIntents").size()));
    page.pairs(pairs);
    json.path("problems")
        .forEach(
            problem ->
                page.line(page.palette().bad("policy: ") + problem.asString())
                    .line("Entries are denied until that is mended."));
  }
}
