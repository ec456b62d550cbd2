package dev.okxguard.cli.market;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.answer.Answer;
import dev.okxguard.cli.option.InstrumentArgument;
import dev.okxguard.cli.option.Query;
import dev.okxguard.console.Report;
import dev.okxguard.okx.Endpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Last, bid and ask of one instrument.
@Reach(Reach.Kind.PUBLIC)
@Command(
    name = "ticker",
    description = "last price, bid, ask and the last 24 hours",
    footer = {"okx market ticker BTC-USDT", "okx market ticker --instId BTC-USDT-SWAP --json"})
final class TickerCommand extends BaseCommand {
  @Mixin private InstrumentArgument instrument = new InstrumentArgument();

  @Override
  protected Report run(Session session) {
    Query query = new Query().with("instId", instrument.required());
    return Answer.details(
        session.reads().data(Endpoint.TICKER, query.values()), "No such instrument.");
  }
}
