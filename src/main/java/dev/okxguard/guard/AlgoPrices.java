package dev.okxguard.guard;

import dev.okxguard.model.AlgoDraft;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.PriceType;
import dev.okxguard.model.Quote;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/// The trigger prices of an algo order: on the tick, and on the side of the market where they are
/// not reached yet (51277 to 51280, 51300 to 51308).
final class AlgoPrices {
  private final AlgoDraft algo;
  private final Facts facts;

  private AlgoPrices(AlgoDraft algo, Facts facts) {
    this.algo = algo;
    this.facts = facts;
  }

  static Stream<Denial> faults(AlgoDraft algo, Facts facts) {
    AlgoPrices prices = new AlgoPrices(algo, facts);
    return Stream.concat(prices.ticks(), prices.sides());
  }

  private Stream<Denial> ticks() {
    Optional<Instrument> instrument = Optional.ofNullable(facts.instruments().get(algo.instId()));
    AttachedStop stop = algo.stop();
    return Stream.of(
            algo.triggerPx(),
            algo.activePx(),
            stop.tpTriggerPx(),
            stop.slTriggerPx(),
            limit(stop.tpOrdPx()),
            limit(stop.slOrdPx()))
        .flatMap(Optional::stream)
        .filter(px -> off(px, instrument))
        .distinct()
        .map(px -> AlgoForm.price("TRIGGER_PRICE", px, tick(instrument)));
  }

  private static Optional<BigDecimal> limit(Optional<BigDecimal> ordPx) {
    return ordPx.filter(px -> !AttachedStop.atMarket(px));
  }

  private static boolean off(BigDecimal px, Optional<Instrument> instrument) {
    return px.signum() <= 0
        || instrument.filter(known -> !Decimals.isMultiple(px, known.tickSz())).isPresent();
  }

  private static String tick(Optional<Instrument> instrument) {
    return "a price must be above 0"
        + instrument.map(known -> " and a multiple of " + Decimals.text(known.tickSz())).orElse("");
  }

  private Stream<Denial> sides() {
    AttachedStop stop = algo.stop();
    boolean own = algo.type() == AlgoType.CONDITIONAL || algo.type() == AlgoType.OCO;
    boolean sells = algo.side() == Side.SELL;
    if (!own) {
      return algo.type() == AlgoType.TRIGGER ? attached(stop) : Stream.of();
    }
    return Stream.concat(
        beyond("tpTriggerPx", stop.tpTriggerPx(), now(stop.tpPriceType()), sells),
        beyond("slTriggerPx", stop.slTriggerPx(), now(stop.slPriceType()), !sells));
  }

  /// A take-profit of the order it places wins only beyond that order's own price. Its stop-loss is
  /// looked at by the rule that asks for one.
  private Stream<Denial> attached(AttachedStop stop) {
    Optional<BigDecimal> entry = algo.ordPx().filter(px -> px.signum() > 0).or(algo::triggerPx);
    return beyond("tpTriggerPx", stop.tpTriggerPx(), entry, algo.side() == Side.BUY);
  }

  private static Stream<Denial> beyond(
      String name, Optional<BigDecimal> trigger, Optional<BigDecimal> from, boolean above) {
    return trigger.stream()
        .filter(px -> from.filter(now -> reached(px, now, above)).isPresent())
        .map(
            px ->
                AlgoForm.price(
                    "TRIGGER_WRONG_SIDE",
                    px,
                    "%s must be %s %s"
                        .formatted(name, above ? "above" : "below", AlgoOrders.text(from))));
  }

  private static boolean reached(BigDecimal trigger, BigDecimal now, boolean above) {
    return above ? trigger.compareTo(now) <= 0 : trigger.compareTo(now) >= 0;
  }

  /// What that kind of price is now; nobody reads the index here.
  private Optional<BigDecimal> now(PriceType type) {
    return switch (type) {
      case LAST -> facts.quote().filter(q -> q.instId().equals(algo.instId())).map(Quote::last);
      case MARK -> Optional.ofNullable(facts.marks().get(algo.instId()));
      case INDEX -> Optional.empty();
    };
  }
}
