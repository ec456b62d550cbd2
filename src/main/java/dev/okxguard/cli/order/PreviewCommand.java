package dev.okxguard.cli.order;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.OutcomeReport;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// What placing the order would do, without placing it.
@Reach(Reach.Kind.WRITE)
@Command(
    name = "preview",
    description = "show what placing the order would send and what the guard says; sends nothing",
    footer = {
      "okx --paper order preview BTC-USDT --side buy --usd 20",
      "okx --demo order preview BTC-USDT-SWAP --side sell --sz 0.05 --reduceOnly --json"
    })
final class PreviewCommand extends BaseCommand {
  @Mixin private OrderOptions order = new OrderOptions();

  @Override
  protected Report run(Session session) {
    return OutcomeReport.preview(session.gateway().check(order.request()), session);
  }
}
