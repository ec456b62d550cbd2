package dev.okxguard.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The direction of an order.
public enum Side {
  BUY,
  SELL;

  /// 1 for buy, -1 for sell.
  public int sign() {
    return this == BUY ? 1 : -1;
  }

  /// The other direction.
  public Side opposite() {
    return this == BUY ? SELL : BUY;
  }

  /// The word OKX uses on the wire.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The constant of that word, or empty for a word OKX added later or never had.
  public static Optional<Side> of(String word) {
    return Arrays.stream(values()).filter(v -> v.word().equals(word)).findFirst();
  }
}
