package dev.okxguard.paper.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The algo orders this exchange works.
enum AlgoType {
  /// One take-profit or stop-loss.
  CONDITIONAL("7"),
  /// Both, of which one executes.
  OCO("7"),
  /// An order to be placed once a price is reached.
  TRIGGER("6"),
  /// A trailing stop.
  MOVE_ORDER_STOP("25");

  private final String source;

  AlgoType(String source) {
    this.source = source;
  }

  /// What the orders it places carry as `source`.
  String source() {
    return source;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<AlgoType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
  }
}
