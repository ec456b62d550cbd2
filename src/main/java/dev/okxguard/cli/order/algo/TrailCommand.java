package dev.okxguard.cli.order.algo;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Report;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.PriceType;
import java.math.BigDecimal;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Places one trailing stop, at most once.
@Reach(Reach.Kind.WRITE)
@Command(
    name = "trail",
    description = "place a trailing stop, at most once; it always goes at market",
    footer = {
      "okx --paper order algo trail BTC-USDT-SWAP --side sell --sz 0.05 --reduceOnly"
          + " --callbackRatio 1%",
      "okx --demo order algo trail BTC-USDT-SWAP --side sell --sz 0.05 --reduceOnly"
          + " --callbackSpread 500 --activePx 110000"
    })
final class TrailCommand extends BaseCommand {
  @Spec private CommandSpec spec;

  @Mixin private Subject subject = new Subject();

  @Option(
      names = "--callbackRatio",
      paramLabel = "RATIO",
      description = "distance as a fraction like 0.01, or in percent with its sign",
      converter = Ratio.class)
  private BigDecimal callbackRatio;

  @Option(
      names = "--callbackSpread",
      paramLabel = "PRICE",
      description = "distance in the price's own unit, instead of a ratio")
  private BigDecimal callbackSpread;

  @Option(
      names = "--activePx",
      paramLabel = "PRICE",
      description = "price at which it begins to trail; without it, at once")
  private BigDecimal activePx;

  @Override
  protected Report run(Session session) {
    if ((callbackRatio == null) == (callbackSpread == null)) {
      throw new ParameterException(
          spec.commandLine(), "a trailing stop needs one of --callbackRatio and --callbackSpread");
    }
    Terms terms =
        new Terms(
            AlgoType.MOVE_ORDER_STOP,
            AttachedStop.NONE,
            Optional.empty(),
            Optional.empty(),
            PriceType.LAST,
            Optional.ofNullable(callbackRatio),
            Optional.ofNullable(callbackSpread),
            Optional.ofNullable(activePx));
    return Flow.place(session, subject.request(terms), subject.dryRun());
  }
}
