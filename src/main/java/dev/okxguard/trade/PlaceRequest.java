package dev.okxguard.trade;

import dev.okxguard.model.OrderDraft;
import java.util.Optional;

/// An order somebody wants placed.
///
/// @param key the caller's intent id: the same key with the same order never places a second one
public record PlaceRequest(OrderDraft draft, Optional<String> key) {}
