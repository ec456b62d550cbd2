package dev.okxguard.guard;

import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.AlgoDraft;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.PriceType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether an algo order is one OKX takes (reference c.5, d.11). It binds exits too: a stop that is
/// refused, or goes off at once, protects nothing. What cannot be told for want of data is left to
/// OKX.
final class AlgoForm {
  static final String RULE = "algo_form";

  /// OKX's range of a trailing distance (51257).
  private static final BigDecimal LEAST_RATIO = new BigDecimal("0.001");

  private final AlgoDraft algo;
  private final Facts facts;

  private AlgoForm(AlgoDraft algo, Facts facts) {
    this.algo = algo;
    this.facts = facts;
  }

  /// What is wrong with it, each with what would be right.
  static List<Denial> faults(AlgoDraft algo, Facts facts) {
    AlgoForm form = new AlgoForm(algo, facts);
    Stream<Denial> own =
        Stream.of(form.legs(), form.closeFraction(), form.bound(), form.callback(), form.watched())
            .flatMap(Optional::stream);
    return Stream.concat(own, AlgoPrices.faults(algo, facts)).toList();
  }

  private Optional<Denial> legs() {
    boolean tp = algo.stop().tpTriggerPx().isPresent();
    boolean sl = algo.stop().slTriggerPx().isPresent();
    return switch (algo.type()) {
      case CONDITIONAL ->
          fault(tp == sl, "ALGO_LEGS", tp ? "both" : "none", "conditional takes one leg, oco both");
      case OCO -> fault(!tp || !sl, "ALGO_LEGS", "one", "oco needs a take-profit and a stop-loss");
      case TRIGGER -> fault(algo.triggerPx().isEmpty(), "ALGO_LEGS", "none", "needs triggerPx");
      case MOVE_ORDER_STOP -> fault(tp || sl, "ALGO_LEGS", "tp/sl", "a trailing stop has no legs");
      case CHASE, ICEBERG, SMART_ICEBERG, TWAP ->
          fault(true, "ALGO_TYPE", algo.type().word(), "this type is listed only, never placed");
    };
  }

  private Optional<Denial> closeFraction() {
    if (!algo.closesAll()) {
      return Optional.empty();
    }
    String code = "CLOSE_FRACTION";
    return fault(!algo.instType().contracts(), code, "1", "closeFraction is for contracts")
        .or(() -> fault(!closing(), code, "1", "closeFraction must close: in net mode reduceOnly"))
        .or(() -> fault(priced() || !stops(), code, "1", "closeFraction needs TP/SL at market"));
  }

  private Optional<Denial> bound() {
    return fault(
        algo.cxlOnClosePos() && !closing(),
        "CXL_ON_CLOSE_POS",
        "true",
        "cxlOnClosePos needs reduceOnly in net mode, a closing side in long/short mode");
  }

  private boolean closing() {
    boolean net = facts.config().map(AccountConfig::posMode).orElse(mode()) == PosMode.NET;
    return net ? algo.reduceOnly() : LegKey.of(algo).closedBy(algo.side());
  }

  private PosMode mode() {
    return algo.posSide() == PosSide.NET ? PosMode.NET : PosMode.LONG_SHORT;
  }

  private boolean stops() {
    return algo.type() == AlgoType.CONDITIONAL || algo.type() == AlgoType.OCO;
  }

  private boolean priced() {
    return Stream.of(algo.stop().tpOrdPx(), algo.stop().slOrdPx())
        .flatMap(Optional::stream)
        .anyMatch(px -> px.signum() > 0);
  }

  private Optional<Denial> callback() {
    if (algo.type() != AlgoType.MOVE_ORDER_STOP) {
      return Optional.empty();
    }
    Optional<BigDecimal> ratio = algo.callbackRatio();
    Optional<BigDecimal> spread = algo.callbackSpread();
    return fault(
            ratio.isPresent() == spread.isPresent(),
            "CALLBACK",
            AlgoOrders.text(ratio),
            "a trailing stop takes one of callbackRatio and callbackSpread")
        .or(
            () ->
                fault(
                    ratio.filter(AlgoForm::outOfRange).isPresent(),
                    "CALLBACK",
                    AlgoOrders.text(ratio),
                    "callbackRatio is from 0.001 (0.1%) to below 1 (100%)"))
        .or(
            () ->
                fault(
                    spread.filter(value -> value.signum() <= 0).isPresent(),
                    "CALLBACK",
                    AlgoOrders.text(spread),
                    "callbackSpread is above 0"));
  }

  private static boolean outOfRange(BigDecimal ratio) {
    return ratio.compareTo(LEAST_RATIO) < 0 || ratio.compareTo(BigDecimal.ONE) >= 0;
  }

  private Optional<Denial> watched() {
    return fault(
        algo.type() == AlgoType.TRIGGER
            && algo.instType() == InstType.SPOT
            && algo.triggerPriceType() != PriceType.LAST,
        "TRIGGER_TYPE",
        algo.triggerPriceType().word(),
        "spot triggers go by the last price");
  }

  private static Optional<Denial> fault(boolean wrong, String code, String value, String message) {
    return wrong
        ? Optional.of(new Denial(RULE, code, "as OKX takes it", value, message))
        : Optional.empty();
  }

  /// A price as it is shown in a denial.
  static Denial price(String code, BigDecimal value, String message) {
    return new Denial(RULE, code, "as OKX takes it", Decimals.text(value), message);
  }
}
