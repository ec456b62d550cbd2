package dev.okxguard.paper.engine;

import dev.okxguard.model.Side;
import dev.okxguard.paper.market.Market;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything of the account that waits for a price.
final class Watches {
  private Watches() {}

  static Stream<FirstTouch.Watch> of(Account account) {
    Stream<FirstTouch.Watch> orders =
        account.orders().pending().stream()
            .map(order -> new Level(order.terms().instId(), target(order)));
    return Stream.concat(orders, account.algos().live().stream().flatMap(Watches::of));
  }

  /// A resting order fills when the last price touches its own.
  static Target target(OwnOrder order) {
    boolean rising = order.terms().side() == Side.SELL;
    BigDecimal px = order.terms().px().orElseThrow();
    return new Target(px, Market.PriceType.LAST, Optional.empty(), rising);
  }

  private static Stream<FirstTouch.Watch> of(Algo algo) {
    String instId = algo.instId();
    if (algo.terms().trail().isPresent()) {
      Trail trail = algo.terms().trail().get();
      return Stream.concat(
          algo.activation().stream().map(target -> new Level(instId, target)),
          algo.best().stream().map(best -> new Trailing(instId, trail, best)));
    }
    return algo.sparks().map(spark -> new Level(instId, spark.target()));
  }

  private record Level(String instId, Target target) implements FirstTouch.Watch {
    @Override
    public Market.PriceType type() {
      return target.type();
    }

    @Override
    public boolean possible(Market.Range range) {
      return target.reached(range);
    }

    @Override
    public boolean reached(BigDecimal price) {
      return target.reached(price);
    }

    @Override
    public void passed(Market.Range range) {
      // A level stays where it is.
    }
  }

  /// Follows the best price while the search goes on.
  private static final class Trailing implements FirstTouch.Watch {
    private final String instId;
    private final Trail trail;
    private BigDecimal best;

    Trailing(String instId, Trail trail, BigDecimal best) {
      this.instId = instId;
      this.trail = trail;
      this.best = best;
    }

    @Override
    public String instId() {
      return instId;
    }

    @Override
    public Market.PriceType type() {
      return Market.PriceType.LAST;
    }

    /// Only if even the best price of the range, seen first, would bring the stop so close.
    @Override
    public boolean possible(Market.Range range) {
      return trail.target(trail.better(best, trail.best(range))).reached(range);
    }

    @Override
    public boolean reached(BigDecimal price) {
      return trail.target(best).reached(price);
    }

    @Override
    public void passed(Market.Range range) {
      best = trail.better(best, trail.best(range));
    }
  }
}
