package dev.okxguard.paper.engine;

import dev.okxguard.model.InstType;
import dev.okxguard.paper.market.Market;
import dev.okxguard.paper.market.OptionTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// Settles what has expired: orders and algo orders are cancelled, positions closed at the index
/// price of the moment of expiry, free of charge; options are exercised or lapse.
record Delivery(Session session) {
  private static final String DELIVERED = "7";
  private static final String EXPIRED = "10";

  /// Settles everything whose expiry is not after now.
  void run() {
    Seizure seizure = new Seizure(session, Category.DELIVERY);
    seizure.cancel(terms -> over(terms) && terms.instType() == InstType.OPTION, EXPIRED);
    seizure.cancel(this::over, DELIVERED);
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

  private boolean over(Terms terms) {
    return session.delivered(terms.instId());
  }

  private void settle(Seizure seizure, Leg leg) {
    Optional<OptionTerms> option = session.market().option(leg.instId());
    if (option.isPresent()) {
      BigDecimal left = new OptionExpiry(session).settle(leg, option.get());
      new Insurance(session).cover(leg, left);
      return;
    }
    Instant expiry = session.market().expiry(leg.instId()).orElseThrow();
    Market.Prices prices = session.market().prices(leg.instId(), expiry);
    OwnOrder order = seizure.take(leg, leg.size(), prices.index());
    new Insurance(session).cover(leg, leg.margin().add(order.progress().pnl()));
  }
}
