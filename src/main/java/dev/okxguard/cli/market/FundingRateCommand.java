package dev.okxguard.cli.market;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.answer.Answer;
import dev.okxguard.cli.answer.Column;
import dev.okxguard.cli.option.InstrumentArgument;
import dev.okxguard.cli.option.Paging;
import dev.okxguard.cli.option.Query;
import dev.okxguard.console.Report;
import dev.okxguard.okx.Endpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What holders of a perpetual pay each other.
@Reach(Reach.Kind.PUBLIC)
@Command(
    name = "funding-rate",
    description = "the funding rate of a perpetual; positive: longs pay",
    footer = {
      "okx market funding-rate BTC-USDT-SWAP",
      "okx market funding-rate ANY",
      "okx market funding-rate BTC-USDT-SWAP --history --limit 30"
    })
final class FundingRateCommand extends BaseCommand {
  private static final int PAGE = 400;

  private static final Column[] COLUMNS = {
    Column.of("instId"),
    Column.of("fundingRate"),
    Column.time("fundingTime"),
    Column.time("nextFundingTime"),
    Column.of("settFundingRate"),
    Column.of("settState"),
    Column.ifAny("premium")
  };

  private static final Column[] PAST = {
    Column.of("instId"),
    Column.time("fundingTime"),
    Column.of("fundingRate"),
    Column.of("realizedRate"),
    Column.ifAny("method")
  };

  @Spec private CommandSpec spec;

  @Mixin private InstrumentArgument instrument = new InstrumentArgument();

  @Option(names = "--history", description = "the settlements of the last three months instead")
  private boolean history;

  @Mixin private Paging paging = new Paging();

  @Override
  protected Report run(Session session) {
    Query query = new Query().with("instId", instrument.required());
    if (history) {
      return Answer.table(
          paging.read(session.reads(), Endpoint.FUNDING_RATE_HISTORY, query, "fundingTime", PAGE),
          "No funding settled.",
          PAST);
    }
    if (paging.given()) {
      throw new ParameterException(
          spec.commandLine(), "--limit and --all go with --history: there is one rate of now");
    }
    return Answer.table(
        session.reads().data(Endpoint.FUNDING_RATE, query.values()), "No funding rate.", COLUMNS);
  }
}
