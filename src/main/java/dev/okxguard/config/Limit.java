package dev.okxguard.config;

/// One policy key as it is in force, fit for showing.
///
/// @param key section and name, for example `limits.max_order_size`
/// @param value the effective value; `not enforced` for a key this version only knows
/// @param source the file or files it comes from, or `default`
public record Limit(String key, String value, String source) {}
