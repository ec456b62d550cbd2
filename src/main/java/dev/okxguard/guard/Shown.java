package dev.okxguard.guard;

import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Measured values as text, rounded against the order so that a value beyond a limit never looks
/// like one at it.
final class Shown {
  private static final int USD_DIGITS = 2;
  private static final int RATIO_DIGITS = 6;

  private Shown() {}

  static String usd(BigDecimal value) {
    return up(value, USD_DIGITS) + " USD";
  }

  static String usdLimit(BigDecimal limit) {
    return Decimals.text(limit) + " USD";
  }

  /// A ratio that must not be too large.
  static String ratio(BigDecimal value) {
    return up(value, RATIO_DIGITS);
  }

  /// A ratio that must not be too small.
  static String leastRatio(BigDecimal value) {
    return Decimals.text(value.setScale(RATIO_DIGITS, RoundingMode.FLOOR));
  }

  private static String up(BigDecimal value, int digits) {
    return Decimals.text(value.setScale(digits, RoundingMode.CEILING));
  }
}
