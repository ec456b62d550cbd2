package dev.okxguard.trade;

import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import java.util.function.BinaryOperator;

/// At most so much of something that a size has at a price.
///
/// @param most how much
/// @param measure how much a size has
/// @param start the price to begin with
/// @param worse which of two prices makes a size have more
record Ask(BigDecimal most, Measure measure, BigDecimal start, BinaryOperator<BigDecimal> worse) {

  /// How much of what was asked for a size has at a price; grows with the size.
  @FunctionalInterface
  interface Measure {
    BigDecimal of(BigDecimal size, BigDecimal price);
  }

  /// The greatest multiple of `lot` that has no more than was asked at that price. Division is not
  /// exact, so the measure has the last word.
  BigDecimal size(BigDecimal price, BigDecimal lot) {
    BigDecimal one = measure.of(BigDecimal.ONE, price);
    BigDecimal near = Decimals.floorTo(Decimals.divide(most, one), lot);
    if (fits(near.add(lot), price)) {
      return near.add(lot);
    }
    return fits(near, price) ? near : near.subtract(lot);
  }

  private boolean fits(BigDecimal size, BigDecimal price) {
    return measure.of(size, price).compareTo(most) <= 0;
  }
}
