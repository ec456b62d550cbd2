package dev.okxguard.model;

import java.util.Locale;
import java.util.Optional;

/// The life of an algo order (OKX V5, section c.5 of the reference).
public enum AlgoState {
  LIVE,
  PAUSE,
  PARTIALLY_EFFECTIVE,
  /// Fired: its order was placed.
  EFFECTIVE,
  CANCELED,
  /// Fired, but its order was refused.
  ORDER_FAILED,
  PARTIALLY_FAILED;

  private static final Words<AlgoState> WORDS = Words.of(values(), AlgoState::word);

  private final String word = name().toLowerCase(Locale.ROOT);

  /// Whether nothing more will come of it.
  public boolean isFinal() {
    return switch (this) {
      case LIVE, PAUSE, PARTIALLY_EFFECTIVE -> false;
      case EFFECTIVE, CANCELED, ORDER_FAILED, PARTIALLY_FAILED -> true;
    };
  }

  /// The word OKX uses on the wire.
  public String word() {
    return word;
  }

  /// The constant of that word, or empty for a word OKX added later or never had.
  public static Optional<AlgoState> of(String word) {
    return WORDS.find(word);
  }
}
