package dev.okxguard.paper.engine;

import dev.okxguard.paper.market.Market;
import java.time.Instant;

/// Settles what has expired: orders and algo orders are cancelled, positions closed at the index
/// price of the moment of expiry, free of charge.
record Delivery(Session session) {
  private static final String SOURCE = "7";

  /// Settles everything whose expiry is not after now.
  void run() {
    Seizure seizure = new Seizure(session, Category.DELIVERY);
    seizure.cancel(terms -> session.delivered(terms.instId()), SOURCE);
    Algos algos = session.account().algos();
    for (Algo algo : algos.live()) {
      if (session.delivered(algo.instId())) {
        algos.put(algo.canceled(session.now()));
      }
    }
    for (Leg leg : session.account().legs().open()) {
      if (session.delivered(leg.instId())) {
        settle(seizure, leg);
      }
    }
  }

  private void settle(Seizure seizure, Leg leg) {
    Instant expiry = session.market().expiry(leg.instId()).orElseThrow();
    Market.Prices prices = session.market().prices(leg.instId(), expiry);
    OwnOrder order = seizure.take(leg, leg.size(), prices.index());
    new Insurance(session).cover(leg, leg.margin().add(order.progress().pnl()));
  }
}
