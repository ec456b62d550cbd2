package dev.okxguard.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// After a breaker tripped entries stay denied for a while, even when a person resumes earlier. By
/// the exchange's clock. 0 turns it off.
record Cooldown() implements AccountRule {
  private static final String NAME = "cooldown_minutes";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String limit(Policy policy) {
    return policy.breakers().cooldownMinutes() + " minutes";
  }

  @Override
  public Finding look(Facts facts, Policy policy) {
    Optional<Instant> tripped = facts.brakes().tripped();
    if (policy.breakers().cooldownMinutes() <= 0 || tripped.isEmpty()) {
      return new Finding.Skipped(tripped.isEmpty() ? "nothing tripped" : "off");
    }
    String value = tripped.get().toString();
    return denial(tripped, facts.serverTime(), policy)
        .<Finding>map(no -> new Finding.Beyond(no.code(), value, no.message()))
        .orElseGet(() -> new Finding.Within(value));
  }

  /// What stands against every entry at that time; empty when nothing does. A trip dated in the
  /// future counts as just made.
  private static Optional<Denial> denial(Optional<Instant> tripped, Instant now, Policy policy) {
    int minutes = policy.breakers().cooldownMinutes();
    return tripped
        .map(at -> at.plus(Duration.ofMinutes(minutes)))
        .filter(until -> minutes > 0 && now.isBefore(until))
        .map(
            until ->
                new Denial(
                    NAME,
                    "COOLDOWN",
                    minutes + " minutes",
                    tripped.get().toString(),
                    "a breaker tripped at "
                        + tripped.get()
                        + "; entries are allowed again from "
                        + until));
  }
}
