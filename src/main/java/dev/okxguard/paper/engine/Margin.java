package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import java.util.Optional;

/// What carries positions, against what they require: maintenance margin and liquidation fee.
record Margin(BigDecimal equity, BigDecimal required) {

  /// OKX's mgnRatio as a plain ratio, 1 at liquidation; empty when nothing is required.
  Optional<BigDecimal> ratio() {
    return required.signum() == 0
        ? Optional.empty()
        : Optional.of(Decimals.divide(equity, required));
  }

  /// Whether the positions are to be liquidated.
  boolean exhausted() {
    return required.signum() > 0 && equity.compareTo(required) <= 0;
  }
}
