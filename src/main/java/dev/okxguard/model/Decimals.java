package dev.okxguard.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/// Text and money: plain decimals in, plain decimals out, never an exponent, never a binary float.
public final class Decimals {
  /// Precision of divisions whose result is not exact.
  public static final MathContext DIVISION = new MathContext(34, RoundingMode.HALF_EVEN);

  /// Enough digits for any price or size OKX knows; longer text is a mistake or an attack.
  private static final int MAX_LENGTH = 40;

  private static final Pattern PLAIN = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  private Decimals() {}

  /// Reads a plain decimal (ASCII digits, `.` as separator, no exponent, no grouping, no plus
  /// sign); empty for anything else, also for `""`.
  public static Optional<BigDecimal> parse(String text) {
    if (text == null || text.length() > MAX_LENGTH || !PLAIN.matcher(text).matches()) {
      return Optional.empty();
    }
    return Optional.of(new BigDecimal(text));
  }

  /// The value as plain text without trailing zeros: `1.50` gives `1.5`, `0.00` gives `0`.
  public static String text(BigDecimal value) {
    if (value.signum() == 0) {
      return "0";
    }
    return value.stripTrailingZeros().toPlainString();
  }

  /// Whether both are the same number, whatever their scale.
  public static boolean same(BigDecimal a, BigDecimal b) {
    return a.compareTo(b) == 0;
  }

  /// The greatest multiple of `step` that is not above `value` in size; `step` must be positive.
  public static BigDecimal floorTo(BigDecimal value, BigDecimal step) {
    return value.divide(step, 0, RoundingMode.DOWN).multiply(step);
  }

  /// Whether `value` is a whole multiple of `step`; `step` must be positive.
  public static boolean isMultiple(BigDecimal value, BigDecimal step) {
    return value.remainder(step).signum() == 0;
  }

  /// `a / b` to 34 digits; `b` must not be zero.
  public static BigDecimal divide(BigDecimal a, BigDecimal b) {
    return a.divide(b, DIVISION);
  }
}
