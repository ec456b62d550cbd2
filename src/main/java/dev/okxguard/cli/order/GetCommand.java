package dev.okxguard.cli.order;

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

/// One order as the exchange has it.
@Reach(Reach.Kind.PRIVATE)
@Command(
    name = "get",
    description = "one order as OKX has it",
    footer = {
      "okx --paper order get BTC-USDT --ordId 312269865356374016",
      "okx --demo order get BTC-USDT --clOrdId okgd1a2b3c --json"
    })
final class GetCommand extends BaseCommand {
  @Mixin private InstrumentArgument instrument = new InstrumentArgument();
  @Mixin private OrderIds ids = new OrderIds();

  @Override
  protected Report run(Session session) {
    Query query =
        new Query()
            .with("instId", instrument.required())
            .with("ordId", ids.ordId())
            .with("clOrdId", ids.clOrdId());
    return Answer.details(session.reads().data(Endpoint.ORDER, query.values()), "No such order.");
  }
}
