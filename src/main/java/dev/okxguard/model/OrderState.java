package dev.okxguard.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The life of an order; the last three are final.
public enum OrderState {
  LIVE,
  PARTIALLY_FILLED,
  FILLED,
  CANCELED,
  MMP_CANCELED;

  /// Whether nothing more can happen to the order.
  public boolean isFinal() {
    return switch (this) {
      case LIVE, PARTIALLY_FILLED -> false;
      case FILLED, CANCELED, MMP_CANCELED -> true;
    };
  }

  /// The word OKX uses on the wire.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The constant of that word, or empty for a word OKX added later or never had.
  public static Optional<OrderState> of(String word) {
    return Arrays.stream(values()).filter(v -> v.word().equals(word)).findFirst();
  }
}
