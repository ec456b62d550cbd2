package dev.okxguard.paper.engine;

import dev.okxguard.paper.market.Market;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the first moment at which a price does something, by halving the time that may hold it.
final class FirstTouch {
  /// As long as a market looks at every price of the range.
  private static final Duration EXACT = Duration.ofHours(1);

  /// After more than three months only samples are looked at, so that it takes no longer.
  private static final int MOST_WINDOWS = 2_200;

  private static final Duration FINEST = Duration.ofMillis(1);

  /// What is waited for.
  interface Watch {
    String instId();

    Market.PriceType type();

    /// Whether it may happen within a range of prices that follows what it has passed.
    boolean possible(Market.Range range);

    /// Whether it happens at that price.
    boolean reached(BigDecimal price);

    /// It did not happen within that range.
    void passed(Market.Range range);
  }

  private record Stretch(String instId, Market.PriceType type, Instant from, Instant to) {}

  private final Market market;
  private final Duration window;
  private final Map<Stretch, Market.Range> ranges = new HashMap<>();

  /// For a search over that much time at most.
  FirstTouch(Market market, Duration span) {
    this.market = market;
    this.window = longer(EXACT, span.dividedBy(MOST_WINDOWS));
  }

  /// The first moment after `from` up to and including `to`, to the millisecond.
  Optional<Instant> find(Watch watch, Instant from, Instant to) {
    Instant start = from;
    while (start.isBefore(to)) {
      Instant end = windowEnd(start, to);
      Optional<Instant> found = within(watch, start, end);
      if (found.isPresent()) {
        return found;
      }
      start = end;
    }
    return Optional.empty();
  }

  private Optional<Instant> within(Watch watch, Instant from, Instant to) {
    Market.Range range = range(watch.instId(), watch.type(), from, to);
    if (!watch.possible(range)) {
      watch.passed(range);
      return Optional.empty();
    }
    Duration length = Duration.between(from, to);
    if (length.compareTo(FINEST) <= 0) {
      return atLast(watch, to);
    }
    Instant middle = from.plusMillis(Math.max(1, length.toMillis() / 2));
    return within(watch, from, middle).or(() -> within(watch, middle, to));
  }

  private Optional<Instant> atLast(Watch watch, Instant at) {
    BigDecimal price = market.prices(watch.instId(), at).of(watch.type());
    if (watch.reached(price)) {
      return Optional.of(at);
    }
    watch.passed(new Market.Range(price, price));
    return Optional.empty();
  }

  /// The last prices from `from`, exclusive, to `to`, in ranges short enough to be exact.
  List<Market.Range> ranges(String instId, Instant from, Instant to) {
    List<Market.Range> result = new ArrayList<>();
    Instant start = from;
    while (start.isBefore(to)) {
      Instant end = windowEnd(start, to);
      result.add(range(instId, Market.PriceType.LAST, start, end));
      start = end;
    }
    return result;
  }

  /// The mark prices from `from`, exclusive, to `to`.
  Market.Range marks(String instId, Instant from, Instant to) {
    return range(instId, Market.PriceType.MARK, from, to);
  }

  private Market.Range range(String instId, Market.PriceType type, Instant from, Instant to) {
    return ranges.computeIfAbsent(
        new Stretch(instId, type, from, to), key -> market.range(instId, type, from, to));
  }

  /// The end of the first stretch of that time that is looked at whole.
  Instant windowEnd(Instant start, Instant to) {
    Instant end = start.truncatedTo(ChronoUnit.HOURS).plus(window).truncatedTo(ChronoUnit.MILLIS);
    return end.isBefore(to) ? end : to;
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
