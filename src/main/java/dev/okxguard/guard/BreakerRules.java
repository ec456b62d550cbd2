package dev.okxguard.guard;

import dev.okxguard.guard.BreakerReading.Shows;

/// Entries against what the breakers show. One that tripped has halted trading already; what none
/// measured, or could not measure, denies.
final class BreakerRules {
  private BreakerRules() {}

  /// One breaker.
  record Untripped(Breaker breaker) implements AccountRule {
    @Override
    public String name() {
      return breaker.key();
    }

    @Override
    public String limit(Policy policy) {
      return breaker.limit(policy.breakers());
    }

    @Override
    public Finding look(Facts facts, Policy policy) {
      BreakerReading reading =
          facts.breakers().stream()
              .filter(shown -> shown.breaker() == breaker)
              .findFirst()
              .orElseThrow(() -> new MissingDatum("a look of the breaker " + name()));
      return switch (reading.shows()) {
        case Shows.Within within -> new Finding.Within(within.value());
        case Shows.Tripped tripped ->
            new Finding.Beyond(breaker.name(), tripped.value(), tripped.message());
        case Shows.Off _ -> new Finding.Skipped("off");
        case Shows.Unknown unknown -> throw new MissingDatum(unknown.datum());
      };
    }
  }
}
