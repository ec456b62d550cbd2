package dev.okxguard.paper.engine;

import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.Optional;

/// Pays what positions lost beyond their margin: nobody owes the exchange anything.
record Insurance(Session session) {
  private static final Ledger.Entry TRANSFER_IN = new Ledger.Entry("5", "110", Optional.empty());

  /// Makes good the loss of a leg that has just been closed.
  ///
  /// @param result margin and profit of an isolated leg
  void cover(Leg leg, BigDecimal result) {
    if (leg.isolated()) {
      pay(leg.ccy(), result.negate());
    }
    boolean carried =
        session.account().legs().open().stream()
            .anyMatch(other -> other.mgnMode() == TdMode.CROSS && other.ccy().equals(leg.ccy()));
    if (!carried) {
      pay(leg.ccy(), session.account().ledger().cash(leg.ccy()).negate());
    }
  }

  private void pay(String ccy, BigDecimal amount) {
    if (amount.signum() > 0) {
      session.account().ledger().post(TRANSFER_IN, ccy, amount, session.now());
    }
  }
}
