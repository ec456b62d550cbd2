package dev.okxguard.model;

import java.util.Locale;
import java.util.Optional;

/// The algo orders OKX has, some of which only appear in answers here (OKX V5, section c.5 of the
/// reference).
public enum AlgoType {
  /// One take-profit or one stop-loss.
  CONDITIONAL,
  /// Both, of which one executes.
  OCO,
  /// An order to be placed once a price is reached.
  TRIGGER,
  /// A trailing stop.
  MOVE_ORDER_STOP,
  CHASE,
  ICEBERG,
  SMART_ICEBERG,
  TWAP;

  private static final Words<AlgoType> WORDS = Words.of(values(), AlgoType::word);

  private final String word = name().toLowerCase(Locale.ROOT);

  /// The word OKX uses on the wire.
  public String word() {
    return word;
  }

  /// The constant of that word, or empty for a word OKX added later or never had.
  public static Optional<AlgoType> of(String word) {
    return WORDS.find(word);
  }
}
