package dev.okxguard.trade;

import java.util.Optional;

/// An order somebody wants cancelled, by one of its ids; `ordId` wins.
public record CancelRequest(String instId, Optional<String> ordId, Optional<String> clOrdId) {}
