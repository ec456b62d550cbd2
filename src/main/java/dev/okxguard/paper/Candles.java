package dev.okxguard.paper;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Candles read from text, oldest first and evenly spaced.
///
/// @param list at least one
/// @param spacing from one to the next, a minute when there is only one
public record Candles(List<Candle> list, Duration spacing) {
  private static final String HINT =
      "expected lines of ts,open,high,low,close as OKX gives them: ts in milliseconds, one"
          + " candle a line, evenly spaced; further columns and a heading are ignored";
  private static final List<String> HEADING = List.of("ts", "open", "high", "low", "close");
  private static final Duration LONE = Duration.ofMinutes(1);

  /// One candle.
  ///
  /// @param line where it stands, from 1
  /// @param millis when it began
  public record Candle(
      int line, long millis, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close) {

    private boolean possible() {
      return low.signum() > 0
          && low.compareTo(open.min(close)) <= 0
          && high.compareTo(open.max(close)) >= 0;
    }

    /// Its prices in the order in which they are played: open, the two extremes (the one nearer to
    /// the open first), close.
    public Stream<BigDecimal> path() {
      boolean lowFirst = open.subtract(low).compareTo(high.subtract(open)) <= 0;
      return lowFirst ? Stream.of(open, low, high, close) : Stream.of(open, high, low, close);
    }
  }

  public Candles {
    list = List.copyOf(list);
  }

  /// Reads candles, given oldest or newest first.
  ///
  /// @throws Fault of kind USAGE, with the line, for anything else
  public static Candles parse(String csv) {
    List<Candle> candles = rows(csv.lines().toList());
    if (candles.isEmpty()) {
      throw usage("there are no candles");
    }
    if (candles.getFirst().millis() > candles.getLast().millis()) {
      candles = candles.reversed();
    }
    return new Candles(candles, spacing(candles));
  }

  /// Makes sure that an instrument of that tick could have traded at these prices.
  ///
  /// @throws Fault of kind USAGE, with the line, when not
  public void requireTick(BigDecimal tick) {
    for (Candle candle : list) {
      if (!candle.path().allMatch(price -> Decimals.isMultiple(price, tick))) {
        throw usage(
            at(candle.line()) + "prices must be multiples of the tick " + Decimals.text(tick));
      }
    }
  }

  private static List<Candle> rows(List<String> lines) {
    List<Candle> candles = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      boolean heading = i == 0 && !line.isEmpty() && Character.isLetter(line.charAt(0));
      if (heading) {
        requireHeading(line);
      } else if (!line.isEmpty()) {
        candles.add(candle(line, i + 1));
      }
    }
    return candles;
  }

  /// A heading in another order would have every price read from the wrong column. What stands
  /// there is never quoted, here or below: the file may be another than was meant, with secrets.
  private static void requireHeading(String line) {
    List<String> names = Stream.of(line.split(",", -1)).map(String::strip).limit(5).toList();
    for (int i = 0; i < HEADING.size(); i++) {
      if (i >= names.size() || !names.get(i).equalsIgnoreCase(HEADING.get(i))) {
        throw usage(at(1) + "column " + (i + 1) + " is not " + HEADING.get(i));
      }
    }
  }

  private static Candle candle(String line, int number) {
    List<String> cells = Stream.of(line.split(",", -1)).map(String::strip).limit(5).toList();
    if (cells.size() < HEADING.size()) {
      throw usage(at(number) + "only " + cells.size() + " columns, not a candle");
    }
    Candle candle =
        new Candle(
            number,
            millis(cells.getFirst(), number),
            number(cells, 1, number),
            number(cells, 2, number),
            number(cells, 3, number),
            number(cells, 4, number));
    if (!candle.possible()) {
      throw usage(at(number) + "high and low do not enclose positive prices");
    }
    return candle;
  }

  private static long millis(String text, int line) {
    Optional<BigDecimal> value = Decimals.parse(text).filter(ts -> ts.signum() >= 0);
    try {
      return value.orElseThrow(ArithmeticException::new).longValueExact();
    } catch (ArithmeticException e) {
      throw usage(at(line) + "ts is not a time in whole milliseconds");
    }
  }

  private static BigDecimal number(List<String> cells, int column, int line) {
    return Decimals.parse(cells.get(column))
        .orElseThrow(
            () -> usage(at(line) + HEADING.get(column) + " is not a plain decimal number"));
  }

  private static Duration spacing(List<Candle> candles) {
    if (candles.size() < 2) {
      return LONE;
    }
    long spacing = candles.get(1).millis() - candles.get(0).millis();
    for (int i = 1; i < candles.size(); i++) {
      Candle candle = candles.get(i);
      long step = candle.millis() - candles.get(i - 1).millis();
      if (step <= 0) {
        throw usage(at(candle.line()) + "ts is out of order, or there twice");
      }
      if (step != spacing) {
        throw usage(
            at(candle.line())
                + "the candles are not evenly spaced: "
                + step
                + " ms after the one"
                + " before, not "
                + spacing);
      }
    }
    return Duration.ofMillis(spacing);
  }

  private static String at(int line) {
    return "line " + line + ": ";
  }

  private static Fault usage(String message) {
    return new Fault(ExitCode.USAGE, message, HINT);
  }
}
