package dev.okxguard.cli.guard;

import dev.okxguard.cli.Document;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Json;
import dev.okxguard.guard.Policy;
import dev.okxguard.guard.Stage;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.HeartbeatFile;
import dev.okxguard.journal.JournalReader;
import dev.okxguard.journal.Latest;
import dev.okxguard.journal.Ledger;
import dev.okxguard.model.Environment;
import dev.okxguard.trade.TradingStop;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The document of `guard status`: the same fields whatever is missing, empty where nothing is
/// known.
record StatusDocument(Session session, StatusFacts facts) {

  ObjectNode json() {
    ObjectNode json =
        Document.of(
            facts.environment().map(Environment::word).orElse(""), facts.profile(), facts.uid());
    state(json);
    policy(json);
    record(json);
    json.set("heartbeat", heartbeat());
    journal(json);
    strings(json.putArray("trouble"), facts.trouble());
    return json;
  }

  private void state(ObjectNode json) {
    json.put("state", facts.state().word());
    json.put("reason", facts.state().why().orElse(""));
    json.put("since", text(facts.state().since()));
    json.put("by", facts.state().by());
    json.put("scope", facts.state().ofAll() ? "all" : facts.state().own() ? "account" : "");
  }

  private void policy(ObjectNode json) {
    Policy policy = facts.policy();
    json.put("readOnly", policy.readOnly());
    json.put("policy", policy.digest());
    json.put("waiting", facts.waiting());
    strings(json.putArray("problems"), policy.problems());
    facts.enforcement().ifPresent(it -> EnforcementView.put(it, json));
  }

  private void record(ObjectNode json) {
    Optional<Latest> latest = facts.ledger().map(Ledger::latest);
    json.put("stage", stage(latest).word());
    json.put("stageEnforced", facts.policy().stage().enforce());
    json.set("lastTrip", trip(latest.flatMap(Latest::tripped)));
    json.set("marks", marks(latest.flatMap(Latest::marks)));
    ObjectNode modes = json.putObject("modes");
    modes.put("posMode", text(latest.flatMap(Latest::pinned).map(Event.Pinned::posMode)));
    modes.put("acctLv", text(latest.flatMap(Latest::pinned).map(Event.Pinned::acctLv)));
    ObjectNode reconciled = json.putObject("reconciled");
    reconciled.put("at", text(latest.flatMap(Latest::reconciled).map(Event.Reconciled::at)));
    reconciled.put(
        "outcome", text(latest.flatMap(Latest::reconciled).map(Event.Reconciled::outcome)));
  }

  private static Stage stage(Optional<Latest> latest) {
    return latest.flatMap(Latest::promoted).flatMap(it -> Stage.of(it.stage())).orElse(Stage.DEMO);
  }

  private ObjectNode trip(Optional<Event.Tripped> tripped) {
    Duration cooldown = Duration.ofMinutes(facts.policy().breakers().cooldownMinutes());
    return Json.object()
        .put("breaker", text(tripped.map(Event.Tripped::breaker)))
        .put("at", text(tripped.map(Event.Tripped::at)))
        .put("reason", text(tripped.map(Event.Tripped::reason)))
        .put("cooldownUntil", text(tripped.map(it -> it.at().plus(cooldown))));
  }

  private ObjectNode heartbeat() {
    Instant now = session.time().now();
    String state =
        facts
            .heartbeat()
            .map(
                last ->
                    last.failed()
                        ? "failed"
                        : last.armedUntil().filter(now::isBefore).isPresent() ? "armed" : "expired")
            .orElse("off");
    return Json.object()
        .put("state", state)
        .put("until", text(facts.heartbeat().flatMap(HeartbeatFile.Last::armedUntil)))
        .put("text", text(facts.heartbeat().map(HeartbeatFile.Last::text)));
  }

  private static ObjectNode marks(Optional<Event.Marks> marks) {
    return Json.object()
        .put("at", text(marks.map(Event.Marks::at)))
        .put("equity", text(marks.map(it -> it.equity().toPlainString())))
        .put("dayStart", text(marks.map(it -> it.dayStart().toPlainString())))
        .put("highWater", text(marks.map(it -> it.highWater().toPlainString())));
  }

  private void journal(ObjectNode json) {
    ArrayNode open = json.putArray("openIntents");
    facts.ledger().ifPresent(it -> it.openIntents().forEach(i -> open.add(i.intent().intentId())));
    Instant midnight = session.time().now().truncatedTo(ChronoUnit.DAYS);
    json.put("entriesToday", facts.ledger().map(it -> it.entriesSince(midnight).size()).orElse(0));
    json.put("maxDailyTrades", facts.policy().maxDailyTrades());
    ObjectNode journal = json.putObject("journal");
    journal.put("records", facts.ledger().map(Ledger::records).orElse(0L));
    journal.put(
        "head",
        facts
            .account()
            .flatMap(it -> JournalReader.head(journalOf(it)))
            .map(head -> head.hash())
            .orElse(""));
  }

  private static Path journalOf(TradingStop account) {
    return account.state().journal(account.env(), account.uid());
  }

  private static void strings(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }
}
