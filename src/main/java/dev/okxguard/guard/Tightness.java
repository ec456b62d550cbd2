package dev.okxguard.guard;

import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.Optional;

/// Whether one stop ends a loss no later and no less surely than another on the same leg.
///
/// @param mark mark price of the position; without it nobody can tell where a trailing stop is
record Tightness(Optional<BigDecimal> mark) {
  /// Whether `other` can take the place of `stop`. Both are stops of the same side.
  ///
  /// Where a trailing stop has trailed to is not known, so that only one which trails as closely
  /// and began no later is surely no looser than it.
  boolean standsIn(Algo other, Algo stop) {
    if (other.algoId().equals(stop.algoId())) {
      return true;
    }
    return trails(stop) ? trails(other) && closer(other, stop) : reached(other, stop);
  }

  private boolean reached(Algo other, Algo stop) {
    boolean sells = stop.side() == Side.SELL;
    Optional<BigDecimal> level = trails(other) ? least(other) : other.stop().slTriggerPx();
    Optional<BigDecimal> bound = stop.stop().slTriggerPx();
    boolean later =
        level.isEmpty()
            || bound
                .filter(px -> level.get().subtract(px).signum() * (sells ? 1 : -1) < 0)
                .isPresent();
    return !later && !lessSure(stop.stop().slOrdPx(), other.stop().slOrdPx(), sells);
  }

  /// Where a trailing stop is if it began to trail now: it has not moved away since.
  private Optional<BigDecimal> least(Algo trail) {
    return mark.flatMap(
        px ->
            trail
                .callbackSpread()
                .or(() -> trail.callbackRatio().map(px::multiply))
                .map(
                    distance ->
                        trail.side() == Side.SELL ? px.subtract(distance) : px.add(distance)));
  }

  private static boolean closer(Algo other, Algo stop) {
    return !other.created().isAfter(stop.created())
        && (within(other.callbackRatio(), stop.callbackRatio())
            || within(other.callbackSpread(), stop.callbackSpread()));
  }

  private static boolean within(Optional<BigDecimal> distance, Optional<BigDecimal> most) {
    return distance.isPresent() && most.isPresent() && distance.get().compareTo(most.get()) <= 0;
  }

  private static boolean trails(Algo stop) {
    return stop.type() == AlgoType.MOVE_ORDER_STOP;
  }

  /// Whether an order price fills less surely: market fills most surely, then the limit that gives
  /// in most.
  static boolean lessSure(Optional<BigDecimal> was, Optional<BigDecimal> is, boolean sells) {
    Optional<BigDecimal> limit = is.filter(px -> px.signum() > 0);
    Optional<BigDecimal> old = was.filter(px -> px.signum() > 0);
    if (limit.isEmpty()) {
      return false;
    }
    return old.isEmpty()
        || (sells ? limit.get().compareTo(old.get()) > 0 : limit.get().compareTo(old.get()) < 0);
  }
}
