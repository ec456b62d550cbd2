package dev.okxguard.paper.engine;

import dev.okxguard.model.InstType;
import dev.okxguard.paper.market.Funding;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// What swap positions pay one another at the funding times; an isolated one pays out of its
/// margin.
record FundingFees(Session session) {
  private static final String TYPE = "8";
  private static final String PAID = "173";
  private static final String RECEIVED = "174";

  /// The next time something may have to be paid.
  Optional<Instant> next() {
    return session.account().touched().findAny().map(any -> Funding.next(session.now()));
  }

  /// Settles every open swap position when now is a funding time.
  void settle() {
    if (!Funding.next(session.now().minusMillis(1)).equals(session.now())) {
      return;
    }
    for (Leg leg : session.account().legs().open()) {
      if (leg.instType() == InstType.SWAP) {
        settle(leg);
      }
    }
  }

  private void settle(Leg leg) {
    Valued valued = Valued.of(session, leg);
    BigDecimal rate = session.market().fundingRate(leg.instId(), session.now());
    BigDecimal share = Contracts.money(valued.value().multiply(rate));
    BigDecimal change = leg.sign() > 0 ? share.negate() : share;
    if (change.signum() == 0) {
      return;
    }
    Optional<Bill.Cause> cause = Optional.of(cause(valued, change));
    Ledger ledger = session.account().ledger();
    String subType = change.signum() < 0 ? PAID : RECEIVED;
    ledger.post(new Ledger.Entry(TYPE, subType, cause), leg.ccy(), change, session.now());
    Leg funded = leg.with(leg.unasked().funded(change), session.now());
    if (leg.isolated()) {
      Ledger.Entry transfer = new Ledger.Entry("6", "162", cause);
      ledger.post(transfer, leg.ccy(), change.negate(), session.now());
      funded = funded.withMargin(leg.margin().add(change), session.now());
    }
    session.account().legs().put(funded);
  }

  private static Bill.Cause cause(Valued valued, BigDecimal change) {
    Leg leg = valued.leg();
    BigDecimal zero = BigDecimal.ZERO;
    return new Bill.Cause(
        "",
        "",
        "",
        leg.instType(),
        leg.instId(),
        leg.mgnMode(),
        "",
        valued.prices().mark(),
        leg.size(),
        zero,
        change,
        zero,
        leg.pos(),
        true);
  }
}
