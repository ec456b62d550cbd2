package dev.okxguard.architecture.violations.reconcile;

/// Ends the process.
final class Leaving {
  private Leaving() {}

  static void leave() {
    System.exit(1);
  }
}
