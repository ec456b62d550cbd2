package dev.okxguard.cli.order;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Confirmation;
import dev.okxguard.cli.OutcomeReport;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.option.InstrumentArgument;
import dev.okxguard.console.Report;
import dev.okxguard.trade.CloseRequest;
import dev.okxguard.trade.ClosedLegs;
import dev.okxguard.trade.Outcome;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Takes a position off and looks whether it is gone.
@Reach(Reach.Kind.WRITE)
@Command(
    name = "close",
    description = {
      "close a position at market and see that it is gone; never opens one; works while halted",
      "A residue, a turned position or one that cannot be read afterwards halts trading (exit 11)."
          + " No such position is exit 5; with --all nothing to close is exit 0. Spot has no"
          + " position: sell it."
    },
    footer = {
      "okx --paper order close BTC-USDT-SWAP",
      "okx --demo order close BTC-USDT-SWAP --posSide long --ratio 50%",
      "okx --demo order close --all --autoCxl"
    })
final class CloseCommand extends BaseCommand {
  @Spec private CommandSpec spec;

  @Mixin private InstrumentArgument instrument = new InstrumentArgument();
  @Mixin private LegOptions leg = new LegOptions();
  @Mixin private CloseSizeOptions size = new CloseSizeOptions();

  @Option(
      names = "--autoCxl",
      description = "let OKX cancel closing orders that stand in the way; whole legs only")
  private boolean autoCxl;

  @Option(names = "--all", description = "every open leg, whatever becomes of the others")
  private boolean all;

  @Option(names = "--dry-run", description = "show what would be sent, send nothing")
  private boolean dryRun;

  @Option(
      names = "--intent-id",
      paramLabel = "KEY",
      description = "your own name for this close: repeating the command with it closes once")
  private String intentId;

  @Override
  protected Report run(Session session) {
    check();
    Optional<String> key = key();
    session.writeEnvironment();
    return all ? every(session) : one(session, key);
  }

  private void check() {
    boolean named = instrument.value().isPresent() || leg.given() || size.given();
    if (all && (named || intentId != null)) {
      throw usage("--all closes every leg: leave out instrument, leg, size and --intent-id");
    }
    if (autoCxl && size.given()) {
      throw usage("--autoCxl is for whole legs: leave out --sz and --ratio");
    }
  }

  private Optional<String> key() {
    return IntentKey.of(intentId, flaw -> usage("--intent-id " + flaw));
  }

  private Report one(Session session, Optional<String> key) {
    CloseRequest request =
        new CloseRequest(
            instrument.required(),
            leg.posSide(),
            leg.mgnMode(),
            leg.ccy(),
            size.size(),
            autoCxl,
            key);
    if (dryRun || session.asks()) {
      Outcome check = session.gateway().checkClose(request);
      Report preview = OutcomeReport.preview(check, session);
      if (dryRun || !(check instanceof Outcome.Allowed)) {
        return preview;
      }
      Confirmation.ask(session, preview, "Close it?");
    }
    return OutcomeReport.of(session.gateway().close(request), session);
  }

  private Report every(Session session) {
    if (dryRun || session.asks()) {
      ClosedLegs check = session.gateway().checkCloseAll(autoCxl);
      Report preview = LegsReport.preview(check, session);
      if (dryRun || check.legs().isEmpty()) {
        return preview;
      }
      Confirmation.ask(session, preview, "Close all of them?");
    }
    return LegsReport.of(session.gateway().closeAll(autoCxl), session);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
