package dev.okxguard.paper.engine;

import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// GET account/trade-fee: one rate per fee group.
record FeeReads(Session session) {

  Result fees(Call call) {
    Query query = new Query(call);
    query.required("instType");
    InstType type = query.instType().orElseThrow();
    call.parameter("instId").ifPresent(session::instrument);
    List<ObjectNode> groups =
        session.market().instruments().stream()
            .filter(instrument -> instrument.instType() == listed(type))
            .filter(instrument -> query.allows("instId", instrument.instId()))
            .filter(instrument -> query.allows("instFamily", instrument.instFamily()))
            .map(Instrument::groupId)
            .filter(group -> query.allows("groupId", group))
            .distinct()
            .sorted()
            .map(group -> rates(new Row().text("groupId", group), type).build())
            .toList();
    boolean contracts = type.contracts();
    Row row =
        rates(new Row(), type)
            .text("instType", type.name())
            .text("level", "Lv1")
            .text("category", "1")
            .time("ts", session.now())
            .node("feeGroup", Row.list(groups))
            .emptyList("fiat")
            .text("takerU", contracts ? Fees.taker(type).toPlainString() : "")
            .text("makerU", contracts ? Fees.maker(type).toPlainString() : "")
            .blank("delivery", "exercise", "makerUSDC", "ruleType", "settle", "takerUSDC");
    return Result.of(Row.list(List.of(row.build())));
  }

  /// Margin is traded on the spot pairs.
  private static InstType listed(InstType type) {
    return type == InstType.MARGIN ? InstType.SPOT : type;
  }

  private static Row rates(Row row, InstType type) {
    return row.number("taker", Fees.taker(type))
        .number("maker", Fees.maker(type))
        .number("rpiMaker", Fees.maker(type));
  }
}
