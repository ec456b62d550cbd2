package dev.okxguard.architecture.violations.guard;

import java.math.BigDecimal;

/// A rule that turns money into a double and back.
final class RoundingRule {
  private RoundingRule() {}

  static BigDecimal rounded(BigDecimal money) {
    return BigDecimal.valueOf(money.doubleValue());
  }
}
