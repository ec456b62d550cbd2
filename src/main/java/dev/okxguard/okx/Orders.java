package dev.okxguard.okx;

import dev.okxguard.model.Attachment;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderState;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.util.List;

/// OKX's order and fill rows as our values (reference c.4).
final class Orders {
  private Orders() {}

  static Order order(Row row) {
    InstType type = row.word("instType", InstType::of);
    return new Order(
        type,
        row.text("instId"),
        row.text("ordId"),
        row.textOrEmpty("clOrdId"),
        row.textOrEmpty("tag"),
        row.word("side", Side::of),
        posSide(row, type),
        row.word("tdMode", TdMode::of),
        row.word("ordType", OrdType::of),
        row.optionalNumber("px"),
        row.number("sz"),
        row.textOrEmpty("tgtCcy"),
        row.flag("reduceOnly"),
        row.word("state", OrderState::of),
        row.number("accFillSz"),
        row.positiveNumber("avgPx"),
        row.optionalNumber("fee"),
        row.textOrEmpty("feeCcy"),
        row.textOrEmpty("category"),
        row.textOrEmpty("cancelSource"),
        row.textOrEmpty("algoId"),
        row.textOrEmpty("algoClOrdId"),
        attached(row),
        row.time("cTime"),
        row.time("uTime"));
  }

  /// The trade's own time where the row has one: `ts` is when the record was written.
  static Fill fill(Row row) {
    InstType type = row.word("instType", InstType::of);
    return new Fill(
        type,
        row.text("instId"),
        row.text("tradeId"),
        row.text("billId"),
        row.text("ordId"),
        row.textOrEmpty("clOrdId"),
        row.word("side", Side::of),
        posSide(row, type),
        row.number("fillPx"),
        row.number("fillSz"),
        row.number("fee"),
        row.textOrEmpty("feeCcy"),
        row.number("fillPnl"),
        row.optionalTime("fillTime").orElseGet(() -> row.time("ts")));
  }

  private static List<Attachment> attached(Row row) {
    return row.list("attachAlgoOrds").stream()
        .map(
            leg ->
                new Attachment(
                    leg.textOrEmpty("attachAlgoClOrdId"),
                    Algos.stop(leg),
                    leg.positiveNumber("sz"),
                    leg.textOrEmpty("failCode")))
        .toList();
  }

  /// Spot has no legs: OKX writes "" or `net` there.
  static PosSide posSide(Row row, InstType type) {
    boolean none = row.textOrEmpty("posSide").isEmpty();
    return none && !type.contracts() ? PosSide.NET : row.word("posSide", PosSide::of);
  }
}
