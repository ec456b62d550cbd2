package dev.okxguard.cli.account;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.answer.Answer;
import dev.okxguard.cli.answer.Column;
import dev.okxguard.cli.option.CurrencyArgument;
import dev.okxguard.cli.option.Query;
import dev.okxguard.console.Page;
import dev.okxguard.console.Report;
import dev.okxguard.okx.Endpoint;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// Equity and what is free of it.
@Reach(Reach.Kind.PRIVATE)
@Command(
    name = "balance",
    description = "equity, cash and what is free, by currency",
    footer = {"okx account balance", "okx account balance USDT,BTC --json"})
final class BalanceCommand extends BaseCommand {
  private static final Column[] COLUMNS = {
    Column.of("ccy"),
    Column.of("eq"),
    Column.of("cashBal"),
    Column.of("availBal", "availEq"),
    Column.of("frozenBal", "ordFrozen"),
    Column.of("eqUsd"),
    Column.ifAny("upl"),
    Column.ifAny("liab")
  };

  @Mixin private CurrencyArgument currencies = new CurrencyArgument();

  @Override
  protected Report run(Session session) {
    Query query = new Query().with("ccy", currencies.value());
    ArrayNode data = session.reads().data(Endpoint.ACCOUNT_BALANCE, query.values());
    return Report.of(data, page -> write(page, data));
  }

  private static void write(Page page, ArrayNode data) {
    if (data.isEmpty()) {
      page.line("OKX gave no balance.");
    }
    for (JsonNode account : data) {
      page.gap().pairs(Answer.pairs(account, Set.of("details")));
      page.gap().table(Answer.table(account.path("details"), COLUMNS), "No currencies held.");
    }
  }
}
