package dev.okxguard.architecture.violations.reconcile;

import java.util.function.Supplier;

/// Reads the environment, inside a lambda.
final class Curious {
  private Curious() {}

  static Supplier<String> home() {
    return () -> System.getenv("HOME");
  }
}
