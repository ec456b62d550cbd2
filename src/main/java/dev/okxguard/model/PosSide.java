package dev.okxguard.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which leg of a position is meant: the one leg of net mode, or one of the two of long/short mode.
public enum PosSide {
  NET,
  LONG,
  SHORT;

  /// The word OKX uses on the wire.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The constant of that word, or empty for a word OKX added later or never had.
  public static Optional<PosSide> of(String word) {
    return Arrays.stream(values()).filter(v -> v.word().equals(word)).findFirst();
  }
}
