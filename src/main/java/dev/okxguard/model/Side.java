package dev.okxguard.model;

import java.util.Locale;
import java.util.Optional;

/// The direction of an order.
public enum Side {
  BUY,
  SELL;

  private static final Words<Side> WORDS = Words.of(values(), Side::word);

  private final String word = name().toLowerCase(Locale.ROOT);

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
    return word;
  }

  /// The constant of that word, or empty for a word OKX added later or never had.
  public static Optional<Side> of(String word) {
    return WORDS.find(word);
  }
}
