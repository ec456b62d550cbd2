package dev.okxguard.guard.breaker;

import dev.okxguard.model.Candle;
import dev.okxguard.model.DayRange;
import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How far prices went within a window, by candles of one minute.
record PriceMove(Instant now, int minutes, Optional<Instant> resumed) {
  /// As many candles as the exchange gives at once.
  static final int MOST = 300;

  /// The newest candle may be that old.
  private static final Duration FRESH = Duration.ofMinutes(2);

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /// Whether a whole day's range is too narrow to hold a move that trips.
  static boolean calm(DayRange day, Instant now, BigDecimal limit) {
    boolean narrow =
        Decimals.divide(day.high().subtract(day.low()), day.low()).compareTo(limit) < 0;
    return narrow && !day.at().plus(FRESH).isBefore(now);
  }

  /// The distance between the lowest and the highest price, as a share of the lowest. What came
  /// before a person resumed counts no more.
  BigDecimal of(String instId, Optional<List<Candle>> read) {
    List<Candle> candles = read.orElseThrow(() -> new Unmeasurable("candles of " + instId));
    if (minutes > MOST) {
      throw new Unmeasurable("a window of at most " + MOST + " minutes for max_move_minutes");
    }
    if (candles.size() < minutes || stale(candles.getFirst())) {
      throw new Unmeasurable("candles of the last " + minutes + " minutes of " + instId);
    }
    Instant from = now.minus(Duration.ofMinutes(minutes));
    List<Candle> window =
        candles.stream()
            .filter(candle -> candle.start().plus(MINUTE).isAfter(from))
            .filter(candle -> resumed.map(at -> candle.start().isAfter(at)).orElse(true))
            .toList();
    return window.stream()
        .map(Candle::low)
        .min(BigDecimal::compareTo)
        .map(low -> Decimals.divide(highest(window).subtract(low), low))
        .orElse(BigDecimal.ZERO);
  }

  private boolean stale(Candle newest) {
    return newest.start().plus(FRESH).isBefore(now);
  }

  private static BigDecimal highest(List<Candle> window) {
    return window.stream().map(Candle::high).max(BigDecimal::compareTo).orElseThrow();
  }
}
