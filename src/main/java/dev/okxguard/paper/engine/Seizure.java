package dev.okxguard.paper.engine;

import dev.okxguard.model.OrdType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The exchange reduces a leg by itself: an order of its own without a client id, one fill of a
/// negative tradeId without fee, the category's bill.
record Seizure(Session session, Category category) {

  /// Takes that much of an open leg at that price.
  OwnOrder take(Leg leg, BigDecimal size, BigDecimal px) {
    String ordId = session.account().ids().next(session.now());
    Progress fresh = Progress.fresh(session.now());
    OwnOrder order = new OwnOrder(ordId, terms(leg, size), session.now(), fresh);
    return new Settlement(session).fill(order, new Contracts.Lot(px, size), true);
  }

  /// Cancels the pending orders of that kind, and says whether there were any.
  boolean cancel(Predicate<Terms> which, String source) {
    Orders orders = session.account().orders();
    List<OwnOrder> pending = orders.pending(which);
    pending.forEach(order -> orders.put(order.canceled(source, session.now())));
    return !pending.isEmpty();
  }

  /// Cancels the algo orders that could only have closed that leg.
  void dropStops(LegKey key) {
    Algos algos = session.account().algos();
    for (Algo algo : algos.live()) {
      Terms order = algo.terms().order();
      if (order.leg().equals(key) && (algo.terms().bound() || order.closesOnly())) {
        algos.put(algo.canceled(session.now()));
      }
    }
  }

  private Terms terms(Leg leg, BigDecimal size) {
    Profile profile = session.account().profile();
    return new Terms(
        leg.instId(),
        leg.instType(),
        leg.mgnMode(),
        leg.sign() > 0 ? Side.SELL : Side.BUY,
        leg.posSide(),
        OrdType.MARKET,
        Optional.empty(),
        size,
        "",
        leg.posSide() == PosSide.NET,
        "",
        "",
        "",
        "",
        Optional.of(profile.lever(session.instrument(leg.instId()), leg.mgnMode(), leg.posSide())),
        List.of(),
        Optional.of(Terms.Origin.exchange(category)));
  }
}
