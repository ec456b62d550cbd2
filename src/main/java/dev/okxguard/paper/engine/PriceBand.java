package dev.okxguard.paper.engine;

import dev.okxguard.model.Instrument;
import dev.okxguard.model.Side;
import dev.okxguard.paper.market.Market.Prices;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// The price limits of an instrument: 5 % around its index price. OKX's own formula also follows a
/// moving premium; this is the simple reading.
///
/// @param buyLmt highest price of a buy
/// @param sellLmt lowest price of a sell
public record PriceBand(BigDecimal buyLmt, BigDecimal sellLmt) {
  private static final BigDecimal UP = new BigDecimal("1.05");
  private static final BigDecimal DOWN = new BigDecimal("0.95");

  /// The band at those prices, on the instrument's tick and never outside the 5 %.
  public static PriceBand of(Instrument instrument, Prices prices) {
    BigDecimal tick = instrument.tickSz();
    BigDecimal buy = prices.index().multiply(UP).divide(tick, 0, RoundingMode.DOWN).multiply(tick);
    BigDecimal sell = prices.index().multiply(DOWN).divide(tick, 0, RoundingMode.UP).multiply(tick);
    return new PriceBand(buy, sell);
  }

  /// The worst price an order of that side may name.
  BigDecimal edge(Side side) {
    return side == Side.BUY ? buyLmt : sellLmt;
  }

  /// Whether an order of that side may name the price.
  boolean allows(Side side, BigDecimal px) {
    return side == Side.BUY ? px.compareTo(buyLmt) <= 0 : px.compareTo(sellLmt) >= 0;
  }
}
