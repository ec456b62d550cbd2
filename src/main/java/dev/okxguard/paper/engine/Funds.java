package dev.okxguard.paper.engine;

import java.math.BigDecimal;

/// What is in a currency and how much of it is tied up, at the session's mark prices.
record Funds(Session session) {

  /// One currency (relations: OKX V5, get-balance).
  ///
  /// @param crossUpl,isoUpl unrealised profit of cross and isolated positions
  /// @param isoMargin margin inside isolated positions
  /// @param ordFrozen tied up by open orders
  /// @param crossImr margin of cross positions
  /// @param crossValue mark value of cross positions
  /// @param bought,sold what options bought and options sold are worth, both positive; without what
  ///   was sold on isolated margin, which is bought back out of the premium kept there
  record State(
      String ccy,
      BigDecimal cash,
      BigDecimal crossUpl,
      BigDecimal isoUpl,
      BigDecimal isoMargin,
      BigDecimal ordFrozen,
      BigDecimal crossImr,
      BigDecimal crossValue,
      BigDecimal bought,
      BigDecimal sold) {

    BigDecimal isoEq() {
      return isoMargin.add(isoUpl);
    }

    BigDecimal eq() {
      return cash.add(crossUpl).add(isoEq()).add(bought).subtract(sold);
    }

    BigDecimal frozen() {
      return ordFrozen.add(crossImr).add(isoEq()).add(bought);
    }

    /// Free for new margin; unrealised profit counts.
    BigDecimal availEq() {
      return eq().subtract(frozen());
    }

    /// Free to be spent; unrealised profit does not count, loss does.
    BigDecimal availBal() {
      return cash.subtract(ordFrozen).subtract(crossImr).min(availEq()).max(BigDecimal.ZERO);
    }
  }

  State of(String ccy) {
    BigDecimal crossUpl = BigDecimal.ZERO;
    BigDecimal isoUpl = BigDecimal.ZERO;
    BigDecimal isoMargin = BigDecimal.ZERO;
    BigDecimal imr = BigDecimal.ZERO;
    BigDecimal value = BigDecimal.ZERO;
    BigDecimal bought = BigDecimal.ZERO;
    BigDecimal sold = BigDecimal.ZERO;
    for (Leg leg : session.account().legs().open()) {
      if (!leg.ccy().equals(ccy)) {
        continue;
      }
      Valued valued = Valued.of(session, leg);
      if (valued.option()) {
        bought = bought.add(valued.optionValue().max(BigDecimal.ZERO));
        BigDecimal owed = valued.optionValue().min(BigDecimal.ZERO);
        if (leg.isolated()) {
          BigDecimal upl = owed.signum() < 0 ? valued.upl() : BigDecimal.ZERO;
          isoUpl = isoUpl.add(upl);
          isoMargin = isoMargin.add(leg.margin()).add(owed).subtract(upl);
        } else {
          sold = sold.subtract(owed);
          imr = imr.add(valued.imr());
        }
      } else if (leg.isolated()) {
        isoUpl = isoUpl.add(valued.upl());
        isoMargin = isoMargin.add(leg.margin());
      } else {
        crossUpl = crossUpl.add(valued.upl());
        imr = imr.add(valued.imr());
        value = value.add(valued.value());
      }
    }
    BigDecimal frozen = session.account().reserved().of(session, ccy);
    BigDecimal cash = session.account().ledger().cash(ccy);
    return new State(ccy, cash, crossUpl, isoUpl, isoMargin, frozen, imr, value, bought, sold);
  }

  /// What one order more would tie up, after those already pending.
  BigDecimal needed(String ccy, OwnOrder candidate) {
    return session.account().reserved().needed(session, ccy, candidate);
  }
}
