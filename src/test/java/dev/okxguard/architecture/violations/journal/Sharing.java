package dev.okxguard.architecture.violations.journal;

/// Lets others write to a static array.
final class Sharing {
  static final String[] NAMES = {"a"};

  private Sharing() {}
}
