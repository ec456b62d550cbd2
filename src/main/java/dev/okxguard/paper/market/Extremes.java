package dev.okxguard.paper.market;

import java.math.BigDecimal;
import java.util.Optional;

/// Collects the lowest and highest last price over stretches of time.
final class Extremes {
  /// Spans up to this many seconds are looked at second by second; of longer ones this many
  /// seconds, evenly spread, and both ends.
  static final int EXACT = 4_000;

  private final Listing listing;
  private final PricePath path;
  private final int points;
  private Optional<Market.Range> range = Optional.empty();

  Extremes(Listing listing, PricePath path, int points) {
    this.listing = listing;
    this.path = path;
    this.points = points;
  }

  void add(Timeline.Stretch stretch) {
    Optional<Timeline.Setting> setting = stretch.setting();
    if (setting.isPresent()) {
      see(setting.get().last());
      return;
    }
    addPath(PricePath.second(stretch.from()), PricePath.second(stretch.to()));
  }

  Market.Range range() {
    return range.orElseThrow();
  }

  /// The price rises with the path's value, so the extremes of one are those of the other.
  private void addPath(long from, long to) {
    long step = Math.max(1, Math.ceilDiv(to - from, points));
    long low = Math.min(path.traded(from), path.traded(to));
    long high = Math.max(path.traded(from), path.traded(to));
    for (long at = Math.ceilDiv(from, step) * step; at < to; at += step) {
      long value = path.traded(at);
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    see(listing.price(low, listing.basisPpm()));
    see(listing.price(high, listing.basisPpm()));
  }

  private void see(BigDecimal price) {
    Market.Range seen = range.orElse(new Market.Range(price, price));
    range = Optional.of(new Market.Range(seen.low().min(price), seen.high().max(price)));
  }
}
