package dev.okxguard.trade;

import dev.okxguard.model.ExchangeError;
import dev.okxguard.model.Order;
import java.util.Optional;

/// What asking OKX about an intent gave.
sealed interface Resolution {
  /// The order exists, or existed.
  record Found(Order order) implements Resolution {}

  /// What the intent wanted is the case.
  ///
  /// @param id of the algo order, "" where there is none
  record Done(String id, String remark) implements Resolution {}

  /// Proven: it was never accepted.
  record Absent(String remark) implements Resolution {}

  /// Not there now, and too old to say whether it ever was: it holds nothing, but it must not be
  /// taken for never sent.
  record Forgotten(String remark) implements Resolution {}

  /// Still not known.
  record Open(String reason, Optional<ExchangeError> error) implements Resolution {}
}
