package dev.okxguard.reconcile;

import java.math.BigDecimal;

/// One thing that is not as it should be.
///
/// @param kind `cash` or `position`
/// @param subject the currency, or the leg's instrument
/// @param expected,actual in the currency, or in contracts
public record Difference(String kind, String subject, BigDecimal expected, BigDecimal actual) {}
