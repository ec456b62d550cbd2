package dev.okxguard.paper.engine;

import dev.okxguard.model.Side;
import dev.okxguard.paper.market.Market;
import java.math.BigDecimal;
import java.util.Optional;

/// The distance a trailing stop keeps from the best last price it has seen.
///
/// @param side of the order it places: a sell trails below the highest price, a buy above the
///   lowest
/// @param ratio,spread one of the two
/// @param activation what sets it going, empty when it goes at once
record Trail(
    Side side,
    Optional<BigDecimal> ratio,
    Optional<BigDecimal> spread,
    Optional<Target> activation) {

  /// The better of two prices to trail.
  BigDecimal better(BigDecimal best, BigDecimal price) {
    return side == Side.SELL ? best.max(price) : best.min(price);
  }

  /// The best price of a range.
  BigDecimal best(Market.Range range) {
    return side == Side.SELL ? range.high() : range.low();
  }

  /// The price at which it fires once `best` was seen.
  BigDecimal trigger(BigDecimal best) {
    BigDecimal distance = spread.orElseGet(() -> best.multiply(ratio.orElseThrow()));
    return side == Side.SELL ? best.subtract(distance) : best.add(distance);
  }

  /// What fires once `best` was seen.
  Target target(BigDecimal best) {
    boolean rising = side == Side.BUY;
    return new Target(trigger(best), Market.PriceType.LAST, Optional.empty(), rising);
  }
}
