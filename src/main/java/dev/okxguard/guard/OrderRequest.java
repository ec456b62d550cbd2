package dev.okxguard.guard;

import dev.okxguard.model.OrderDraft;
import java.math.BigDecimal;
import java.util.Optional;

/// An order with what its caller says about it.
///
/// @param intentKey whether the caller named this intent with a key of its own that was never seen
///   before: a second order like the last one is then meant, not an accident
/// @param trigger the price at which an algo order will place it; empty for an order of now
public record OrderRequest(OrderDraft draft, boolean intentKey, Optional<BigDecimal> trigger) {

  /// An order of now.
  public OrderRequest(OrderDraft draft, boolean intentKey) {
    this(draft, intentKey, Optional.empty());
  }
}
