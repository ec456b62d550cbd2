package dev.okxguard.trade;

import java.util.Optional;

/// A waiting algo order, by one of its ids; `algoId` wins.
public record AlgoName(String instId, Optional<String> algoId, Optional<String> algoClOrdId) {}
