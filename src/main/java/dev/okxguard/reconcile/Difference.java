package dev.okxguard.reconcile;

/// One thing that is not as it should be.
///
/// @param expected,actual as text: contracts, an amount of the currency, a word; "" for nothing
/// @param explanation what is known of how it came about
public record Difference(
    Kind kind,
    Severity severity,
    Subject subject,
    String expected,
    String actual,
    String explanation) {}
