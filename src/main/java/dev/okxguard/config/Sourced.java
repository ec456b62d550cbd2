package dev.okxguard.config;

/// A value and where it came from.
///
/// @param source the flag, the variable or the file and section, as shown to people
record Sourced<T>(T value, String source) {}
