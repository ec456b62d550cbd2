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

/// The prices orders must stay within.
@Reach(Reach.Kind.PUBLIC)
@Command(
    name = "price-limit",
    description = "highest buy and lowest sell price",
    footer = {"okx market price-limit BTC-USDT-SWAP"})
final class PriceLimitCommand extends BaseCommand {
  @Mixin private InstrumentArgument instrument = new InstrumentArgument();

  @Override
  protected Report run(Session session) {
    Query query = new Query().with("instId", instrument.required());
    return Answer.details(
        session.reads().data(Endpoint.PRICE_LIMIT, query.values()), "No price limit.");
  }
}
