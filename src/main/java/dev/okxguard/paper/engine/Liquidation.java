package dev.okxguard.paper.engine;

import java.math.BigDecimal;
import java.util.Optional;

/// Closes positions that their margin no longer carries.
///
/// First the orders of the scope go (cancelSource 3), which may be enough. Otherwise all its legs
/// are closed in full at their mark prices, and the exchange keeps maintenance margin and
/// liquidation fee as penalty, since OKX takes over at the bankruptcy price; never more than what
/// is left. A loss beyond that is the exchange's (bill 110, a transfer in).
record Liquidation(Session session) {
  private static final String RISK = "3";
  private static final String TYPE = "5";
  private static final String TRANSFER_OUT = "111";

  /// Does nothing while every margin ratio is above 1.
  void run() {
    Optional<Scope> due = due();
    while (due.isPresent()) {
      Scope scope = due.get();
      if (!new Seizure(session, Category.FULL_LIQUIDATION)
          .cancel(terms -> scope.covers(session, terms), RISK)) {
        close(scope);
      }
      due = due();
    }
  }

  private Optional<Scope> due() {
    return Scope.all(session).stream()
        .filter(scope -> scope.margin(session).exhausted())
        .findFirst();
  }

  private void close(Scope scope) {
    BigDecimal equity = scope.margin(session).equity();
    BigDecimal left = equity.max(BigDecimal.ZERO);
    for (Exposure exposure : scope.legs()) {
      BigDecimal mark = session.prices(exposure.instrument()).mark();
      BigDecimal penalty = exposure.required(mark).min(left);
      left = left.subtract(penalty);
      close(exposure.leg(), mark, penalty);
    }
    new Insurance(session).cover(scope.legs().getFirst().leg(), equity);
  }

  private void close(Leg leg, BigDecimal mark, BigDecimal penalty) {
    Seizure seizure = new Seizure(session, Category.FULL_LIQUIDATION);
    Leg charged = leg.with(leg.unasked().penalized(penalty.negate()), session.now());
    session.account().legs().put(charged);
    OwnOrder order = seizure.take(charged, leg.size(), mark);
    if (penalty.signum() > 0) {
      Bill.Cause cause = cause(order, leg);
      Ledger.Entry entry = new Ledger.Entry(TYPE, TRANSFER_OUT, Optional.of(cause));
      session.account().ledger().post(entry, leg.ccy(), penalty.negate(), session.now());
    }
    seizure.dropStops(leg.key());
  }

  private static Bill.Cause cause(OwnOrder order, Leg leg) {
    Progress.Last last = order.progress().last().orElseThrow();
    BigDecimal zero = BigDecimal.ZERO;
    return new Bill.Cause(
        order.ordId(),
        "",
        "",
        leg.instType(),
        leg.instId(),
        leg.mgnMode(),
        last.tradeId(),
        last.px(),
        last.sz(),
        zero,
        zero,
        zero,
        zero,
        true);
  }
}
