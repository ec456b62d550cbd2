package dev.okxguard.paper.market;

import java.math.BigDecimal;
import java.util.Optional;

/// Collects the lowest and highest price of one type over stretches of time.
final class Extremes {
  /// Spans up to this many seconds are looked at second by second; of longer ones this many
  /// seconds, evenly spread, and both ends.
  static final int EXACT = 4_000;

  private final Listing listing;
  private final PricePath path;
  private final Market.PriceType type;
  private final int points;
  private Optional<Market.Range> range = Optional.empty();

  Extremes(Listing listing, PricePath path, Market.PriceType type, int points) {
    this.listing = listing;
    this.path = path;
    this.type = type;
    this.points = points;
  }

  void add(Timeline.Stretch stretch) {
    Optional<Timeline.Setting> setting = stretch.setting();
    if (setting.isPresent()) {
      see(setting.get().prices().of(type));
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
    long low = Math.min(value(from), value(to));
    long high = Math.max(value(from), value(to));
    for (long at = Math.ceilDiv(from, step) * step; at < to; at += step) {
      long value = value(at);
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    long basis = type == Market.PriceType.INDEX ? 0 : listing.basisPpm();
    see(listing.price(low, basis));
    see(listing.price(high, basis));
  }

  private long value(long second) {
    return type == Market.PriceType.LAST ? path.traded(second) : path.smooth(second);
  }

  void see(BigDecimal price) {
    Market.Range seen = range.orElse(new Market.Range(price, price));
    range = Optional.of(new Market.Range(seen.low().min(price), seen.high().max(price)));
  }
}
