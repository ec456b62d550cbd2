package dev.okxguard.guard.breaker;

/// A breaker needs something that could not be read.
final class Unmeasurable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param datum what is missing, for people
  Unmeasurable(String datum) {
    super(datum);
  }
}
