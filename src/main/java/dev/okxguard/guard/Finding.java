package dev.okxguard.guard;

/// What one rule says.
sealed interface Finding {
  /// Within the limit.
  record Within(String value) implements Finding {}

  /// Beyond it.
  ///
  /// @param message ends with what would be allowed
  record Beyond(String code, String value, String message) implements Finding {}

  /// The rule does not apply here.
  record Skipped(String why) implements Finding {}
}
