package dev.okxguard.cli.account;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.answer.Answer;
import dev.okxguard.cli.answer.Column;
import dev.okxguard.cli.option.Query;
import dev.okxguard.cli.option.Trading;
import dev.okxguard.console.Report;
import dev.okxguard.okx.Endpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What is free for an order.
@Reach(Reach.Kind.PRIVATE)
@Command(
    name = "max-avail-size",
    description = "what is free for an order",
    footer = {
      "okx account max-avail-size BTC-USDT",
      "okx account max-avail-size --instId BTC-USDT-SWAP --tdMode isolated"
    })
final class MaxAvailSizeCommand extends BaseCommand {
  @Mixin private Trading trading = new Trading();

  @Option(names = "--reduceOnly", description = "count only what reduces a position")
  private boolean reduceOnly;

  @Override
  protected Report run(Session session) {
    Query query = trading.query().with("reduceOnly", reduceOnly ? "true" : "");
    return Answer.table(
        session.reads().data(Endpoint.MAX_AVAIL_SIZE, query.values()),
        "OKX gave no size.",
        Column.of("instId"),
        Column.of("availBuy"),
        Column.of("availSell"));
  }
}
