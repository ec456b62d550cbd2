package dev.okxguard.paper.engine;

import dev.okxguard.model.Instrument;
import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// The funding account: GET asset/balances, always empty since all paper money is in the trading
/// account, and GET asset/currencies.
record AssetReads(Session session) {
  private static final int MOST = 20;

  Result balances(Call call) {
    new Query(call).list("ccy", MOST);
    return Result.of(Row.list(List.of()));
  }

  Result currencies(Call call) {
    List<String> asked = new Query(call).list("ccy", MOST);
    TreeSet<String> known = new TreeSet<>();
    session.market().instruments().stream().flatMap(AssetReads::currencies).forEach(known::add);
    session.account().ledger().wallets().forEach(wallet -> known.add(wallet.ccy()));
    List<ObjectNode> rows =
        known.stream()
            .filter(ccy -> !ccy.isEmpty() && (asked.isEmpty() || asked.contains(ccy)))
            .map(AssetReads::row)
            .toList();
    return Result.of(Row.list(rows));
  }

  private static Stream<String> currencies(Instrument instrument) {
    return instrument.instType().contracts()
        ? Stream.of(instrument.settleCcy())
        : Stream.of(instrument.baseCcy(), instrument.quoteCcy());
  }

  /// Nothing can be deposited or withdrawn here.
  private static ObjectNode row(String ccy) {
    return new Row()
        .text("ccy", ccy)
        .text("name", ccy)
        .text("chain", ccy + "-Paper")
        .flag("canDep", false)
        .flag("canInternal", false)
        .flag("canWd", false)
        .flag("mainNet", true)
        .flag("needTag", false)
        .text("wdTickSz", "8")
        .zero(
            "burningFeeRate",
            "fee",
            "maxFee",
            "maxFeeForCtAddr",
            "maxWd",
            "minDep",
            "minDepArrivalConfirm",
            "minFee",
            "minFeeForCtAddr",
            "minInternal",
            "minWd",
            "minWdUnlockConfirm",
            "usedWdQuota",
            "wdQuota")
        .blank(
            "ctAddr",
            "depEstOpenTime",
            "depQuotaFixed",
            "depQuoteDailyLayer2",
            "logoLink",
            "usedDepQuotaFixed",
            "wdEstOpenTime")
        .build();
  }
}
