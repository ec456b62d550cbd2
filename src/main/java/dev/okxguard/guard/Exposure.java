package dev.okxguard.guard;

import java.math.BigDecimal;

/// What an order can do to exposure.
sealed interface Exposure {
  /// It may add exposure, or nobody can tell that it does not.
  record Entry() implements Exposure {}

  /// It can only reduce: by arithmetic on what is held, or because the exchange holds it to that.
  record Exit() implements Exposure {}

  /// It says that it only reduces, but there is nothing on that side to reduce.
  record WrongDirection() implements Exposure {}

  /// It closes, but more than is held.
  record BeyondPosition(BigDecimal held) implements Exposure {}

  /// Whether the order must meet the limits for entries.
  default boolean entry() {
    return switch (this) {
      case Entry _, WrongDirection _ -> true;
      case Exit _, BeyondPosition _ -> false;
    };
  }
}
