package dev.okxguard.journal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Events of which the last one stays in force until the next of its type: the newest of each, with
/// the time it was written.
public final class Latest {
  private final Map<String, Said> said = new TreeMap<>();

  Latest() {}

  /// @param time when it was written, by the local clock
  /// @param seq number of its record; later ones are higher
  public record Said(Instant time, long seq, Event event) {}

  /// The last halt and, when it came later, nothing: a resumption ends it.
  public Optional<Said> halted() {
    return unlessResumed("halted");
  }

  /// The last time trading was narrowed to exits; empty when a person resumed since.
  public Optional<Said> reducing() {
    return unlessResumed("reducing");
  }

  /// The last time a person let trading go on.
  public Optional<Said> resumed() {
    return get("resumed");
  }

  /// The breaker that tripped last.
  public Optional<Event.Tripped> tripped() {
    return get("tripped").map(it -> (Event.Tripped) it.event());
  }

  /// Whether a breaker tripped and nobody resumed since.
  public boolean trippedSinceResumed() {
    return get("tripped")
        .filter(trip -> resumed().stream().noneMatch(it -> it.seq > trip.seq))
        .isPresent();
  }

  /// What losses are measured against; empty when they are to be measured anew, since nothing was
  /// measured yet or a person resumed.
  public Optional<Event.Marks> marks() {
    return unlessResumed("marks").map(it -> (Event.Marks) it.event());
  }

  /// The stage a person granted last.
  public Optional<Event.Promoted> promoted() {
    return get("promoted").map(it -> (Event.Promoted) it.event());
  }

  /// The modes that the account is meant to have; empty when they are to be pinned anew.
  public Optional<Event.Pinned> pinned() {
    return unlessResumed("pinned").map(it -> (Event.Pinned) it.event());
  }

  /// The last time a key that may trade was seen while the account was only to be watched.
  public Optional<Event.TradingKey> tradingKey() {
    return get("trading-key").map(it -> (Event.TradingKey) it.event());
  }

  /// What the account should hold, with the number of its record; empty when nobody counted yet.
  public Optional<Said> books() {
    return get("books");
  }

  /// The last comparison with the exchange.
  public Optional<Event.Reconciled> reconciled() {
    return get("reconciled").map(it -> (Event.Reconciled) it.event());
  }

  private Optional<Said> unlessResumed(String type) {
    return get(type).filter(last -> resumed().stream().noneMatch(it -> it.seq > last.seq));
  }

  private Optional<Said> get(String type) {
    return Optional.ofNullable(said.get(type));
  }

  /// Takes the record in if its type is one of these.
  void apply(Line line) throws ChainBreak {
    Optional<Event> event = event(line.type(), line.data(), line.seq());
    if (event.isPresent()) {
      said.put(line.type(), new Said(line.time(), line.seq(), event.get()));
    }
  }

  void restore(Latest other) {
    if (other != this) {
      said.clear();
      said.putAll(other.said);
    }
  }

  ObjectNode data() {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    said.forEach(
        (type, last) ->
            data.putObject(type)
                .put("time", Stamp.text(last.time()))
                .put("seq", last.seq())
                .set("data", EventCodec.data(last.event())));
    return data;
  }

  /// What a checkpoint carries.
  static Latest of(JsonNode data, long seq) throws ChainBreak {
    Latest latest = new Latest();
    for (Map.Entry<String, JsonNode> item : data.properties()) {
      if (!(item.getValue() instanceof ObjectNode said)) {
        throw new ChainBreak(seq, "its list of latest events is malformed");
      }
      Fields fields = new Fields(said, seq);
      Event event =
          event(item.getKey(), fields.object("data"), seq)
              .orElseThrow(() -> new ChainBreak(seq, "it carries an event it does not know"));
      latest.said.put(
          item.getKey(), new Said(fields.requiredTime("time"), said.path("seq").asLong(), event));
    }
    return latest;
  }

  private static Optional<Event> event(String type, ObjectNode data, long seq) throws ChainBreak {
    Fields fields = new Fields(data, seq);
    return switch (type) {
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
}
