package dev.okxguard.guard;

import java.time.Duration;
import java.time.Instant;

/// Whether the clocks can be believed.
final class ClockRules {
  private ClockRules() {}

  /// Local clock against the exchange's.
  record ClockSkew() implements AccountRule {
    @Override
    public String name() {
      return "clock_skew_ms";
    }

    @Override
    public String limit(Policy policy) {
      return String.valueOf(policy.clockSkewMillis());
    }

    @Override
    public Finding look(Facts facts, Policy policy) {
      long skew = Math.absExact(facts.clockSkewMillis());
      String value = String.valueOf(skew);
      return skew <= policy.clockSkewMillis()
          ? new Finding.Within(value)
          : new Finding.Beyond(
              "CLOCK_SKEW",
              value,
              "the local clock is "
                  + value
                  + " ms off the exchange's; allowed: "
                  + policy.clockSkewMillis());
    }
  }

  /// An entry on record from the future means that a clock ran backwards: then the windows of the
  /// other rules prove nothing.
  record ClockBackwards() implements AccountRule {
    @Override
    public String name() {
      return "clock_backwards";
    }

    @Override
    public String limit(Policy policy) {
      return policy.clockSkewMillis() + " ms";
    }

    @Override
    public Finding look(Facts facts, Policy policy) {
      Instant now = facts.serverTime();
      Instant newest =
          AccountRule.have(facts.recent(), "order history").stream()
              .map(Facts.PastEntry::time)
              .max(Instant::compareTo)
              .orElse(now);
      Duration ahead = Duration.between(now, newest);
      String value = Math.max(ahead.toMillis(), 0) + " ms";
      return ahead.compareTo(Duration.ofMillis(policy.clockSkewMillis())) <= 0
          ? new Finding.Within(value)
          : new Finding.Beyond(
              "CLOCK_BACKWARDS",
              value,
              "an entry on record is " + value + " later than the exchange's clock now");
    }
  }
}
