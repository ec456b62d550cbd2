package dev.okxguard.paper.engine;

import dev.okxguard.paper.market.Market;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Lets time pass for an account: what prices set off happens in the order in which they did, each
/// at its own moment.
final class Clockwork {
  private final Account account;
  private final Market market;
  private final Instant since;
  private final Instant to;
  private final FirstTouch prices;

  /// @param since exclusive, @param to inclusive
  Clockwork(Account account, Market market, Instant since, Instant to) {
    this.account = account;
    this.market = market;
    this.since = since;
    this.to = to;
    this.prices = new FirstTouch(market, Duration.between(since, to));
  }

  /// Does nothing when no time has passed.
  void run() {
    if (!since.isBefore(to)) {
      return;
    }
    // Delivered contracts have no prices to look at.
    new Matcher(session(to)).cancelExpired();
    new Stops(session(to)).follow();
    Instant at = since;
    Optional<Instant> next = next(at);
    while (next.isPresent()) {
      trail(at, next.get());
      at = next.get();
      new Matcher(session(at)).touch();
      new Stops(session(at)).run();
      next = next(at);
    }
    trail(at, to);
    new OptionExpiry(session(to)).run();
  }

  private Optional<Instant> next(Instant after) {
    Optional<Instant> first = Optional.empty();
    List<FirstTouch.Watch> watches = Watches.of(account).toList();
    for (FirstTouch.Watch watch : watches) {
      Optional<Instant> found = prices.find(watch, after, first.orElse(to));
      first = found.isPresent() ? found : first;
    }
    return first;
  }

  /// Trailing stops take note of the best price, or begin to trail.
  private void trail(Instant from, Instant until) {
    for (Algo algo : account.algos().live()) {
      BigDecimal last = market.prices(algo.instId(), until).last();
      if (algo.activation().map(target -> target.reached(last)).orElse(false)) {
        account.algos().put(algo.trailing(last));
      }
      if (algo.best().isPresent() && from.isBefore(until)) {
        Trail trail = algo.terms().trail().orElseThrow();
        BigDecimal best =
            prices.ranges(algo.instId(), from, until).stream()
                .map(trail::best)
                .reduce(algo.best().get(), trail::better);
        if (best.compareTo(algo.best().get()) != 0) {
          account.algos().put(algo.trailing(best));
        }
      }
    }
  }

  private Session session(Instant now) {
    return new Session(account, market, now);
  }
}
