package dev.okxguard.architecture.violations.model;

/// Takes doubles.
final class FloatingArray {
  private FloatingArray() {}

  static int count(double[][] ratios) {
    return ratios.length;
  }
}
