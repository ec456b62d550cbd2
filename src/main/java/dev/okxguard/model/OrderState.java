package dev.okxguard.model;

import java.util.Locale;
import java.util.Optional;

/// The life of an order; the last three are final.
public enum OrderState {
  LIVE,
  PARTIALLY_FILLED,
  FILLED,
  CANCELED,
  MMP_CANCELED;

  private static final Words<OrderState> WORDS = Words.of(values(), OrderState::word);

  private final String word = name().toLowerCase(Locale.ROOT);

  /// Whether nothing more can happen to the order.
  public boolean isFinal() {
    return switch (this) {
      case LIVE, PARTIALLY_FILLED -> false;
      case FILLED, CANCELED, MMP_CANCELED -> true;
    };
  }

  /// The word OKX uses on the wire.
  public String word() {
    return word;
  }

  /// The constant of that word, or empty for a word OKX added later or never had.
  public static Optional<OrderState> of(String word) {
    return WORDS.find(word);
  }
}
