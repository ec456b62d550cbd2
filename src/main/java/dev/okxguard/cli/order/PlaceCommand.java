package dev.okxguard.cli.order;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Confirmation;
import dev.okxguard.cli.OutcomeReport;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Report;
import dev.okxguard.trade.Outcome;
import dev.okxguard.trade.PlaceRequest;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Places one order, at most once.
@Reach(Reach.Kind.WRITE)
@Command(
    name = "place",
    description = "place one order, at most once, within the limits",
    footer = {
      "okx --paper order place BTC-USDT --side buy --usd 20",
      "okx --demo order place BTC-USDT --side buy --type limit --sz 0.0005 --px 90000",
      "okx --demo order place BTC-USDT-SWAP --side buy --sz 0.05 --sl 90000",
      "okx --demo order place BTC-USDT --side buy --usd 50 --intent-id dca-2026-11-21",
      "okx --demo order place BTC-USDT-SWAP --side buy --risk 1% --sl 90000 --dry-run",
      "okx --demo order place BTC-USDT --side buy --usd 90 --split 3 --every 5m --intent-id dca-7"
    })
final class PlaceCommand extends BaseCommand {
  @Mixin private OrderOptions order = new OrderOptions();

  @Mixin private SplitOptions split = new SplitOptions();

  @Option(
      names = "--dry-run",
      description =
          "show what would be sent and what the guard says, as order preview; send nothing")
  private boolean dryRun;

  @Override
  protected Report run(Session session) {
    PlaceRequest request = order.request();
    Optional<Integer> parts = split.parts();
    session.writeEnvironment();
    if (parts.isPresent()) {
      SplitPlacement all = SplitPlacement.of(session, request, parts.get(), split.every());
      return dryRun ? all.preview() : all.place();
    }
    return dryRun
        ? OutcomeReport.preview(session.gateway().check(request), session)
        : place(session, request);
  }

  private static Report place(Session session, PlaceRequest request) {
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
