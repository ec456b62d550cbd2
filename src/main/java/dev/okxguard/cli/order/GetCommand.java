package dev.okxguard.cli.order;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.answer.Answer;
import dev.okxguard.cli.option.InstrumentArgument;
import dev.okxguard.cli.option.Query;
import dev.okxguard.console.Report;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.okx.Endpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.ArrayNode;

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
    ArrayNode data = session.reads().data(Endpoint.ORDER, query.values());
    String field = query.values().containsKey("ordId") ? "ordId" : "clOrdId";
    boolean one = data.size() == 1;
    if (!one || !data.path(0).path(field).asString("").equals(query.values().get(field))) {
      throw new Fault(
          ExitCode.UNREACHABLE,
          "OKX's answer is not the one order asked for",
          "Nothing is assumed in its place. Repeat the read.");
    }
    return Answer.details(data, "");
  }
}
