package dev.okxguard.cli.account;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.answer.Answer;
import dev.okxguard.cli.answer.Column;
import dev.okxguard.cli.option.CurrencyArgument;
import dev.okxguard.cli.option.Query;
import dev.okxguard.console.Report;
import dev.okxguard.okx.Endpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// What the funding account holds.
@Reach(Reach.Kind.PRIVATE)
@Command(
    name = "asset-balance",
    description = "balances of the funding account",
    footer = {"okx account asset-balance", "okx account asset-balance USDT"})
final class AssetBalanceCommand extends BaseCommand {
  @Mixin private CurrencyArgument currencies = new CurrencyArgument();

  @Override
  protected Report run(Session session) {
    Query query = new Query().with("ccy", currencies.value());
    return Answer.table(
        session.reads().data(Endpoint.ASSET_BALANCES, query.values()),
        "The funding account is empty.",
        Column.of("ccy"),
        Column.of("bal"),
        Column.of("availBal"),
        Column.of("frozenBal"));
  }
}
