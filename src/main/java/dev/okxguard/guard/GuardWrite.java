package dev.okxguard.guard;

import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says whether a write that is not an order may go.
public final class GuardWrite {

  /// A cancel, or anything else that cannot add risk: only read-only stops it.
  public List<Denial> judgeWrite(Policy policy) {
    if (!policy.readOnly()) {
      return List.of();
    }
    return List.of(
        new Denial(
            "read_only", "READ_ONLY", "true", "write", "read-only: nothing that writes is sent"));
  }

  /// A change of leverage. Lowering it needs no sound policy, raising it does; neither may end
  /// above the limit.
  ///
  /// @param current the leverage now set; unknown counts as raising
  public List<Denial> judgeLeverage(
      BigDecimal newLeverage, Optional<BigDecimal> current, Policy policy) {
    List<Denial> denials = new ArrayList<>(judgeWrite(policy));
    boolean lowers = current.filter(now -> newLeverage.compareTo(now) <= 0).isPresent();
    if (!lowers) {
      policy.problems().forEach(problem -> denials.add(untrusted(problem)));
    }
    if (newLeverage.signum() <= 0 || newLeverage.compareTo(policy.maxLeverage()) > 0) {
      denials.add(tooMuch(newLeverage, policy));
    }
    return List.copyOf(denials);
  }

  /// A change of how positions are kept: nothing measures its risk, so it needs a policy that can
  /// be trusted.
  public List<Denial> judgeMode(Policy policy) {
    List<Denial> denials = new ArrayList<>(judgeWrite(policy));
    policy.problems().forEach(problem -> denials.add(untrusted(problem)));
    return List.copyOf(denials);
  }

  /// A change of a setting, which adds no exposure by itself, while only exits may go.
  public List<Denial> judgeReducing(Brakes brakes) {
    return BrakeRules.reducing(brakes);
  }

  private static Denial untrusted(String problem) {
    return new Denial(
        "policy",
        "POLICY_PROBLEM",
        "readable",
        problem,
        "the policy cannot be trusted: " + problem);
  }

  private static Denial tooMuch(BigDecimal leverage, Policy policy) {
    String limit = Decimals.text(policy.maxLeverage());
    String value = Decimals.text(leverage);
    return new Denial(
        "max_leverage",
        "MAX_LEVERAGE",
        limit,
        value,
        "leverage " + value + " is not allowed; allowed: above 0, up to " + limit);
  }
}
