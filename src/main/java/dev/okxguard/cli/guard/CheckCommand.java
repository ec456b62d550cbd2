package dev.okxguard.cli.guard;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.OutcomeReport;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.order.OrderOptions;
import dev.okxguard.console.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Whether an order would pass: the gateway's own verdict, with nothing sent. Without an order the
/// breakers are looked at, and one that trips halts.
@Reach(Reach.Kind.WRITE)
@Command(
    name = "check",
    description = "would this order pass? the verdict that placing it would get; sends nothing",
    footer = {
      "okx --demo guard check          # may anything be entered at all?",
      "okx --paper guard check BTC-USDT --side buy --usd 20",
      "okx --demo guard check BTC-USDT-SWAP --side buy --sz 0.05 --sl 90000 --json"
    })
final class CheckCommand extends BaseCommand {
  @Mixin private OrderOptions order = new OrderOptions();

  @Override
  protected boolean silentWhenFine() {
    return true;
  }

  @Override
  protected Report run(Session session) {
    return order.bare()
        ? BreakersView.of(session.gateway().standing(), session)
        : OutcomeReport.of(session.gateway().check(order.request()), session);
  }
}
