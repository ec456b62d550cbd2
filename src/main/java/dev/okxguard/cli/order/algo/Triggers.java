package dev.okxguard.cli.order.algo;

import dev.okxguard.cli.option.PriceTypes;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.PriceType;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The prices of take-profits, stop-losses and triggers, and the type that follows from them.
final class Triggers {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = {"--ordType", "--type"},
      paramLabel = "TYPE",
      description =
          "one of ${COMPLETION-CANDIDATES}; without it: trigger with --triggerPx, oco with both"
              + " --tp and --sl, else conditional",
      converter = Placeable.class,
      completionCandidates = Placeable.class)
  private String ordType;

  @Option(
      names = {"--tpTriggerPx", "--tp"},
      description = "take-profit trigger price; with --triggerPx attached to the order it places")
  private BigDecimal tpTriggerPx;

  @Option(names = "--tpOrdPx", description = "take-profit order price; -1, the default, is market")
  private BigDecimal tpOrdPx;

  @Option(
      names = "--tpTriggerPxType",
      paramLabel = "PRICE",
      description = "which price it watches: one of ${COMPLETION-CANDIDATES}",
      converter = PriceTypes.class,
      completionCandidates = PriceTypes.class)
  private String tpTriggerPxType;

  @Option(
      names = {"--slTriggerPx", "--sl"},
      description = "stop-loss trigger price; with --triggerPx attached to the order it places")
  private BigDecimal slTriggerPx;

  @Option(names = "--slOrdPx", description = "stop-loss order price; -1, the default, is market")
  private BigDecimal slOrdPx;

  @Option(
      names = "--slTriggerPxType",
      paramLabel = "PRICE",
      description = "which price it watches: one of ${COMPLETION-CANDIDATES}",
      converter = PriceTypes.class,
      completionCandidates = PriceTypes.class)
  private String slTriggerPxType;

  @Option(names = "--triggerPx", description = "price that places the order of a trigger order")
  private BigDecimal triggerPx;

  @Option(
      names = {"--orderPx", "--ordPx", "--px"},
      description = "price of a trigger order's order; -1, the default, is market")
  private BigDecimal orderPx;

  @Option(
      names = "--triggerPxType",
      paramLabel = "PRICE",
      description = "which price the trigger watches: one of ${COMPLETION-CANDIDATES}",
      converter = PriceTypes.class,
      completionCandidates = PriceTypes.class)
  private String triggerPxType;

  Terms terms() {
    AlgoType type = type();
    fit(type);
    return new Terms(
        type,
        stop(),
        Optional.ofNullable(triggerPx).map(px -> positive("--triggerPx", px)),
        Optional.ofNullable(orderPx).map(px -> orMarket("--orderPx", px)),
        priceType(triggerPxType),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private AlgoType type() {
    if (ordType != null) {
      return AlgoType.of(ordType).orElseThrow();
    }
    if (triggerPx != null) {
      return AlgoType.TRIGGER;
    }
    if (tpTriggerPx == null && slTriggerPx == null) {
      throw usage("an algo order needs a price that sets it off: --tp, --sl or --triggerPx");
    }
    return tpTriggerPx != null && slTriggerPx != null ? AlgoType.OCO : AlgoType.CONDITIONAL;
  }

  private void fit(AlgoType type) {
    boolean trigger = type == AlgoType.TRIGGER;
    long legs = Stream.of(tpTriggerPx != null, slTriggerPx != null).filter(there -> there).count();
    if (trigger && triggerPx == null) {
      throw usage("a trigger order needs --triggerPx");
    }
    if (!trigger && (triggerPx != null || orderPx != null || triggerPxType != null)) {
      throw usage(
          "--triggerPx, --triggerPxType and --orderPx are for trigger orders, not " + type.word());
    }
    if (type == AlgoType.CONDITIONAL && legs != 1) {
      throw usage("a conditional order takes one of --tp and --sl; with both it is --ordType oco");
    }
    if (type == AlgoType.OCO && legs != 2) {
      throw usage("an oco order needs both --tp and --sl");
    }
  }

  private AttachedStop stop() {
    needsTrigger("tp", tpTriggerPx, tpOrdPx, tpTriggerPxType);
    needsTrigger("sl", slTriggerPx, slOrdPx, slTriggerPxType);
    return new AttachedStop(
        Optional.ofNullable(tpTriggerPx).map(px -> positive("--tpTriggerPx", px)),
        Optional.ofNullable(tpOrdPx).map(px -> orMarket("--tpOrdPx", px)),
        Optional.ofNullable(slTriggerPx).map(px -> positive("--slTriggerPx", px)),
        Optional.ofNullable(slOrdPx).map(px -> orMarket("--slOrdPx", px)),
        priceType(tpTriggerPxType),
        priceType(slTriggerPxType));
  }

  private void needsTrigger(String leg, BigDecimal trigger, BigDecimal ordPx, String pxType) {
    if (trigger == null && (ordPx != null || pxType != null)) {
      String option = "--" + leg + (ordPx != null ? "OrdPx" : "TriggerPxType");
      throw usage(option + " needs --" + leg + "TriggerPx");
    }
  }

  private static PriceType priceType(String word) {
    return word == null ? PriceType.LAST : PriceType.of(word).orElseThrow();
  }

  private BigDecimal orMarket(String option, BigDecimal value) {
    return AttachedStop.atMarket(value) ? value : positive(option, value);
  }

  private BigDecimal positive(String option, BigDecimal value) {
    if (value.signum() <= 0) {
      throw usage(option + " must be above zero");
    }
    return value;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
