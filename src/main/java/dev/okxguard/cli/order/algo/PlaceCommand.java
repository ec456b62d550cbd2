package dev.okxguard.cli.order.algo;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Places one algo order, at most once.
@Reach(Reach.Kind.WRITE)
@Command(
    name = "place",
    description = "place a take-profit, a stop-loss, both, or a trigger order, at most once",
    footer = {
      "okx --paper order algo place BTC-USDT-SWAP --side sell --closeFraction 1 --reduceOnly"
          + " --sl 90000",
      "okx --demo order algo place BTC-USDT-SWAP --side sell --sz 0.05 --reduceOnly --tp 120000"
          + " --sl 90000",
      "okx --demo order algo place BTC-USDT-SWAP --side buy --sz 0.05 --triggerPx 95000"
          + " --orderPx 95100 --sl 93000 --intent-id breakout-1"
    })
final class PlaceCommand extends BaseCommand {
  @Mixin private Subject subject = new Subject();
  @Mixin private Triggers triggers = new Triggers();

  @Override
  protected Report run(Session session) {
    return Flow.place(session, subject.request(triggers.terms()), subject.dryRun());
  }
}
