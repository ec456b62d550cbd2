package dev.okxguard.guard;

import dev.okxguard.model.Decimals;
import java.util.Locale;

/// What halts trading by itself, named after its policy key.
public enum Breaker {
  MAX_DAILY_LOSS_RATIO,
  MAX_DRAWDOWN,
  MAX_CONSECUTIVE_LOSSES,
  MAX_MOVE;

  /// The policy key.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What is allowed, as text; it trips when that is reached.
  public String limit(Policy.Breakers limits) {
    return switch (this) {
      case MAX_DAILY_LOSS_RATIO -> Decimals.text(limits.maxDailyLossRatio());
      case MAX_DRAWDOWN -> Decimals.text(limits.maxDrawdown());
      case MAX_CONSECUTIVE_LOSSES -> String.valueOf(limits.maxConsecutiveLosses());
      case MAX_MOVE ->
          Decimals.text(limits.maxMove()) + " in " + limits.maxMoveMinutes() + " minutes";
    };
  }

  /// Whether the policy has it at all.
  public boolean on(Policy.Breakers limits) {
    return switch (this) {
      case MAX_DAILY_LOSS_RATIO, MAX_DRAWDOWN -> true;
      case MAX_CONSECUTIVE_LOSSES -> limits.maxConsecutiveLosses() > 0;
      case MAX_MOVE -> limits.maxMove().signum() > 0 && limits.maxMoveMinutes() > 0;
    };
  }
}
