package dev.okxguard.paper.market;

import dev.okxguard.model.Book;
import dev.okxguard.model.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Synthetic liquidity: the best ask is the last price, the best bid one tick below, and on every
/// tick further out lie some tens of thousands of dollars, growing with the distance. Options count
/// with the dollars of their underlying.
final class Depth {
  private static final long LEAST_USD = 10_000;
  private static final long SPREAD_USD = 40_000;
  private static final long GROWTH_USD = 2_000;

  private final Listing listing;
  private final long seed;

  Depth(Listing listing, long seed) {
    this.listing = listing;
    this.seed = seed;
  }

  Book book(BigDecimal last, Instant at, int levels) {
    BigDecimal tick = listing.instrument().tickSz();
    long second = PricePath.second(at);
    List<Book.Level> asks = side(last, tick, Noise.mix(seed, 2 * second), levels);
    List<Book.Level> bids =
        side(last.subtract(tick), tick.negate(), Noise.mix(seed, 2 * second + 1), levels);
    return new Book(listing.id(), asks, bids, at);
  }

  private List<Book.Level> side(BigDecimal best, BigDecimal step, long shape, int levels) {
    List<Book.Level> side = new ArrayList<>();
    BigDecimal px = best;
    for (int i = 0; i < levels && px.signum() > 0; i++, px = px.add(step)) {
      long usd = LEAST_USD + Noise.below(SPREAD_USD, shape, i) + GROWTH_USD * i;
      side.add(new Book.Level(px, size(px, BigDecimal.valueOf(usd))));
    }
    return side;
  }

  /// That many dollars at that price in the instrument's unit, on the lot, never nothing.
  BigDecimal size(BigDecimal px, BigDecimal usd) {
    Instrument instrument = listing.instrument();
    BigDecimal lots = usd.divide(lotUsd(px), 0, RoundingMode.DOWN).max(BigDecimal.ONE);
    return lots.multiply(instrument.lotSz());
  }

  private BigDecimal lotUsd(BigDecimal px) {
    Instrument instrument = listing.instrument();
    if (listing.option().isPresent()) {
      return instrument.lotSz().multiply(instrument.contractValue()).multiply(listing.base());
    }
    if (instrument.inverse()) {
      return instrument.lotSz().multiply(instrument.contractValue());
    }
    BigDecimal value =
        instrument.instType().contracts() ? instrument.contractValue() : BigDecimal.ONE;
    return instrument.lotSz().multiply(value).multiply(px);
  }
}
