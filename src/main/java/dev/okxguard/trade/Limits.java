package dev.okxguard.trade;

import dev.okxguard.guard.Policy;
import java.time.Instant;
import java.util.Optional;

/// The limits in force on the account a command works for: known for certain once it is entered,
/// since a looser policy waits there for its time.
public final class Limits {
  private final Source source;
  private volatile Policy inForce;

  /// Says which limits are in force on an account.
  @FunctionalInterface
  public interface Source {
    /// The limits; never looser than what is on record there, unless the time has come.
    ///
    /// @param now the exchange's clock, given only under the account's lock; without it nothing
    ///   looser takes effect and nothing is put on record
    Policy of(String uid, Optional<Instant> now);
  }

  /// @param policy what the files say, until an account is entered
  public Limits(Policy policy, Source source) {
    this.inForce = policy;
    this.source = source;
  }

  /// The same limits on every account.
  public static Limits fixed(Policy policy) {
    return new Limits(policy, (_, _) -> policy);
  }

  void enter(String uid, Optional<Instant> now) {
    inForce = source.of(uid, now);
  }

  Policy inForce() {
    return inForce;
  }
}
