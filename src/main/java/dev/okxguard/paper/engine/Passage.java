package dev.okxguard.paper.engine;

import dev.okxguard.paper.market.Market;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// Lets time pass for an account: prices do their work between the moments that are fixed
/// beforehand, which are cancel-all-after timers, funding times and deliveries.
final class Passage {
  private final Account account;
  private final Market market;
  private final Instant to;
  private final Clockwork clockwork;

  Passage(Account account, Market market, Instant since, Instant to) {
    this.account = account;
    this.market = market;
    this.to = to;
    this.clockwork = new Clockwork(account, market, Duration.between(since, to));
  }

  /// Does nothing when no time has passed.
  void run(Instant since) {
    new Delivery(session(since)).run();
    Instant at = since;
    Optional<Instant> next = next(at);
    while (next.isPresent()) {
      clockwork.run(at, next.get());
      at = next.get();
      keep(session(at));
      next = next(at);
    }
    clockwork.run(at, to);
  }

  private Optional<Instant> next(Instant after) {
    Optional<Instant> timer =
        account.timers().due(to).map(account.timers()::at).map(at -> later(at, after));
    Stream<Instant> others =
        Stream.concat(new FundingFees(session(after)).next().stream(), expiries(after));
    return Stream.concat(timer.stream(), others)
        .filter(at -> !at.isAfter(to))
        .min(Comparator.naturalOrder());
  }

  private Stream<Instant> expiries(Instant after) {
    return account.touched().flatMap(id -> market.expiry(id).stream()).filter(after::isBefore);
  }

  private void keep(Session session) {
    Optional<String> timer = account.timers().due(session.now());
    while (timer.isPresent()) {
      new CancelAllAfter(session).fire(timer.get());
      timer = account.timers().due(session.now());
    }
    new FundingFees(session).settle();
    new Delivery(session).run();
    new Moment(session).settle();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private Session session(Instant now) {
    return new Session(account, market, now);
  }
}
