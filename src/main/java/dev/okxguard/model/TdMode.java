package dev.okxguard.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a trade is margined. Contracts take cross or isolated, spot takes cash (or cross in modes 3
/// and 4).
public enum TdMode {
  CASH,
  CROSS,
  ISOLATED,
  SPOT_ISOLATED;

  /// The word OKX uses on the wire.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The constant of that word, or empty for a word OKX added later or never had.
  public static Optional<TdMode> of(String word) {
    return Arrays.stream(values()).filter(v -> v.word().equals(word)).findFirst();
  }
}
