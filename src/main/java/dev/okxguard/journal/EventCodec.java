package dev.okxguard.journal;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.Fill;

/// Events as payloads; see [EventReader] for the way back.
final class EventCodec {
  private EventCodec() {}

  static byte[] bytes(Event event) {
    return CanonicalObject.bytes(data -> put(event, data));
  }

  static void put(Event event, CanonicalObject data) {
    switch (event) {
      case Event.Intent intent -> putIntent(data, intent);
      case Event.Outcome outcome -> putOutcome(data, outcome);
      case Event.Denied denied -> putDenied(data, denied);
      case Event.Stopped stop -> data.put("by", stop.by()).put("reason", stop.reason());
      case Event.Resumed resumed -> data.put("by", resumed.by()).put("reason", resumed.reason());
      case Event.Tripped tripped ->
          data.put("at", Stamp.text(tripped.at()))
              .put("breaker", tripped.breaker())
              .put("reason", tripped.reason());
      case Event.Marks marks -> putMarks(data, marks);
      case Event.Tally tally ->
          data.put("at", Stamp.text(tally.at())).put("content", tally.content());
      case Event.Promoted promoted ->
          data.put("at", Stamp.text(promoted.at()))
              .put("evidence", promoted.evidence())
              .put("reason", promoted.reason())
              .put("stage", promoted.stage());
      case Event.TradingKey key -> data.put("at", Stamp.text(key.at())).put("perm", key.perm());
      case Event.Pinned pinned ->
          data.put("acctLv", pinned.acctLv()).put("posMode", pinned.posMode());
      case Event.Reconciled reconciled ->
          data.put("at", Stamp.text(reconciled.at()))
              .put("digest", reconciled.digest())
              .put("outcome", reconciled.outcome());
      case Event.Filled filled -> data.objects("fills", filled.fills(), EventCodec::putFill);
      case Event.Books books ->
          data.put("at", Stamp.text(books.at()))
              .put("content", books.content())
              .put("origin", books.origin())
              .put("reason", books.reason());
      case Event.Note note -> data.put("text", note.text()).put("topic", note.topic());
    }
  }

  /// With the exchange's field names.
  private static void putFill(Fill fill, CanonicalObject data) {
    data.put("billId", fill.billId())
        .put("clOrdId", fill.clOrdId())
        .put("fee", Decimals.text(fill.fee()))
        .put("feeCcy", fill.feeCcy())
        .put("fillPnl", Decimals.text(fill.pnl()))
        .put("fillPx", Decimals.text(fill.px()))
        .put("fillSz", Decimals.text(fill.sz()))
        .put("instId", fill.instId())
        .put("ordId", fill.ordId())
        .put("posSide", fill.posSide().word())
        .put("side", fill.side().word())
        .put("tradeId", fill.tradeId())
        .put("ts", Long.toString(fill.time().toEpochMilli()));
  }

  private static void putIntent(CanonicalObject data, Event.Intent intent) {
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
    data.put("policy", intent.policy()).put("request", intent.request());
  }

  private static void putOutcome(CanonicalObject data, Event.Outcome outcome) {
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

  private static void putDenied(CanonicalObject data, Event.Denied denied) {
    data.put("action", denied.action())
        .texts("denials", denied.denials())
        .put("draft", denied.draft())
        .put("instId", denied.instId());
    denied.key().ifPresent(key -> data.put("key", key));
    data.put("policy", denied.policy());
  }

  private static void putMarks(CanonicalObject data, Event.Marks marks) {
    data.put("at", Stamp.text(marks.at()))
        .put("dayStart", marks.dayStart().toPlainString())
        .put("equity", marks.equity().toPlainString())
        .put("highWater", marks.highWater().toPlainString())
        .put("lastBill", marks.lastBill());
  }
}
