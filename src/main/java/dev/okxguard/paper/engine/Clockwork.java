package dev.okxguard.paper.engine;

import dev.okxguard.paper.market.Market;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Lets time pass for an account: what prices set off happens in the order in which they did, each
/// at its own moment.
final class Clockwork {
  private final Account account;
  private final Market market;
  private final FirstTouch prices;

  Clockwork(Account account, Market market) {
    this.account = account;
    this.market = market;
    this.prices = new FirstTouch(market);
  }

  /// From `since`, exclusive, to `to`, inclusive; nothing when no time has passed.
  void run(Instant since, Instant to) {
    if (!since.isBefore(to)) {
      return;
    }
    // Delivered contracts have no prices to look at.
    new Matcher(session(to)).cancelExpired();
    new Stops(session(to)).follow();
    Instant at = since;
    Optional<Instant> next = next(at, to);
    while (next.isPresent()) {
      trail(at, next.get());
      at = next.get();
      new Matcher(session(at)).touch();
      new Stops(session(at)).run();
      next = next(at, to);
    }
    trail(at, to);
  }

  private Optional<Instant> next(Instant since, Instant to) {
    Optional<Instant> first = Optional.empty();
    List<FirstTouch.Watch> watches = Watches.of(account).toList();
    for (FirstTouch.Watch watch : watches) {
      Optional<Instant> found = prices.find(watch, since, first.orElse(to));
      first = found.isPresent() ? found : first;
    }
    return first;
  }

  /// Trailing stops take note of the best price, or begin to trail.
  private void trail(Instant since, Instant to) {
    for (Algo algo : account.algos().live()) {
      BigDecimal last = market.prices(algo.instId(), to).last();
      if (algo.activation().map(target -> target.reached(last)).orElse(false)) {
        account.algos().put(algo.trailing(last));
      }
      if (algo.best().isPresent() && since.isBefore(to)) {
        Trail trail = algo.terms().trail().orElseThrow();
        BigDecimal best =
            prices.ranges(algo.instId(), since, to).stream()
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
