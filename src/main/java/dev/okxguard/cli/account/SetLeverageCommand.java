package dev.okxguard.cli.account;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Confirmation;
import dev.okxguard.cli.OutcomeReport;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.option.InstrumentArgument;
import dev.okxguard.cli.option.MgnModes;
import dev.okxguard.cli.option.PosSides;
import dev.okxguard.console.Report;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.TdMode;
import dev.okxguard.trade.SettingRequest;
import java.math.BigDecimal;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Sets the leverage of an instrument, within the limit.
@Reach(Reach.Kind.WRITE)
@Command(
    name = "set-leverage",
    description = "set an instrument's leverage, up to max_leverage",
    footer = {
      "okx --paper account set-leverage BTC-USDT-SWAP --lever 2",
      "okx --demo account set-leverage BTC-USDT-SWAP --lever 2 --mgnMode isolated --posSide long"
    })
final class SetLeverageCommand extends BaseCommand {
  @Mixin private InstrumentArgument instrument = new InstrumentArgument();

  @Option(names = "--lever", required = true, paramLabel = "N", description = "leverage")
  private BigDecimal lever;

  @Option(
      names = "--mgnMode",
      paramLabel = "MODE",
      defaultValue = "cross",
      description = "one of ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}",
      converter = MgnModes.class,
      completionCandidates = MgnModes.class)
  private String mgnMode;

  @Option(
      names = "--posSide",
      paramLabel = "SIDE",
      description = "one of ${COMPLETION-CANDIDATES}; isolated in long/short mode only",
      converter = PosSides.class,
      completionCandidates = PosSides.class)
  private String posSide;

  @Override
  protected Report run(Session session) {
    SettingRequest request =
        new SettingRequest.Leverage(
            instrument.required(), lever, TdMode.of(mgnMode).orElseThrow(), leg());
    session.writeEnvironment();
    Confirmation.ask(
        session,
        "set the "
            + mgnMode
            + " leverage of "
            + instrument.required()
            + " to "
            + lever.toPlainString());
    return OutcomeReport.of(session.gateway().set(request), session);
  }

  /// A net position has no leg of its own to set.
  private Optional<PosSide> leg() {
    return Optional.ofNullable(posSide).flatMap(PosSide::of).filter(side -> side != PosSide.NET);
  }
}
