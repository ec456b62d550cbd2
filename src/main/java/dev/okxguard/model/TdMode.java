package dev.okxguard.model;

import java.util.Locale;
import java.util.Optional;

/// How a trade is margined. Contracts take cross or isolated, spot takes cash (or cross in modes 3
/// and 4).
public enum TdMode {
  CASH,
  CROSS,
  ISOLATED,
  SPOT_ISOLATED;

  private static final Words<TdMode> WORDS = Words.of(values(), TdMode::word);

  private final String word = name().toLowerCase(Locale.ROOT);

  /// The word OKX uses on the wire.
  public String word() {
    return word;
  }

  /// The constant of that word, or empty for a word OKX added later or never had.
  public static Optional<TdMode> of(String word) {
    return WORDS.find(word);
  }
}
