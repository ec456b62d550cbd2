package dev.okxguard.paper.engine;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/// Keeps resting orders that may only close within the position they close: the best priced keep
/// their size, later ones are cut, and those for which nothing is left are cancelled.
record ReduceOnly(Session session) {
  /// OKX's reason for an order that no longer has anything to reduce.
  private static final String CANCELLED = "2";

  void enforce(LegKey key) {
    BigDecimal free = session.account().legs().open(key).map(Leg::size).orElse(BigDecimal.ZERO);
    for (OwnOrder order : closing(key)) {
      free = free.subtract(keep(order, free));
    }
  }

  /// Pending orders that can only close that leg, best price first, then oldest.
  List<OwnOrder> closing(LegKey key) {
    Comparator<OwnOrder> price =
        Comparator.comparing(
            order ->
                order
                    .terms()
                    .px()
                    .orElseThrow()
                    .multiply(BigDecimal.valueOf(-order.terms().side().sign())));
    return session
        .account()
        .orders()
        .pending(terms -> terms.leg().equals(key) && terms.closesOnly())
        .stream()
        .sorted(price.thenComparing(OwnOrder::ordId))
        .toList();
  }

  private BigDecimal keep(OwnOrder order, BigDecimal free) {
    if (wrongWay(order) || free.signum() == 0) {
      session.account().orders().put(order.canceled(CANCELLED, session.now()));
      return BigDecimal.ZERO;
    }
    if (order.rest().compareTo(free) > 0) {
      Terms cut = order.terms().withSz(order.progress().filled().add(free));
      session.account().orders().put(order.with(cut));
      return free;
    }
    return order.rest();
  }

  private boolean wrongWay(OwnOrder order) {
    return session
        .account()
        .legs()
        .open(order.terms().leg())
        .map(leg -> leg.sign() == order.terms().side().sign())
        .orElse(true);
  }
}
