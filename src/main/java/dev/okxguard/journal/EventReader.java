package dev.okxguard.journal;

import java.math.BigDecimal;
import java.time.Instant;
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
    Optional<Event> plain = plain(line);
    return plain.isPresent() ? plain : of(line.type(), line.data(), line.seq());
  }

  /// The same without a tree, of what nearly all lines are; empty for all else.
  static Optional<Event> plain(Line line) {
    PlainFields fields = line.fields();
    try {
      Event event;
      switch (line.type()) {
        case "intent" -> event = intent(fields);
        case "outcome" -> event = outcome(fields);
        default -> {
          return Optional.empty();
        }
      }
      return fields.complete() ? Optional.of(event) : Optional.empty();
    } catch (ChainBreak e) {
      return Optional.empty();
    }
  }

  /// The event of that type; empty for one that no ledger follows.
  ///
  /// @throws ChainBreak when a field is missing or malformed
  static Optional<Event> of(String type, ObjectNode data, long seq) throws ChainBreak {
    Fields fields = new TreeFields(data, seq);
    return switch (type) {
      case "intent" -> Optional.of(intent(fields));
      case "outcome" -> Optional.of(outcome(fields));
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

  static Event.Intent intent(Fields fields) throws ChainBreak {
    String action = fields.text("action");
    String clOrdId = fields.text("clOrdId");
    String digest = fields.text("digest");
    boolean entry = fields.flag("entry");
    Optional<Instant> expiry = fields.time("expiry");
    String instId = fields.text("instId");
    String instType = fields.text("instType");
    String intentId = fields.text("intentId");
    Optional<String> key = fields.maybe("key");
    Optional<BigDecimal> notionalUsd = fields.decimal("notionalUsd");
    String policy = fields.text("policy");
    ObjectNode request = fields.object("request");
    return new Event.Intent(
        intentId,
        key,
        digest,
        action,
        instType,
        instId,
        clOrdId,
        entry,
        request,
        notionalUsd,
        expiry,
        policy);
  }

  static Event.Outcome outcome(Fields fields) throws ChainBreak {
    Optional<BigDecimal> accFillSz = fields.decimal("accFillSz");
    Optional<BigDecimal> avgPx = fields.decimal("avgPx");
    String clOrdId = fields.text("clOrdId");
    String code = fields.text("code");
    String intentId = fields.text("intentId");
    String message = fields.text("message");
    String ordId = fields.text("ordId");
    String outcome = fields.text("outcome");
    String state = fields.text("state");
    return new Event.Outcome(
        intentId, clOrdId, outcome, ordId, state, accFillSz, avgPx, code, message);
  }
}
