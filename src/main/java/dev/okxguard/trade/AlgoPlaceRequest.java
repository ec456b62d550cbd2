package dev.okxguard.trade;

import dev.okxguard.model.AlgoDraft;
import java.util.Optional;

/// An algo order somebody wants placed.
///
/// @param key the caller's intent id: the same key with the same algo order never places a second
public record AlgoPlaceRequest(AlgoDraft draft, Optional<String> key) {}
