package dev.okxguard.guard;

import dev.okxguard.model.OrderDraft;

/// An order with what its caller says about it.
///
/// @param intentKey whether the caller named this intent with a key of its own that was never seen
///   before: a second order like the last one is then meant, not an accident
public record OrderRequest(OrderDraft draft, boolean intentKey) {}
