package dev.okxguard.cli.order.algo;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Confirmation;
import dev.okxguard.cli.OutcomeReport;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Report;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.trade.AlgoChanges;
import dev.okxguard.trade.AlgoName;
import java.math.BigDecimal;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Changes one waiting algo order.
@Reach(Reach.Kind.WRITE)
@Command(
    name = "amend",
    description = "change size or prices of a waiting algo order, within the limits",
    footer = {
      "okx --paper order algo amend BTC-USDT-SWAP --algoId 312269865356374016"
          + " --newSlTriggerPx 91000",
      "okx --demo order algo amend BTC-USDT-SWAP --algoClOrdId okgd1a2b3c --newSz 0.1"
    })
final class AmendCommand extends BaseCommand {
  @Spec private CommandSpec spec;

  @Mixin private AlgoIds ids = new AlgoIds();

  @Option(names = "--newSz", description = "new size")
  private BigDecimal newSz;

  @Option(names = "--newTpTriggerPx", description = "new take-profit trigger; 0 takes it away")
  private BigDecimal newTpTriggerPx;

  @Option(names = "--newTpOrdPx", description = "new take-profit order price; -1 is market")
  private BigDecimal newTpOrdPx;

  @Option(names = "--newSlTriggerPx", description = "new stop-loss trigger; 0 takes it away")
  private BigDecimal newSlTriggerPx;

  @Option(names = "--newSlOrdPx", description = "new stop-loss order price; -1 is market")
  private BigDecimal newSlOrdPx;

  @Option(names = "--newTriggerPx", description = "new trigger of a trigger order")
  private BigDecimal newTriggerPx;

  @Option(
      names = {"--newOrdPx", "--newOrderPx"},
      description = "new order price of a trigger order; -1 is market")
  private BigDecimal newOrdPx;

  @Override
  protected Report run(Session session) {
    AlgoName name = ids.name();
    AlgoChanges changes = changes();
    session.writeEnvironment();
    Confirmation.ask(
        session,
        "amend algo order "
            + name.algoId().or(name::algoClOrdId).orElseThrow()
            + " on "
            + name.instId());
    return OutcomeReport.of(session.gateway().amendAlgo(name, changes), session);
  }

  private AlgoChanges changes() {
    AlgoChanges changes =
        new AlgoChanges(
            least("--newSz", newSz, false),
            least("--newTpTriggerPx", newTpTriggerPx, true),
            orMarket("--newTpOrdPx", newTpOrdPx),
            least("--newSlTriggerPx", newSlTriggerPx, true),
            orMarket("--newSlOrdPx", newSlOrdPx),
            least("--newTriggerPx", newTriggerPx, false),
            orMarket("--newOrdPx", newOrdPx));
    if (changes.none()) {
      throw usage("say what to change: --newSz or one of the --new… prices");
    }
    return changes;
  }

  private Optional<BigDecimal> least(String option, BigDecimal value, boolean zero) {
    if (value != null && (value.signum() < 0 || value.signum() == 0 && !zero)) {
      throw usage(option + " must be above zero");
    }
    return Optional.ofNullable(value);
  }

  private Optional<BigDecimal> orMarket(String option, BigDecimal value) {
    boolean market = value != null && AttachedStop.atMarket(value);
    return market ? Optional.of(value) : least(option, value, true);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
