package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// GET account/balance.
record BalanceReads(Session session) {
  private static final int MOST = 20;

  Result balance(Call call) {
    List<String> asked = new Query(call).list("ccy", MOST);
    List<ObjectNode> details = new ArrayList<>();
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal isolated = BigDecimal.ZERO;
    for (Ledger.Wallet wallet : session.account().ledger().wallets()) {
      Funds.State state = session.funds().of(wallet.ccy());
      BigDecimal rate = session.market().usd(wallet.ccy(), session.now());
      total = total.add(state.eq().multiply(rate));
      isolated = isolated.add(state.isoEq().multiply(rate));
      boolean empty = state.cash().signum() == 0 && state.eq().signum() == 0;
      if (!empty && (asked.isEmpty() || asked.contains(wallet.ccy()))) {
        details.add(detail(wallet, state, rate));
      }
    }
    Row row =
        new Row()
            .time("uTime", session.now())
            .number("totalEq", total)
            .number("isoEq", isolated)
            .node("details", Row.list(details))
            .blank(
                "adjEq",
                "availEq",
                "borrowFroz",
                "delta",
                "deltaLever",
                "deltaNeutralStatus",
                "imr",
                "mgnRatio",
                "mmr",
                "notionalUsd",
                "notionalUsdForBorrow",
                "notionalUsdForFutures",
                "notionalUsdForOption",
                "notionalUsdForSwap",
                "ordFroz",
                "upl");
    return Result.of(Row.list(List.of(row.build())));
  }

  private ObjectNode detail(Ledger.Wallet wallet, Funds.State state, BigDecimal rate) {
    return cross(new Row(), state)
        .text("ccy", wallet.ccy())
        .time("uTime", wallet.updated())
        .number("eq", state.eq())
        .number("cashBal", state.cash())
        .number("availBal", state.availBal())
        .number("availEq", state.availEq().max(BigDecimal.ZERO))
        .number("frozenBal", state.frozen())
        .number("ordFrozen", state.ordFrozen())
        .number("upl", state.crossUpl().add(state.isoUpl()))
        .number("isoEq", state.isoEq())
        .number("isoUpl", state.isoUpl())
        .number("eqUsd", state.eq().multiply(rate))
        .number("disEq", state.eq().multiply(rate))
        .zero(
            "fixedBal",
            "rewardBal",
            "smtSyncEq",
            "spotCopyTradingEq",
            "spotIsoBal",
            "stgyEq",
            "twap",
            "autoLendMtAmt",
            "colRes")
        .text("autoLendStatus", "unsupported")
        .flag("collateralEnabled", false)
        .flag("collateralRestrict", false)
        .text("colBorrAutoConversion", "0")
        .blank(
            "accAvgPx",
            "borrowFroz",
            "clSpotInUseAmt",
            "crossLiab",
            "frpType",
            "interest",
            "isoLiab",
            "liab",
            "maxLoan",
            "maxSpotInUse",
            "openAvgPx",
            "spotBal",
            "spotInUseAmt",
            "spotUpl",
            "spotUplRatio",
            "totalPnl",
            "totalPnlRatio",
            "uplLiab")
        .build();
  }

  /// Margin figures of the currency, which OKX fills only with cross positions.
  private Row cross(Row row, Funds.State state) {
    if (state.crossValue().signum() == 0) {
      return row.blank("imr", "mmr", "mgnRatio", "notionalLever");
    }
    Optional<BigDecimal> lever =
        state.eq().signum() > 0
            ? Optional.of(Decimals.divide(state.crossValue(), state.eq()))
            : Optional.empty();
    Scope scope = Scope.cross(session, state.ccy());
    return row.number("imr", state.crossImr())
        .number("mmr", scope.mmr(session))
        .number("mgnRatio", scope.margin(session).ratio())
        .number("notionalLever", lever);
  }
}
