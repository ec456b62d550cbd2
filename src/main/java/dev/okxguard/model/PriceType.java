package dev.okxguard.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which price a trigger watches.
public enum PriceType {
  LAST,
  INDEX,
  MARK;

  /// The word OKX uses on the wire.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The constant of that word, or empty for a word OKX added later or never had.
  public static Optional<PriceType> of(String word) {
    return Arrays.stream(values()).filter(v -> v.word().equals(word)).findFirst();
  }
}
