package dev.okxguard.journal;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// Events as they stand in the journal: those that stay of interest after they were written.
final class EventReader {
  /// Types that no ledger follows by its events.
  static final Set<String> ASIDE =
      Set.of(Record.CHECKPOINT, Record.BOOKS, "denied", "fills", "note");

  private EventReader() {}

  /// What a line says; its payload must be a JSON object, whatever its type.
  static Optional<Event> of(Line line) throws ChainBreak {
    return of(line.type(), line.data(), line.seq());
  }

  /// The event of that type; empty for one that no ledger follows.
  ///
  /// @throws ChainBreak when a field is missing or malformed
  static Optional<Event> of(String type, ObjectNode data, long seq) throws ChainBreak {
    Fields fields = new Fields(data, seq);
    return switch (type) {
      case "intent" -> Optional.of(intent(data, seq));
      case "outcome" -> Optional.of(outcome(data, seq));
      case "halted" -> Optional.of(new Event.Halted(fields.text("reason"), fields.text("by")));
      case "reducing" -> Optional.of(new Event.Reducing(fields.text("reason"), fields.text("by")));
      case "resumed" -> Optional.of(new Event.Resumed(fields.text("reason"), fields.text("by")));
      case "tripped" ->
          Optional.of(
              new Event.Tripped(
                  fields.requiredTime("at"), fields.text("breaker"), fields.text("reason")));
      case "marks" ->
          Optional.of(
              new Event.Marks(
                  fields.requiredTime("at"),
                  fields.requiredDecimal("equity"),
                  fields.requiredDecimal("dayStart"),
                  fields.requiredDecimal("highWater"),
                  fields.text("lastBill")));
      case "tally" ->
          Optional.of(new Event.Tally(fields.requiredTime("at"), fields.object("content")));
      case "promoted" ->
          Optional.of(
              new Event.Promoted(
                  fields.requiredTime("at"),
                  fields.text("stage"),
                  fields.text("evidence"),
                  fields.text("reason")));
      case "trading-key" ->
          Optional.of(new Event.TradingKey(fields.requiredTime("at"), fields.text("perm")));
      case "pinned" -> Optional.of(new Event.Pinned(fields.text("posMode"), fields.text("acctLv")));
      case "reconciled" ->
          Optional.of(
              new Event.Reconciled(
                  fields.requiredTime("at"), fields.text("outcome"), fields.text("digest")));
      case "books" ->
          Optional.of(
              new Event.Books(
                  fields.requiredTime("at"),
                  fields.text("origin"),
                  fields.text("reason"),
                  fields.object("content")));
      default -> Optional.empty();
    };
  }

  static Event.Intent intent(ObjectNode data, long seq) throws ChainBreak {
    Fields fields = new Fields(data, seq);
    return new Event.Intent(
        fields.text("intentId"),
        fields.maybe("key"),
        fields.text("digest"),
        fields.text("action"),
        fields.text("instType"),
        fields.text("instId"),
        fields.text("clOrdId"),
        fields.flag("entry"),
        fields.object("request"),
        fields.decimal("notionalUsd"),
        fields.time("expiry"),
        fields.text("policy"));
  }

  static Event.Outcome outcome(ObjectNode data, long seq) throws ChainBreak {
    Fields fields = new Fields(data, seq);
    return new Event.Outcome(
        fields.text("intentId"),
        fields.text("clOrdId"),
        fields.text("outcome"),
        fields.text("ordId"),
        fields.text("state"),
        fields.decimal("accFillSz"),
        fields.decimal("avgPx"),
        fields.text("code"),
        fields.text("message"));
  }
}
