package dev.okxguard.trade;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// The last look before an entry goes out. Once its expiry is set OKX drops what comes late;
/// before, this process may be held up for however long (stopped, frozen with its container,
/// swapped out), while people halt and what was read grows old.
///
/// @param began,at when the account's reading began, by the clock that only runs forward and by the
///   one that goes on while the machine sleeps
record Departure(Desk desk, long began, Instant at) {
  /// Above what the reads take when each is repeated for as long as it may be.
  private static final Duration MOST = Duration.ofSeconds(60);

  static Departure from(Desk desk) {
    return new Departure(desk, desk.time().nanos(), desk.time().now());
  }

  /// Whether trading is halted. What only reduces risk goes all the same.
  Optional<Outcome> halted(Errand errand, Account account, Supplier<Ticket> ticket) {
    return errand.reduces()
        ? Optional.empty()
        : account.halted().map(reason -> new Outcome.Halted(ticket.get(), reason));
  }

  /// The same, or whether too long has passed; to be asked when the expiry is set.
  Optional<Outcome> held(Errand errand, Account account, Ticket ticket) {
    return halted(errand, account, () -> ticket)
        .or(() -> old().filter(_ -> !errand.reduces()).map(age -> late(ticket, age)));
  }

  private Optional<Duration> old() {
    Duration ran = Duration.ofNanos(desk.time().nanos() - began);
    Duration slept = Duration.between(at, desk.time().now());
    return Optional.of(ran.compareTo(slept) > 0 ? ran : slept)
        .filter(age -> age.compareTo(MOST) > 0);
  }

  private static Outcome late(Ticket ticket, Duration age) {
    String reason = "held up: the account was read " + age.toSeconds() + " s ago; nothing was sent";
    return new Outcome.NotSent(ticket, reason, Optional.empty());
  }
}
