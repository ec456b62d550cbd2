package dev.okxguard.okx;

import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.AccountLevel;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Bill;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// OKX's account answers as our values (reference c.3).
final class Accounts {
  private Accounts() {}

  static AccountConfig config(Row row) {
    return new AccountConfig(
        row.text("uid"),
        row.text("mainUid"),
        row.word("acctLv", AccountLevel::of),
        row.word("posMode", PosMode::of),
        row.flag("enableSpotBorrow"),
        Set.copyOf(list(row.text("perm"))),
        list(row.textOrEmpty("ip")),
        row.textOrEmpty("label"));
  }

  static Balance balance(Row row) {
    JsonNode details = row.node().path("details");
    if (!details.isArray()) {
      throw row.broken("details", "is missing");
    }
    return new Balance(
        row.number("totalEq"),
        details.values().stream().map(d -> currency(new Row(row.endpoint(), d))).toList());
  }

  static Balance.Currency currency(Row row) {
    return new Balance.Currency(
        row.text("ccy"),
        row.number("eq"),
        row.number("cashBal"),
        row.number("availBal"),
        row.number("frozenBal"),
        row.optionalNumber("eqUsd"));
  }

  static Bill bill(Row row) {
    return new Bill(
        row.text("billId"),
        row.text("type"),
        row.textOrEmpty("subType"),
        row.text("ccy"),
        row.number("balChg"),
        row.optionalNumber("pnl").orElse(BigDecimal.ZERO),
        row.optionalNumber("fee").orElse(BigDecimal.ZERO),
        row.textOrEmpty("instId"),
        row.textOrEmpty("ordId"),
        row.textOrEmpty("clOrdId"),
        row.textOrEmpty("tradeId"),
        TdMode.of(row.textOrEmpty("mgnMode")),
        row.time("ts"));
  }

  private static List<String> list(String commas) {
    return Stream.of(commas.split(",", -1))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .distinct()
        .toList();
  }
}
