package dev.okxguard.config;

import dev.okxguard.guard.Policy;
import java.math.BigDecimal;

/// The keys of `[breakers]`.
final class BreakerKeys {
  private static final String SECTION = "breakers";

  static final PolicyKey<BigDecimal> MAX_DAILY_LOSS_RATIO =
      PolicyKeys.decimal(
          SECTION, "max_daily_loss_ratio", "0.03", PolicyValues::fraction, BigDecimal::min);
  static final PolicyKey<BigDecimal> MAX_DRAWDOWN =
      PolicyKeys.decimal(SECTION, "max_drawdown", "0.10", PolicyValues::fraction, BigDecimal::min);
  static final PolicyKey<Integer> MAX_CONSECUTIVE_LOSSES =
      PolicyKeys.count(SECTION, "max_consecutive_losses", PolicyKeys::smallerUnlessOff, 3);
  static final PolicyKey<Integer> COOLDOWN_MINUTES =
      PolicyKeys.count(SECTION, "cooldown_minutes", Math::max, 60);
  static final PolicyKey<BigDecimal> MAX_MOVE =
      PolicyKeys.decimal(
          SECTION, "max_move", "0.08", PolicyValues::decimal, BreakerKeys::smallerUnlessOff);
  static final PolicyKey<Integer> MAX_MOVE_MINUTES =
      PolicyKeys.count(SECTION, "max_move_minutes", Math::max, 15);

  private BreakerKeys() {}

  static Policy.Breakers breakers(Stated stated) {
    return new Policy.Breakers(
        stated.get(MAX_DAILY_LOSS_RATIO),
        stated.get(MAX_DRAWDOWN),
        stated.get(MAX_CONSECUTIVE_LOSSES),
        stated.get(COOLDOWN_MINUTES),
        stated.get(MAX_MOVE),
        stated.get(MAX_MOVE_MINUTES));
  }

  private static BigDecimal smallerUnlessOff(BigDecimal a, BigDecimal b) {
    return a.signum() == 0 || b.signum() == 0 ? a.max(b) : a.min(b);
  }
}
