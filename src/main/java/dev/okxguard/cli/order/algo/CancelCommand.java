package dev.okxguard.cli.order.algo;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.OutcomeReport;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Report;
import dev.okxguard.trade.AlgoName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Cancels one algo order and looks whether it is gone.
@Reach(Reach.Kind.WRITE)
@Command(
    name = "cancel",
    description =
        "cancel one algo order and see that it is gone; works while halted, but leaves an open"
            + " position the last stop its policy demands",
    footer = {
      "okx --paper order algo cancel BTC-USDT-SWAP --algoId 312269865356374016",
      "okx --demo order algo cancel BTC-USDT-SWAP --algoClOrdId okgd1a2b3c"
    })
final class CancelCommand extends BaseCommand {
  @Mixin private AlgoIds ids = new AlgoIds();

  @Override
  protected Report run(Session session) {
    AlgoName name = ids.name();
    session.writeEnvironment();
    return OutcomeReport.of(session.gateway().cancelAlgo(name), session);
  }
}
