package dev.okxguard.architecture.violations.journal;

/// Counts in a static field.
final class Counting {
  static int lines;

  private Counting() {}
}
