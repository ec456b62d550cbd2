package dev.okxguard.model;

import java.util.Locale;
import java.util.Optional;

/// Which leg of a position is meant: the one leg of net mode, or one of the two of long/short mode.
public enum PosSide {
  NET,
  LONG,
  SHORT;

  private static final Words<PosSide> WORDS = Words.of(values(), PosSide::word);

  private final String word = name().toLowerCase(Locale.ROOT);

  /// The word OKX uses on the wire.
  public String word() {
    return word;
  }

  /// The constant of that word, or empty for a word OKX added later or never had.
  public static Optional<PosSide> of(String word) {
    return WORDS.find(word);
  }

  /// Whether an order of that side can only close it: long/short mode makes sell+long and buy+short
  /// reduce-only by nature.
  public boolean closedBy(Side side) {
    return switch (this) {
      case NET -> false;
      case LONG -> side == Side.SELL;
      case SHORT -> side == Side.BUY;
    };
  }
}
