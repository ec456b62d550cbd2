package dev.okxguard.cli.order;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Confirmation;
import dev.okxguard.cli.OutcomeReport;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.option.InstrumentArgument;
import dev.okxguard.console.Report;
import dev.okxguard.trade.AmendRequest;
import dev.okxguard.trade.Outcome;
import java.math.BigDecimal;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Changes one resting order, within the limits.
@Reach(Reach.Kind.WRITE)
@Command(
    name = "amend",
    description =
        "change size or price of one resting order; judged as the order it leaves behind, its stops"
            + " stay",
    footer = {
      "okx --demo order amend BTC-USDT --ordId 312269865356374016 --newPx 59500",
      "okx --demo order amend BTC-USDT-SWAP --clOrdId okgd1a2b3c --newSz 0.02"
    })
final class AmendCommand extends BaseCommand {
  @Spec private CommandSpec command;
  @Mixin private InstrumentArgument instrument = new InstrumentArgument();
  @Mixin private OrderIds ids = new OrderIds();

  @Option(
      names = {"--newSz", "--sz", "--size"},
      paramLabel = "SZ",
      description = "new total size in OKX's unit, what is filled already included")
  private BigDecimal newSz;

  @Option(
      names = {"--newPx", "--px", "--price"},
      paramLabel = "PX",
      description = "new price")
  private BigDecimal newPx;

  @Option(
      names = "--cxlOnFail",
      arity = "0..1",
      fallbackValue = "true",
      description = "cancel the order when OKX cannot change it")
  private Boolean cancelOnFail;

  @Option(
      names = "--intent-id",
      paramLabel = "KEY",
      description = "your own name for this change: repeating the command never sends it twice")
  private String intentId;

  @Option(
      names = "--dry-run",
      description = "judge the change and show what would be sent; sends nothing")
  private boolean dryRun;

  @Override
  protected Report run(Session session) {
    AmendRequest request = request();
    session.writeEnvironment();
    if (dryRun) {
      return OutcomeReport.preview(session.gateway().checkAmend(request), session);
    }
    if (session.asks()) {
      Outcome check = session.gateway().checkAmend(request);
      if (!(check instanceof Outcome.Allowed)) {
        return OutcomeReport.of(check, session);
      }
      Confirmation.ask(session, OutcomeReport.preview(check, session), "Send it?");
    }
    return OutcomeReport.of(session.gateway().amend(request), session);
  }

  private AmendRequest request() {
    if (newSz == null && newPx == null) {
      throw usage("say what to change: --newSz or --newPx");
    }
    return new AmendRequest(
        instrument.required(),
        ids.ordId(),
        ids.clOrdId(),
        positive("--newSz", newSz),
        positive("--newPx", newPx),
        Boolean.TRUE.equals(cancelOnFail),
        key());
  }

  private Optional<String> key() {
    return IntentKey.of(intentId, flaw -> usage("--intent-id " + flaw));
  }

  private Optional<BigDecimal> positive(String option, BigDecimal value) {
    if (value != null && value.signum() <= 0) {
      throw usage(option + " must be above zero");
    }
    return Optional.ofNullable(value);
  }

  private ParameterException usage(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
