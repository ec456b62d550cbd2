package dev.okxguard.paper.engine;

import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// GET account/instruments: what this account may trade.
record InstrumentReads(Session session) {

  Result instruments(Call call) {
    Query query = new Query(call);
    query.required("instType");
    InstType type = query.instType().orElseThrow();
    call.parameter("instId").ifPresent(session::instrument);
    List<ObjectNode> rows =
        session.market().instruments().stream()
            .filter(instrument -> instrument.instType() == type)
            .filter(instrument -> query.allows("instId", instrument.instId()))
            .filter(instrument -> query.allows("instFamily", instrument.instFamily()))
            .map(InstrumentReads::row)
            .toList();
    return Result.of(Row.list(rows));
  }

  private static ObjectNode row(Instrument instrument) {
    boolean contracts = instrument.instType().contracts();
    Row row =
        new Row()
            .text("instType", instrument.instType().name())
            .text("instId", instrument.instId())
            .text("instFamily", contracts ? instrument.instFamily() : "")
            .text("uly", contracts ? instrument.instFamily() : "")
            .text("baseCcy", contracts ? "" : instrument.baseCcy())
            .text("quoteCcy", contracts ? "" : instrument.quoteCcy())
            .text("settleCcy", contracts ? instrument.settleCcy() : "")
            .text("ctValCcy", contracts ? instrument.ctValCcy() : "")
            .text("ctType", contracts ? (instrument.inverse() ? "inverse" : "linear") : "")
            .number("ctVal", instrument.ctVal())
            .number("ctMult", instrument.ctMult());
    return labels(steps(row, instrument), instrument).build();
  }

  private static Row steps(Row row, Instrument instrument) {
    return row.number("tickSz", instrument.tickSz())
        .number("lotSz", instrument.lotSz())
        .number("minSz", instrument.minSz())
        .number("lever", instrument.lever())
        .number("maxLmtSz", instrument.maxLmtSz())
        .number("maxMktSz", instrument.maxMktSz())
        .number("maxTwapSz", instrument.maxLmtSz())
        .number("maxIcebergSz", instrument.maxLmtSz())
        .number("maxTriggerSz", instrument.maxLmtSz())
        .number("maxStopSz", instrument.maxMktSz())
        .blank("floatPxLmtPct", "initPxLmtPct", "maxLmtAmt", "maxMktAmt", "maxPxLmtPct");
  }

  private static Row labels(Row row, Instrument instrument) {
    boolean contracts = instrument.instType().contracts();
    return row.text("state", instrument.state())
        .text("groupId", instrument.groupId())
        .text("ruleType", "normal")
        .text("instCategory", "1")
        .text("category", "1")
        .node("instIdCode", JsonNodeFactory.instance.nullNode())
        .node("tradeQuoteCcyList", quotes(instrument, contracts))
        .flag("futureSettlement", false)
        .emptyList("upcChg")
        .zero("rpi")
        .blank(
            "alias",
            "auctionEndTime",
            "contTdSwTime",
            "expTime",
            "freq",
            "listTime",
            "longPosRemainingQuota",
            "maxPlatOICoinLmt",
            "maxPlatOILmt",
            "method",
            "openType",
            "optType",
            "posLmtAmt",
            "posLmtPct",
            "preMktSwTime",
            "seriesId",
            "shortPosRemainingQuota",
            "stk");
  }

  private static ArrayNode quotes(Instrument instrument, boolean contracts) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    return contracts ? list : list.add(instrument.quoteCcy());
  }
}
