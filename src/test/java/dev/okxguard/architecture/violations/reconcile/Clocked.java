package dev.okxguard.architecture.violations.reconcile;

import java.time.Clock;

/// Brings its own clock.
final class Clocked {
  private Clocked() {}

  static Clock clock() {
    return Clock.systemUTC();
  }
}
