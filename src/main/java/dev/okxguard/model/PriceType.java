package dev.okxguard.model;

import java.util.Locale;
import java.util.Optional;

/// Which price a trigger watches.
public enum PriceType {
  LAST,
  INDEX,
  MARK;

  private static final Words<PriceType> WORDS = Words.of(values(), PriceType::word);

  private final String word = name().toLowerCase(Locale.ROOT);

  /// The word OKX uses on the wire.
  public String word() {
    return word;
  }

  /// The constant of that word, or empty for a word OKX added later or never had.
  public static Optional<PriceType> of(String word) {
    return WORDS.find(word);
  }
}
