package dev.okxguard.model;

import java.util.Locale;
import java.util.Optional;

/// The order types of the order book (OKX V5, section d.1 of the reference).
public enum OrdType {
  MARKET,
  LIMIT,
  POST_ONLY,
  FOK,
  IOC,
  OPTIMAL_LIMIT_IOC,
  MMP,
  MMP_AND_POST_ONLY,
  RPI,
  /// Only in answers: a simple option's order.
  OP_FOK;

  private static final Words<OrdType> WORDS = Words.of(values(), OrdType::word);

  private final String word = name().toLowerCase(Locale.ROOT);

  /// Whether an order of this type must carry a price.
  public boolean priced() {
    return switch (this) {
      case MARKET, OPTIMAL_LIMIT_IOC -> false;
      case LIMIT, POST_ONLY, FOK, IOC, MMP, MMP_AND_POST_ONLY, RPI, OP_FOK -> true;
    };
  }

  /// Whether what does not fill at once waits in the book.
  public boolean waits() {
    return switch (this) {
      case LIMIT, POST_ONLY, MMP, MMP_AND_POST_ONLY, RPI -> true;
      case MARKET, FOK, IOC, OPTIMAL_LIMIT_IOC, OP_FOK -> false;
    };
  }

  /// The word OKX uses on the wire.
  public String word() {
    return word;
  }

  /// The constant of that word, or empty for a word OKX added later or never had.
  public static Optional<OrdType> of(String word) {
    return WORDS.find(word);
  }
}
