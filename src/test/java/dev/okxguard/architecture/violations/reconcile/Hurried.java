package dev.okxguard.architecture.violations.reconcile;

import java.time.Instant;
import java.util.function.Supplier;

/// Reads the clock itself.
final class Hurried {
  private Hurried() {}

  static Supplier<Instant> clock() {
    return Instant::now;
  }
}
