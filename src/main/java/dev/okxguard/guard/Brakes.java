package dev.okxguard.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What is on record about the account beyond its orders, and may stand in the way of entries
/// whatever the order. Times are the exchange's.
///
/// @param reducing why only exits may go; empty when entries may, too
/// @param resumed when a person last let trading go on, by this machine's clock
/// @param tripped when a breaker last tripped
/// @param reconciled when expected and actual last agreed
/// @param heartbeat the dead man's switch
/// @param posMode,acctLv what the account is meant to be set to, as OKX writes it; empty when
///   nothing is pinned yet
/// @param stage how far the account has been promoted
public record Brakes(
    Optional<String> reducing,
    Optional<Instant> resumed,
    Optional<Instant> tripped,
    Optional<Instant> reconciled,
    Heartbeat heartbeat,
    Optional<String> posMode,
    Optional<String> acctLv,
    Stage stage) {

  /// How far this machine's clock may be ahead of the exchange's before their times are no longer
  /// compared.
  public static final Duration CLOCKS = Duration.ofSeconds(5);

  /// Nothing on record: a new account.
  public static Brakes none() {
    return new Brakes(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Heartbeat.Never(),
        Optional.empty(),
        Optional.empty(),
        Stage.DEMO);
  }
}
