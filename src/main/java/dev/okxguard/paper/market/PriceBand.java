package dev.okxguard.paper.market;

import dev.okxguard.model.Instrument;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// How far from the index an order may be priced. OKX's own formula also follows a moving premium;
/// here the band is fixed.
///
/// @param buyLmt highest price of a buy
/// @param sellLmt lowest price of a sell
public record PriceBand(BigDecimal buyLmt, BigDecimal sellLmt) {
  /// The band's half width as a fraction of the index price.
  static final BigDecimal WIDTH = new BigDecimal("0.05");

  /// The band around that index price, on the tick, never wider than the fraction.
  public static PriceBand around(Instrument instrument, BigDecimal index) {
    BigDecimal tick = instrument.tickSz();
    BigDecimal width = index.multiply(WIDTH);
    BigDecimal buy = index.add(width).divide(tick, 0, RoundingMode.FLOOR).multiply(tick);
    BigDecimal sell = index.subtract(width).divide(tick, 0, RoundingMode.CEILING).multiply(tick);
    return new PriceBand(buy, sell);
  }

  /// The worst price an order of that side may name.
  public BigDecimal edge(Side side) {
    return side == Side.BUY ? buyLmt : sellLmt;
  }

  /// Whether an order of that side may name the price.
  public boolean allows(Side side, BigDecimal px) {
    return side == Side.BUY ? px.compareTo(buyLmt) <= 0 : px.compareTo(sellLmt) >= 0;
  }
}
