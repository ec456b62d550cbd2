package dev.okxguard.cli.order;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.OutcomeReport;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.option.InstrumentArgument;
import dev.okxguard.console.Report;
import dev.okxguard.trade.CancelRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Cancels one order and looks whether it is gone.
@Reach(Reach.Kind.WRITE)
@Command(
    name = "cancel",
    description = "cancel one order and see that it is gone; works while halted",
    footer = {
      "okx --paper order cancel BTC-USDT --ordId 312269865356374016",
      "okx --demo order cancel BTC-USDT-SWAP --clOrdId okgd1a2b3c"
    })
final class CancelCommand extends BaseCommand {
  @Mixin private InstrumentArgument instrument = new InstrumentArgument();
  @Mixin private OrderIds ids = new OrderIds();

  @Override
  protected Report run(Session session) {
    CancelRequest request = new CancelRequest(instrument.required(), ids.ordId(), ids.clOrdId());
    session.writeEnvironment();
    return OutcomeReport.of(session.gateway().cancel(request), session);
  }
}
