package dev.okxguard.paper;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/// Last prices to be played one after another.
///
/// @param prices at least one
/// @param interval from one to the next, a millisecond at least: the account sees no shorter ones
public record Replay(List<BigDecimal> prices, Duration interval) {
  /// More steps would make the exchange's state too large.
  public static final int MOST_STEPS = 4_000;

  /// Prices played for one candle.
  private static final int STEPS = 4;

  private static final Duration LEAST = Duration.ofMillis(1);

  public Replay {
    prices = List.copyOf(prices);
    boolean counted = !prices.isEmpty() && prices.size() <= MOST_STEPS;
    if (!counted || interval.compareTo(LEAST) < 0) {
      throw new Fault(
          ExitCode.USAGE,
          "a replay in time needs 1 to "
              + MOST_STEPS
              + " prices, four for a candle, and a millisecond for each",
          "play fewer candles, or slower, or all of them at once");
    }
  }

  /// Candles as text, played that many times faster than they happened.
  ///
  /// @param speed at least 1
  /// @throws Fault of kind USAGE, with the line, for anything else
  public static Replay parse(String csv, int speed) {
    if (speed < 1) {
      throw new Fault(ExitCode.USAGE, "the speed must be at least 1", "");
    }
    Candles candles = Candles.parse(csv);
    return of(candles, candles.spacing().dividedBy(speed));
  }

  /// Candles that take that long each.
  ///
  /// @throws Fault of kind USAGE when that is no time, or the candles are too many
  public static Replay of(Candles candles, Duration each) {
    List<BigDecimal> prices = candles.list().stream().flatMap(Candles.Candle::path).toList();
    return new Replay(prices, each.dividedBy(STEPS));
  }
}
