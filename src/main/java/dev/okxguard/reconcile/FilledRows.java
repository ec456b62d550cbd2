package dev.okxguard.reconcile;

import dev.okxguard.journal.Event;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.Fill;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Fills as the journal keeps them, with the exchange's field names.
final class FilledRows {
  /// Fills in one record, so that no line grows without bounds.
  static final int MOST = 500;

  private FilledRows() {}

  static List<Event.Filled> events(List<Fill> fills) {
    List<Event.Filled> events = new ArrayList<>();
    for (int from = 0; from < fills.size(); from += MOST) {
      List<Fill> some = fills.subList(from, Math.min(from + MOST, fills.size()));
      events.add(new Event.Filled(some.stream().map(FilledRows::row).toList()));
    }
    return events;
  }

  private static ObjectNode row(Fill fill) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("tradeId", fill.tradeId())
        .put("billId", fill.billId())
        .put("ordId", fill.ordId())
        .put("clOrdId", fill.clOrdId())
        .put("instId", fill.instId())
        .put("side", fill.side().word())
        .put("posSide", fill.posSide().word())
        .put("fillSz", Decimals.text(fill.sz()))
        .put("fillPx", Decimals.text(fill.px()))
        .put("fee", Decimals.text(fill.fee()))
        .put("feeCcy", fill.feeCcy())
        .put("fillPnl", Decimals.text(fill.pnl()))
        .put("ts", Long.toString(fill.time().toEpochMilli()));
  }
}
