package dev.okxguard.architecture.violations.reconcile;

/// Prints.
final class Loud {
  private Loud() {}

  static void say() {
    System.out.println("hello");
  }
}
