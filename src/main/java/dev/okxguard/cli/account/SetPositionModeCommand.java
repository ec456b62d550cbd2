package dev.okxguard.cli.account;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Confirmation;
import dev.okxguard.cli.OutcomeReport;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.option.PosModes;
import dev.okxguard.console.Report;
import dev.okxguard.model.PosMode;
import dev.okxguard.trade.SettingRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Sets whether contracts keep net or long and short positions.
@Reach(Reach.Kind.WRITE)
@Command(
    name = "set-position-mode",
    description = "net or long/short positions, for all contracts; OKX refuses while any is open",
    footer = {"okx --paper account set-position-mode --posMode long_short_mode"})
final class SetPositionModeCommand extends BaseCommand {
  @Option(
      names = "--posMode",
      required = true,
      paramLabel = "MODE",
      description = "one of ${COMPLETION-CANDIDATES}",
      converter = PosModes.class,
      completionCandidates = PosModes.class)
  private String posMode;

  @Override
  protected Report run(Session session) {
    session.writeEnvironment();
    Confirmation.ask(session, "set the position mode to " + posMode);
    SettingRequest request = new SettingRequest.PositionMode(PosMode.of(posMode).orElseThrow());
    return OutcomeReport.of(session.gateway().set(request), session);
  }
}
