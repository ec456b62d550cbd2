package dev.okxguard.paper.engine;

import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An algo order as OKX shows it.
final class AlgoRow {
  private AlgoRow() {}

  static ObjectNode of(Instrument instrument, Algo algo) {
    AlgoTerms terms = algo.terms();
    Terms order = terms.order();
    Row row =
        new Row()
            .text("algoId", algo.algoId())
            .text("algoClOrdId", terms.algoClOrdId())
            .text("clOrdId", "")
            .text("instType", order.instType().name())
            .text("instId", order.instId())
            .text("tdMode", order.tdMode().word())
            .text("ccy", order.ccy())
            .text("tag", order.tag())
            .text("side", order.side().word())
            .text("posSide", order.posSide().word())
            .text("ordType", terms.type().word())
            .text("tgtCcy", order.tgtCcy())
            .number("lever", order.lever())
            .number("sz", terms.closesAll() ? Optional.empty() : Optional.of(order.sz()))
            .text("closeFraction", terms.closesAll() ? "1" : "")
            .text("reduceOnly", Boolean.toString(order.reduceOnly()))
            .text("cxlOnClosePos", Boolean.toString(terms.bound()))
            .text("isTradeBorrowMode", "")
            .text("tradeQuoteCcy", order.instType() == InstType.SPOT ? instrument.quoteCcy() : "")
            .text("state", algo.state().word())
            .number("last", algo.last())
            .node("linkedOrd", JsonNodeFactory.instance.objectNode().put("ordId", algo.parent()))
            .node("attachAlgoOrds", attached(order))
            .time("cTime", algo.created())
            .time("uTime", algo.updated());
    return absent(fired(targets(row, algo), algo)).build();
  }

  static ArrayNode attached(Terms order) {
    return Row.list(order.attached().stream().map(Attached::row).toList());
  }

  private static Row targets(Row row, Algo algo) {
    AlgoTerms terms = algo.terms();
    Target.put(Target.put(row, "tp", terms.tp()), "sl", terms.sl());
    Optional<Target> trigger = terms.trigger();
    Optional<Trail> trail = terms.trail();
    return row.number("triggerPx", trigger.map(Target::triggerPx))
        .text("triggerPxType", trigger.map(target -> target.type().word()).orElse(""))
        .text("ordPx", trigger.map(Target::ordPxWord).orElse(""))
        .text("advanceOrdType", advanced(terms))
        .number("callbackRatio", trail.flatMap(Trail::ratio))
        .number("callbackSpread", trail.flatMap(Trail::spread))
        .number("activePx", trail.flatMap(Trail::activation).map(Target::triggerPx))
        .number("moveTriggerPx", trail.flatMap(known -> algo.best().map(known::trigger)));
  }

  private static String advanced(AlgoTerms terms) {
    return switch (terms.priced()) {
      case FOK, IOC -> terms.priced().word();
      case LIMIT, MARKET, POST_ONLY, OPTIMAL_LIMIT_IOC, MMP, MMP_AND_POST_ONLY, RPI, OP_FOK -> "";
    };
  }

  private static Row fired(Row row, Algo algo) {
    Optional<Algo.Fired> fired = algo.fired();
    ArrayNode orders = JsonNodeFactory.instance.arrayNode();
    fired.map(Algo.Fired::ordId).filter(ordId -> !ordId.isEmpty()).ifPresent(orders::add);
    fired.ifPresentOrElse(
        what -> row.time("triggerTime", what.time()), () -> row.zero("triggerTime"));
    boolean placed = algo.state() == AlgoState.EFFECTIVE;
    return row.node("ordIdList", orders)
        .text("ordId", fired.map(Algo.Fired::ordId).orElse(""))
        .text("actualSide", fired.map(Algo.Fired::side).orElse(""))
        .number("actualPx", fired.filter(what -> placed).map(Algo.Fired::px))
        .number("actualSz", fired.filter(what -> placed).map(Algo.Fired::sz))
        .text("failCode", fired.map(Algo.Fired::failCode).orElse(""));
  }

  private static Row absent(Row row) {
    return row.zero("amendPxOnTriggerType")
        .blank(
            "aggressiveness",
            "chaseType",
            "chaseVal",
            "lmtOrderNumber",
            "maxChaseType",
            "maxChaseVal",
            "pxLimit",
            "pxSpread",
            "pxVar",
            "quickMgnType",
            "szLimit",
            "timeInterval")
        .emptyList("triggerParams");
  }
}
