package dev.okxguard.paper.engine;

import java.math.BigDecimal;
import java.util.Optional;

/// What the prices of one moment set off: resting orders fill, then stops fire, then positions
/// without margin are liquidated.
record Moment(Session session) {

  void run() {
    new Matcher(session).touch();
    settle();
  }

  /// The same for a price that nobody was told of before: trailing stops take note of it first.
  void react() {
    Algos algos = session.account().algos();
    for (Algo algo : algos.live()) {
      BigDecimal last = session.market().prices(algo.instId(), session.now()).last();
      boolean begins = algo.activation().map(target -> target.reached(last)).orElse(false);
      algo.best()
          .map(best -> algo.terms().trail().orElseThrow().better(best, last))
          .or(() -> begins ? Optional.of(last) : Optional.empty())
          .filter(best -> algo.best().map(before -> before.compareTo(best) != 0).orElse(true))
          .ifPresent(best -> algos.put(algo.trailing(best)));
    }
    run();
  }

  /// The same without the resting orders, which see the next price.
  void settle() {
    new Stops(session).run();
    new Liquidation(session).run();
    new Stops(session).follow();
  }
}
