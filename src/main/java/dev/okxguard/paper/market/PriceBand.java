package dev.okxguard.paper.market;

import dev.okxguard.model.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// How far from the index an order may be priced. OKX's own formula moves with the premium; here
/// the band is fixed.
///
/// @param buy the highest buy price
/// @param sell the lowest sell price
record PriceBand(BigDecimal buy, BigDecimal sell) {
  /// The band's half width as a fraction of the index price.
  static final BigDecimal WIDTH = new BigDecimal("0.05");

  /// The band around that index price, on the tick, never wider than the fraction.
  static PriceBand around(Instrument instrument, BigDecimal index) {
    BigDecimal tick = instrument.tickSz();
    BigDecimal width = index.multiply(WIDTH);
    BigDecimal buy = index.add(width).divide(tick, 0, RoundingMode.FLOOR).multiply(tick);
    BigDecimal sell = index.subtract(width).divide(tick, 0, RoundingMode.CEILING).multiply(tick);
    return new PriceBand(buy, sell);
  }
}
