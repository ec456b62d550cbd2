package dev.okxguard.model;

import java.math.BigDecimal;
import java.time.Instant;

/// Between which prices an instrument traded in the last 24 hours.
///
/// @param at when that was told
public record DayRange(String instId, BigDecimal low, BigDecimal high, Instant at) {}
