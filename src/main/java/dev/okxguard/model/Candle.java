package dev.okxguard.model;

import java.math.BigDecimal;
import java.time.Instant;

/// The prices of one period.
///
/// @param start when the period began
public record Candle(
    Instant start, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close) {}
