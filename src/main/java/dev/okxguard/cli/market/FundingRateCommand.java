package dev.okxguard.cli.market;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.answer.Answer;
import dev.okxguard.cli.answer.Column;
import dev.okxguard.cli.option.InstrumentArgument;
import dev.okxguard.cli.option.Query;
import dev.okxguard.console.Report;
import dev.okxguard.okx.Endpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// What holders of a perpetual pay each other.
@Reach(Reach.Kind.PUBLIC)
@Command(
    name = "funding-rate",
    description = "the funding rate of a perpetual; positive: longs pay",
    footer = {"okx market funding-rate BTC-USDT-SWAP", "okx market funding-rate ANY"})
final class FundingRateCommand extends BaseCommand {
  private static final Column[] COLUMNS = {
    Column.of("instId"),
    Column.of("fundingRate"),
    Column.time("fundingTime"),
    Column.time("nextFundingTime"),
    Column.of("settFundingRate"),
    Column.of("settState"),
    Column.ifAny("premium")
  };

  @Mixin private InstrumentArgument instrument = new InstrumentArgument();

  @Override
  protected Report run(Session session) {
    Query query = new Query().with("instId", instrument.required());
    return Answer.table(
        session.reads().data(Endpoint.FUNDING_RATE, query.values()), "No funding rate.", COLUMNS);
  }
}
