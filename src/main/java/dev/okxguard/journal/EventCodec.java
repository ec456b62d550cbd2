package dev.okxguard.journal;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Events as JSON payloads; see [EventReader] for the way back.
final class EventCodec {
  private EventCodec() {}

  static ObjectNode data(Event event) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    switch (event) {
      case Event.Intent intent -> putIntent(data, intent);
      case Event.Outcome outcome -> putOutcome(data, outcome);
      case Event.Denied denied -> putDenied(data, denied);
      case Event.Stopped stop -> data.put("reason", stop.reason()).put("by", stop.by());
      case Event.Resumed resumed -> data.put("reason", resumed.reason()).put("by", resumed.by());
      case Event.Tripped tripped ->
          data.put("at", Stamp.text(tripped.at()))
              .put("breaker", tripped.breaker())
              .put("reason", tripped.reason());
      case Event.Marks marks -> putMarks(data, marks);
      case Event.Tally tally ->
          data.put("at", Stamp.text(tally.at())).set("content", tally.content());
      case Event.Promoted promoted ->
          data.put("at", Stamp.text(promoted.at()))
              .put("stage", promoted.stage())
              .put("evidence", promoted.evidence())
              .put("reason", promoted.reason());
      case Event.TradingKey key -> data.put("at", Stamp.text(key.at())).put("perm", key.perm());
      case Event.Pinned pinned ->
          data.put("posMode", pinned.posMode()).put("acctLv", pinned.acctLv());
      case Event.Reconciled reconciled ->
          data.put("at", Stamp.text(reconciled.at()))
              .put("outcome", reconciled.outcome())
              .put("digest", reconciled.digest());
      case Event.Filled filled -> filled.fills().forEach(data.putArray("fills")::add);
      case Event.Books books ->
          data.put("at", Stamp.text(books.at()))
              .put("origin", books.origin())
              .put("reason", books.reason())
              .set("content", books.content());
      case Event.Note note -> data.put("topic", note.topic()).put("text", note.text());
    }
    return data;
  }

  /// In the order of the alphabet, as it is written in the end: then nothing is left to sort.
  private static void putIntent(ObjectNode data, Event.Intent intent) {
    data.put("action", intent.action())
        .put("clOrdId", intent.clOrdId())
        .put("digest", intent.digest())
        .put("entry", intent.entry());
    intent.expiry().ifPresent(expiry -> data.put("expiry", Stamp.text(expiry)));
    data.put("instId", intent.instId())
        .put("instType", intent.instType())
        .put("intentId", intent.intentId());
    intent.key().ifPresent(key -> data.put("key", key));
    intent.notionalUsd().ifPresent(usd -> data.put("notionalUsd", usd.toPlainString()));
    data.put("policy", intent.policy()).set("request", intent.request());
  }

  private static void putOutcome(ObjectNode data, Event.Outcome outcome) {
    outcome.accFillSz().ifPresent(size -> data.put("accFillSz", size.toPlainString()));
    outcome.avgPx().ifPresent(price -> data.put("avgPx", price.toPlainString()));
    data.put("clOrdId", outcome.clOrdId())
        .put("code", outcome.code())
        .put("intentId", outcome.intentId())
        .put("message", outcome.message())
        .put("ordId", outcome.ordId())
        .put("outcome", outcome.outcome())
        .put("state", outcome.state());
  }

  private static void putDenied(ObjectNode data, Event.Denied denied) {
    data.put("action", denied.action())
        .put("instId", denied.instId())
        .put("policy", denied.policy())
        .set("draft", denied.draft());
    denied.key().ifPresent(key -> data.put("key", key));
    denied.denials().forEach(data.putArray("denials")::add);
  }

  private static void putMarks(ObjectNode data, Event.Marks marks) {
    data.put("at", Stamp.text(marks.at()))
        .put("equity", marks.equity().toPlainString())
        .put("dayStart", marks.dayStart().toPlainString())
        .put("highWater", marks.highWater().toPlainString())
        .put("lastBill", marks.lastBill());
  }
}
