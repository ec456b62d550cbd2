package dev.okxguard.cli.order;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Confirmation;
import dev.okxguard.cli.OutcomeReport;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Report;
import dev.okxguard.trade.Outcome;
import dev.okxguard.trade.PlaceRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Places one order, at most once.
@Reach(Reach.Kind.WRITE)
@Command(
    name = "place",
    description = "place one order, at most once, within the limits",
    footer = {
      "okx --paper order place BTC-USDT --side buy --type limit --sz 0.0005 --px 60000",
      "okx --demo order place BTC-USDT-SWAP --side buy --sz 0.05 --sl 90000",
      "okx --demo order place BTC-USDT --side buy --sz 50 --intent-id dca-2026-11-21"
    })
final class PlaceCommand extends BaseCommand {
  @Mixin private OrderOptions order = new OrderOptions();

  @Override
  protected Report run(Session session) {
    PlaceRequest request = order.request();
    session.writeEnvironment();
    if (session.asks()) {
      Outcome check = session.gateway().check(request);
      if (!(check instanceof Outcome.Allowed)) {
        return OutcomeReport.of(check, session);
      }
      Confirmation.ask(session, OutcomeReport.preview(check, session), "Send it?");
    }
    return OutcomeReport.of(session.gateway().place(request), session);
  }
}
