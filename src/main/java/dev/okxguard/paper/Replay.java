package dev.okxguard.paper;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Last prices to be played one after another.
///
/// @param prices at least one
/// @param interval from one to the next, positive
public record Replay(List<BigDecimal> prices, Duration interval) {
  /// More steps would make the exchange's state too large.
  public static final int MOST_STEPS = 4_000;

  private static final String HINT =
      "expected lines of ts,open,high,low,close as OKX gives them: ts in milliseconds, one"
          + " candle a line, evenly spaced; further columns and a heading are ignored";
  private static final int STEPS = 4;
  private static final long LONE_CANDLE = 60_000;

  public Replay {
    prices = List.copyOf(prices);
    if (prices.isEmpty() || prices.size() > MOST_STEPS || !interval.isPositive()) {
      throw new Fault(
          ExitCode.USAGE,
          "a replay needs 1 to " + MOST_STEPS + " prices and a positive interval",
          HINT);
    }
  }

  /// Candles as text, oldest or newest first, each played as four prices: open, the two extremes
  /// (the one nearer to the open first), close.
  ///
  /// @param speed how many times faster than the candles happened, at least 1
  /// @throws Fault of kind USAGE, with the line, for anything else
  public static Replay parse(String csv, int speed) {
    if (speed < 1) {
      throw new Fault(ExitCode.USAGE, "the speed must be at least 1", "");
    }
    List<Candle> candles = candles(csv.lines().toList());
    if (candles.size() > 1 && candles.getFirst().millis() > candles.getLast().millis()) {
      candles = candles.reversed();
    }
    long candle = spacing(candles);
    List<BigDecimal> prices = candles.stream().flatMap(Candle::path).toList();
    return new Replay(prices, Duration.ofMillis(candle).dividedBy((long) STEPS * speed));
  }

  private static List<Candle> candles(List<String> lines) {
    List<Candle> candles = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      boolean heading = i == 0 && !line.isEmpty() && Character.isLetter(line.charAt(0));
      if (!heading && !line.isEmpty()) {
        candles.add(candle(line, i + 1));
      }
    }
    return candles;
  }

  private static Candle candle(String line, int number) {
    List<BigDecimal> cells =
        Stream.of(line.split(",", -1))
            .limit(5)
            .flatMap(cell -> Decimals.parse(cell.strip()).stream())
            .toList();
    if (cells.size() < 5 || cells.getFirst().stripTrailingZeros().scale() > 0) {
      throw new Fault(ExitCode.USAGE, "line " + number + " is not a candle", HINT);
    }
    Candle candle =
        new Candle(
            cells.get(0).longValue(), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
    if (!candle.possible()) {
      throw new Fault(
          ExitCode.USAGE, "line " + number + ": high and low do not enclose the prices", HINT);
    }
    return candle;
  }

  private static long spacing(List<Candle> candles) {
    if (candles.size() < 2) {
      return LONE_CANDLE;
    }
    long spacing = candles.get(1).millis() - candles.get(0).millis();
    for (int i = 1; i < candles.size(); i++) {
      if (spacing <= 0 || candles.get(i).millis() - candles.get(i - 1).millis() != spacing) {
        throw new Fault(ExitCode.USAGE, "the candles are not evenly spaced", HINT);
      }
    }
    return spacing;
  }

  private record Candle(
      long millis, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close) {

    boolean possible() {
      return low.signum() > 0
          && low.compareTo(open.min(close)) <= 0
          && high.compareTo(open.max(close)) >= 0;
    }

    Stream<BigDecimal> path() {
      boolean lowFirst = open.subtract(low).compareTo(high.subtract(open)) <= 0;
      return lowFirst ? Stream.of(open, low, high, close) : Stream.of(open, high, low, close);
    }
  }
}
