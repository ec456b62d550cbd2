package dev.okxguard.paper.engine;

import dev.okxguard.model.Instrument;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An order as OKX shows it.
final class OrderRow {
  private OrderRow() {}

  static ObjectNode of(Instrument instrument, OwnOrder order) {
    Terms terms = order.terms();
    Row row =
        new Row()
            .text("instType", terms.instType().name())
            .text("instId", terms.instId())
            .text("ordId", order.ordId())
            .text("clOrdId", terms.clOrdId())
            .text("tag", terms.tag())
            .text("tdMode", terms.tdMode().word())
            .text("ccy", terms.ccy())
            .text("side", terms.side().word())
            .text("posSide", terms.posSide().word())
            .text("ordType", terms.ordType().word())
            .number("px", terms.px())
            .number("sz", terms.sz())
            .text("tgtCcy", terms.tgtCcy())
            .number("lever", terms.lever())
            .text("reduceOnly", Boolean.toString(terms.reduceOnly()))
            .text("stpMode", terms.stpMode())
            .text("tradeQuoteCcy", terms.spot() ? instrument.quoteCcy() : "")
            .time("cTime", order.created());
    return constant(stops(progress(row, instrument, order), terms), terms).build();
  }

  private static Row progress(Row row, Instrument instrument, OwnOrder order) {
    Progress progress = order.progress();
    Terms terms = order.terms();
    boolean baseFee = terms.spot() && terms.side() == Side.BUY;
    String rebateCcy = baseFee ? instrument.quoteCcy() : instrument.baseCcy();
    Optional<Progress.Last> last = progress.last();
    last.ifPresentOrElse(
        fill -> row.text("tradeId", fill.tradeId()).time("fillTime", fill.time()),
        () -> row.blank("tradeId", "fillTime"));
    return row.text("state", progress.state().word())
        .number("accFillSz", progress.filled())
        .number("avgPx", progress.avgPx())
        .number("fillPx", last.map(Progress.Last::px))
        .number("fillSz", last.map(Progress.Last::sz).orElse(BigDecimal.ZERO))
        .number("fee", progress.fee())
        .text("feeCcy", Settlement.feeCcy(instrument, terms))
        .zero("rebate")
        .text("rebateCcy", terms.spot() ? rebateCcy : instrument.settleCcy())
        .number("pnl", progress.pnl())
        .text("cancelSource", progress.cancelSource())
        .time("uTime", progress.updated());
  }

  /// A single take-profit and stop-loss is also shown in the order's own fields.
  private static Row stops(Row row, Terms terms) {
    Optional<Attached> only =
        terms.attached().size() == 1 ? Optional.of(terms.attached().getFirst()) : Optional.empty();
    Target.put(row, "tp", only.flatMap(Attached::tp));
    Target.put(row, "sl", only.flatMap(Attached::sl));
    Optional<Terms.Origin> origin = terms.origin();
    return row.node("attachAlgoOrds", AlgoRow.attached(terms))
        .text("attachAlgoClOrdId", only.map(Attached::algoClOrdId).orElse(""))
        .text("algoId", origin.map(Terms.Origin::algoId).orElse(""))
        .text("algoClOrdId", origin.map(Terms.Origin::algoClOrdId).orElse(""))
        .text("source", origin.map(Terms.Origin::source).orElse(""));
  }

  private static Row constant(Row row, Terms terms) {
    return row.text("category", terms.category().word())
        .text("isTpLimit", "false")
        .node("linkedAlgoOrd", JsonNodeFactory.instance.objectNode().put("algoId", ""))
        .blank(
            "cancelSourceReason", "outcome", "pxType", "pxUsd", "pxVol", "quickMgnType", "stpId");
  }
}
