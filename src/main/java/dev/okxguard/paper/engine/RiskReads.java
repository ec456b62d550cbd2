package dev.okxguard.paper.engine;

import dev.okxguard.model.InstType;
import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// GET account/account-position-risk: balances and positions of one moment in one answer.
record RiskReads(Session session) {

  Result risk(Call call) {
    String type = new Query(call).type().orElse("");
    List<ObjectNode> balances =
        session.account().ledger().wallets().stream().map(this::balance).toList();
    List<ObjectNode> positions =
        session.account().legs().open().stream()
            .filter(leg -> type.isEmpty() || leg.instType().name().equals(type))
            .map(this::position)
            .toList();
    Row row =
        new Row()
            .blank("adjEq")
            .node("balData", Row.list(balances))
            .node("posData", Row.list(positions))
            .time("ts", session.now());
    return Result.of(Row.list(List.of(row.build())));
  }

  private ObjectNode balance(Ledger.Wallet wallet) {
    BigDecimal eq = session.funds().of(wallet.ccy()).eq();
    BigDecimal usd = session.market().usd(wallet.ccy(), session.now());
    return new Row()
        .text("ccy", wallet.ccy())
        .number("eq", eq)
        .number("disEq", eq.multiply(usd))
        .build();
  }

  private ObjectNode position(Leg leg) {
    Valued valued = Valued.of(session, leg);
    BigDecimal usd = session.market().usd(leg.ccy(), session.now());
    Row row = new Row();
    row.text("instType", leg.instType().name())
        .text("instId", leg.instId())
        .text("mgnMode", leg.mgnMode().word())
        .text("posId", leg.posId())
        .text("posSide", leg.posSide().word())
        .text("ccy", leg.ccy())
        .number("pos", leg.pos())
        .number("notionalCcy", valued.value())
        .number("notionalUsd", valued.usd(usd))
        .blank("baseBal", "posCcy", "quoteBal");
    if (leg.instType() == InstType.MARGIN) {
      Row own = Coins.put(new Row(), leg, valued.instrument());
      row.node("pos", own.build().path("pos")).node("posCcy", own.build().path("posCcy"));
    }
    return row.build();
  }
}
