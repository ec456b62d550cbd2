package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.Instrument;
import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// What the funding account's screens ask: GET asset/balances, currencies, valuation, and what
/// could be taken out.
record AssetReads(Session session) {
  private static final int MOST = 20;

  Result balances(Call call) {
    List<String> asked = new Query(call).list("ccy", MOST);
    List<ObjectNode> rows =
        new TreeMap<>(session.account().funding().balances())
            .entrySet().stream()
                .filter(entry -> entry.getValue().signum() > 0)
                .filter(entry -> asked.isEmpty() || asked.contains(entry.getKey()))
                .map(entry -> balance(entry.getKey(), entry.getValue()))
                .toList();
    return Result.of(Row.list(rows));
  }

  private static ObjectNode balance(String ccy, BigDecimal bal) {
    return new Row()
        .text("ccy", ccy)
        .number("bal", bal)
        .number("availBal", bal)
        .zero("frozenBal")
        .build();
  }

  Result currencies(Call call) {
    return Result.of(Row.list(asked(call).stream().map(AssetReads::row).toList()));
  }

  /// GET account/interest-rate: nothing is charged for what is borrowed.
  Result interest(Call call) {
    return Result.of(
        Row.list(
            asked(call).stream()
                .map(ccy -> new Row().text("ccy", ccy).zero("interestRate").build())
                .toList()));
  }

  /// The currencies asked for, or all.
  private List<String> asked(Call call) {
    List<String> asked = new Query(call).list("ccy", MOST);
    return known().stream()
        .filter(ccy -> !ccy.isEmpty() && (asked.isEmpty() || asked.contains(ccy)))
        .toList();
  }

  /// GET account/max-withdrawal: what is free in the trading account.
  Result free(Call call) {
    List<String> asked = new Query(call).list("ccy", MOST);
    List<ObjectNode> rows =
        session.account().ledger().wallets().stream()
            .filter(wallet -> asked.isEmpty() || asked.contains(wallet.ccy()))
            .map(wallet -> session.funds().of(wallet.ccy()))
            .map(AssetReads::free)
            .toList();
    return Result.of(Row.list(rows));
  }

  private static ObjectNode free(Funds.State state) {
    return new Row()
        .text("ccy", state.ccy())
        .number("maxWd", state.availBal())
        .number("maxWdEx", state.availBal())
        .blank("spotOffsetMaxWd", "spotOffsetMaxWdEx")
        .build();
  }

  /// GET asset/asset-valuation: everything in the currency asked for, bitcoin unless another is.
  Result valuation(Call call) {
    String ccy = call.parameter("ccy").orElse("BTC");
    if (!ccy.equals("USD") && !known().contains(ccy)) {
      throw Refused.parameter("ccy");
    }
    BigDecimal unit = session.market().usd(ccy, session.now());
    BigDecimal trading = BigDecimal.ZERO;
    for (Ledger.Wallet wallet : session.account().ledger().wallets()) {
      trading = trading.add(usd(wallet.ccy(), session.funds().of(wallet.ccy()).eq()));
    }
    BigDecimal funding = BigDecimal.ZERO;
    for (Map.Entry<String, BigDecimal> entry : session.account().funding().balances().entrySet()) {
      funding = funding.add(usd(entry.getKey(), entry.getValue()));
    }
    Row details =
        new Row()
            .zero("classic", "earn")
            .number("funding", Decimals.divide(funding, unit))
            .number("trading", Decimals.divide(trading, unit));
    BigDecimal total = Decimals.divide(trading.add(funding), unit);
    Row row = new Row().node("details", details.build()).number("totalBal", total);
    return Result.of(Row.list(List.of(row.time("ts", session.now()).build())));
  }

  private BigDecimal usd(String ccy, BigDecimal amount) {
    return amount.multiply(session.market().usd(ccy, session.now()));
  }

  /// The currencies there are.
  TreeSet<String> known() {
    TreeSet<String> known = new TreeSet<>();
    session.market().instruments().stream().flatMap(AssetReads::currencies).forEach(known::add);
    session.account().ledger().wallets().forEach(wallet -> known.add(wallet.ccy()));
    return known;
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
