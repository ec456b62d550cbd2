package dev.okxguard.cli.order;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Confirmation;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.option.InstTypes;
import dev.okxguard.cli.option.InstrumentArgument;
import dev.okxguard.cli.option.Sides;
import dev.okxguard.console.Report;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Side;
import dev.okxguard.trade.CancelSelection;
import dev.okxguard.trade.Cancelled;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Cancels everything that rests, or a part of it, and looks whether it is gone.
@Reach(Reach.Kind.WRITE)
@Command(
    name = "cancel-all",
    description = {
      "cancel all pending orders and see that they are gone; works while halted",
      "Algo orders, which may be the stop of an open position, stay unless --algos is given."
          + " Exit 0 only when a last read shows nothing left."
    },
    footer = {
      "okx --paper order cancel-all",
      "okx --demo order cancel-all BTC-USDT-SWAP --side buy --json",
      "okx --demo order cancel-all --instType SWAP --algos"
    })
final class CancelAllCommand extends BaseCommand {
  @Mixin private InstrumentArgument instrument = new InstrumentArgument();

  @Option(
      names = "--instType",
      paramLabel = "TYPE",
      description = "only one of ${COMPLETION-CANDIDATES}",
      converter = InstTypes.class,
      completionCandidates = InstTypes.class)
  private String instType;

  @Option(
      names = "--side",
      description = "only ${COMPLETION-CANDIDATES}",
      converter = Sides.class,
      completionCandidates = Sides.class)
  private String side;

  @Option(
      names = "--algos",
      description =
          "algo orders too; where the policy demands stops, those an open position needs stay")
  private boolean algos;

  @Override
  protected Report run(Session session) {
    session.writeEnvironment();
    Confirmation.ask(session, "cancel " + described());
    CancelSelection selection =
        new CancelSelection(
            instrument.value(),
            Optional.ofNullable(instType).flatMap(InstType::of),
            Optional.ofNullable(side).flatMap(Side::of),
            algos);
    Cancelled cancelled = session.gateway().cancelAll(selection);
    if (cancelled.selected() == 0 && cancelled.complete()) {
      instrument.value().ifPresent(id -> mustExist(session, id));
    }
    return CancelledReport.of(cancelled, session);
  }

  /// A mistyped name must not look like success. Asked afterwards, so that it delays nothing.
  private static void mustExist(Session session, String instId) {
    if (session.exchange().instrument(InstType.byForm(instId), instId).isEmpty()) {
      throw new Fault(
          ExitCode.USAGE,
          "OKX has no instrument '" + instId + "'; nothing was cancelled",
          "see what rests with: okx order list");
    }
  }

  private String described() {
    return "every pending"
        + (side == null ? "" : " " + side)
        + " order"
        + (algos ? " and algo order" : "")
        + instrument.value().map(id -> " on " + id).orElse("")
        + (instType == null ? "" : " of type " + instType);
  }
}
