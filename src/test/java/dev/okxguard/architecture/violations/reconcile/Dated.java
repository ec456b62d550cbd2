package dev.okxguard.architecture.violations.reconcile;

import java.util.Date;

/// Makes a date of now.
final class Dated {
  private Dated() {}

  static Date today() {
    return new Date();
  }
}
