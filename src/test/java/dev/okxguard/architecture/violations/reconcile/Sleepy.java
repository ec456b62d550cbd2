package dev.okxguard.architecture.violations.reconcile;

/// Sleeps.
final class Sleepy {
  private Sleepy() {}

  static void rest() throws InterruptedException {
    Thread.sleep(1);
  }
}
