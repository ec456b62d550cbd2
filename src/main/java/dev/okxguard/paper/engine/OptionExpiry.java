package dev.okxguard.paper.engine;

import dev.okxguard.model.Instrument;
import dev.okxguard.paper.market.OptionTerms;
import java.math.BigDecimal;
import java.util.Optional;

/// Ends a position of options that have expired: those that pay are exercised at the index price of
/// their expiry, in coins, and the rest lapses. It costs no fee.
record OptionExpiry(Session session) {
  private static final String EXERCISE = "3";
  private static final String EXERCISED = "170";
  private static final String COUNTERPARTY = "171";
  private static final String LAPSED = "172";

  /// Settles an open leg.
  ///
  /// @return its margin and what it was worth, less than nothing for options sold
  BigDecimal settle(Leg leg, OptionTerms terms) {
    Instrument instrument = session.instrument(leg.instId());
    BigDecimal index = session.market().usd(instrument.ctValCcy(), terms.expiry());
    Contracts.Lot lot = new Contracts.Lot(terms.intrinsic(index), leg.size());
    BigDecimal sign = BigDecimal.valueOf(leg.sign());
    BigDecimal value = Contracts.money(Contracts.value(instrument, lot.sz(), lot.px()));
    BigDecimal pnl =
        Contracts.money(Contracts.gain(instrument, lot.sz(), leg.avgPx(), lot.px()).multiply(sign));
    Leg ended = ended(leg, lot, pnl);
    Bill.Cause cause = cause(leg, lot, pnl).on(leg, ended);
    post(subType(leg, value), leg.ccy(), value.multiply(sign), cause);
    if (leg.margin().signum() != 0) {
      Ledger.Entry back = new Ledger.Entry("6", "162", Optional.of(cause));
      session.account().ledger().post(back, leg.ccy(), leg.margin(), session.now());
    }
    session.account().legs().close(new Legs.Closed(ended, leg.sign(), Options.LEVER));
    session.account().legs().put(ended);
    return leg.margin().add(value.multiply(sign));
  }

  private static String subType(Leg leg, BigDecimal value) {
    if (value.signum() == 0) {
      return LAPSED;
    }
    return leg.sign() > 0 ? EXERCISED : COUNTERPARTY;
  }

  private void post(String subType, String ccy, BigDecimal change, Bill.Cause cause) {
    Ledger.Entry entry = new Ledger.Entry(EXERCISE, subType, Optional.of(cause));
    session.account().ledger().post(entry, ccy, change, session.now());
  }

  private Leg ended(Leg leg, Contracts.Lot lot, BigDecimal pnl) {
    BigDecimal zero = BigDecimal.ZERO;
    Contracts.Lot earlier = new Contracts.Lot(leg.closeAvg(), leg.closed());
    return new Leg(
        leg.posId(),
        leg.instId(),
        leg.instType(),
        leg.mgnMode(),
        leg.posSide(),
        leg.ccy(),
        zero,
        leg.avgPx(),
        zero,
        leg.pnl().add(pnl),
        leg.fee(),
        leg.openMax(),
        leg.closed().add(leg.size()),
        Contracts.average(session.instrument(leg.instId()), earlier, lot),
        leg.tradeId(),
        leg.created(),
        session.now(),
        leg.unasked().reducedBy(Category.DELIVERY));
  }

  private static Bill.Cause cause(Leg leg, Contracts.Lot lot, BigDecimal pnl) {
    BigDecimal zero = BigDecimal.ZERO;
    return new Bill.Cause(
        "",
        "",
        "",
        leg.instType(),
        leg.instId(),
        leg.mgnMode(),
        "",
        lot.px(),
        lot.sz(),
        zero,
        pnl,
        zero,
        zero,
        false);
  }
}
