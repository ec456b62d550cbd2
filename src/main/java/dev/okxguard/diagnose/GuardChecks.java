package dev.okxguard.diagnose;

import dev.okxguard.guard.Policy;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The limits: written down, binding, and fit for what the account holds.
record GuardChecks(Sources sources, Setup setup) {
  private static final BigDecimal LEAST_ORDER = BigDecimal.TEN;
  private static final BigDecimal MUCH_LEVERAGE = BigDecimal.TEN;
  private static final int MOST_REASONS = 2;

  List<Check> all() {
    return List.of(
        new Check(CheckId.POLICY, this::policy),
        new Check(CheckId.ENFORCED, this::enforced),
        new Check(CheckId.LIMITS, this::limits));
  }

  private Finding policy() {
    try {
      Setup.Limits limits = sources.limits.told();
      if (!limits.policy().problems().isEmpty()) {
        return Finding.fail(
            "entries are denied: " + String.join("; ", limits.policy().problems()),
            "okx guard limits shows the limits in force");
      }
      return limits.files().isEmpty()
          ? Finding.warn("no file: the defaults hold", "okx guard init writes " + limits.own())
          : Finding.ok(
              limits.files().stream().map(Object::toString).collect(Collectors.joining(", ")));
    } catch (Fault fault) {
      return Finding.fail(fault.getMessage(), fault.hint());
    }
  }

  private Finding enforced() {
    Setup.Enforced enforced = setup.enforced();
    String reasons =
        enforced.reasons().stream().limit(MOST_REASONS).collect(Collectors.joining("; "));
    return enforced.reasons().isEmpty()
        ? Finding.ok("whoever runs this can change neither limits nor state")
        : Finding.warn("advisory only: " + reasons, enforced.how());
  }

  private Finding limits() {
    Setup.Limits limits = sources.limits.get();
    try {
      BigDecimal equity = sources.balance.told().totalEq();
      List<String> odd = odd(limits.policy(), equity);
      if (limits.waiting() > 0) {
        odd.add(limits.waiting() + " looser limits wait for their time");
      }
      String held = "equity of " + Decimals.text(Decimals.floorTo(equity, BigDecimal.ONE)) + " USD";
      return odd.isEmpty()
          ? Finding.ok("they fit an " + held)
          : Finding.warn(
              held + ": " + String.join("; ", odd), "okx guard limits --use; then change the file");
    } catch (Fault fault) {
      return Finding.unknown("the equity: " + fault.getMessage(), fault.hint());
    }
  }

  private static List<String> odd(Policy policy, BigDecimal equity) {
    List<String> odd = new ArrayList<>();
    if (equity.signum() <= 0) {
      odd.add("there is nothing to trade with");
      return odd;
    }
    BigDecimal order = policy.maxOrderRatio().multiply(equity).min(policy.maxOrderSize());
    if (order.compareTo(LEAST_ORDER) < 0) {
      odd.add("no order above " + Decimals.text(Decimals.floorTo(order, CENT)) + " USD passes");
    }
    if (policy.maxOrderSize().compareTo(equity) > 0) {
      odd.add("max_order_size is more than the account holds");
    }
    if (policy.maxPositionSize().compareTo(equity.multiply(policy.maxLeverage())) > 0) {
      odd.add("max_position_size is more than the account could carry");
    }
    if (policy.maxTotalRatio().compareTo(BigDecimal.ONE) > 0) {
      odd.add("max_total_ratio is above 1");
    }
    if (policy.maxLeverage().compareTo(MUCH_LEVERAGE) > 0) {
      odd.add("max_leverage is above 10");
    }
    if (policy.requireStopLoss() == Policy.RequireStop.NEVER) {
      odd.add("require_stop_loss is never");
    }
    return odd;
  }

  private static final BigDecimal CENT = new BigDecimal("0.01");
}
