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
  private final FirstTouch prices;

  /// For that much time in all.
  Clockwork(Account account, Market market, Duration span) {
    this.account = account;
    this.market = market;
    this.prices = new FirstTouch(market, span);
  }

  /// Does nothing when no time has passed.
  ///
  /// @param since exclusive, @param to inclusive
  void run(Instant since, Instant to) {
    if (!since.isBefore(to)) {
      return;
    }
    new Stops(session(since)).follow();
    Instant at = since;
    Optional<Instant> next = next(at, to);
    while (next.isPresent()) {
      trail(at, next.get());
      at = next.get();
      new Moment(session(at)).run();
      next = next(at, to);
    }
    trail(at, to);
  }

  private Optional<Instant> next(Instant after, Instant to) {
    Optional<Instant> first = Optional.empty();
    List<FirstTouch.Watch> watches = Watches.of(account).toList();
    for (FirstTouch.Watch watch : watches) {
      Optional<Instant> found = prices.find(watch, after, first.orElse(to));
      first = found.isPresent() ? found : first;
    }
    Optional<Instant> brink = new Brink(session(after), prices).find(after, first.orElse(to));
    return brink.isPresent() ? brink : first;
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
