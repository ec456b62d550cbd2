package dev.okxguard.config;

import dev.okxguard.guard.Policy;
import java.math.BigDecimal;

/// The keys of `[stage]`.
final class StageKeys {
  private static final String SECTION = "stage";

  static final PolicyKey<Boolean> ENFORCE = PolicyKeys.flag(SECTION, "enforce", false);
  static final PolicyKey<Integer> DEMO_TRADES =
      PolicyKeys.count(SECTION, "demo_trades", Math::max, 20);
  static final PolicyKey<Integer> OBSERVE_DAYS =
      PolicyKeys.count(SECTION, "observe_days", Math::max, 7);
  static final PolicyKey<BigDecimal> PROBATION_SIZE =
      PolicyKeys.decimal(SECTION, "probation_size", "10", PolicyValues::decimal, BigDecimal::min);
  static final PolicyKey<Integer> PROBATION_TRADES =
      PolicyKeys.count(SECTION, "probation_trades", Math::max, 20);

  private StageKeys() {}

  static Policy.Probation stage(Stated stated) {
    return new Policy.Probation(
        stated.get(ENFORCE),
        stated.get(DEMO_TRADES),
        stated.get(OBSERVE_DAYS),
        stated.get(PROBATION_SIZE),
        stated.get(PROBATION_TRADES));
  }
}
