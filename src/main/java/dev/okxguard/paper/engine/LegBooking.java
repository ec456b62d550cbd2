package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.PosSide;
import java.math.BigDecimal;

/// What a contract or margin fill does to its leg: first it closes what there is in the other
/// direction, then it opens the rest at its price (so a net position can turn around).
///
/// @param before the leg, flat when there was none
/// @param closing,opening the two parts of the size
/// @param pnl realised by the closing part
record LegBooking(
    Session session,
    Settlement.Match match,
    Leg before,
    BigDecimal closing,
    BigDecimal opening,
    BigDecimal pnl) {

  static LegBooking of(Session session, Settlement.Match match) {
    Leg before =
        session
            .account()
            .legs()
            .get(match.terms().leg())
            .filter(leg -> !leg.gone(session.now()))
            .orElseGet(() -> none(session, match));
    boolean opposite = before.sign() == -match.terms().side().sign();
    BigDecimal sz = match.lot().sz();
    BigDecimal closing = opposite ? sz.min(before.size()) : BigDecimal.ZERO;
    BigDecimal pnl = BigDecimal.ZERO;
    if (closing.signum() > 0) {
      BigDecimal asLong =
          Contracts.gain(match.instrument(), closing, before.avgPx(), match.lot().px());
      pnl = Contracts.money(before.sign() < 0 ? asLong.negate() : asLong);
    }
    return new LegBooking(session, match, before, closing, sz.subtract(closing), pnl);
  }

  /// The leg after the fill.
  Leg after() {
    if (opening.signum() == 0) {
      return reduced(match.fee());
    }
    if (closing.signum() == 0) {
      return increased(before.flat() ? restarted() : before, match.fee());
    }
    return increased(restarted(), match.fee().subtract(closingFee()));
  }

  /// What the fill moves besides its fee: the profit realised, and for options the premium instead.
  BigDecimal moved() {
    return Options.option(match.instrument())
        ? Contracts.money(Options.premium(match.instrument(), match.lot(), match.terms().side()))
        : pnl;
  }

  /// Cash that goes into the isolated margin (negative) or comes back from it.
  BigDecimal marginTransfer() {
    return before.margin().subtract(after().margin());
  }

  void book() {
    Leg after = after();
    if (closing.signum() > 0 && (after.flat() || opening.signum() > 0)) {
      BigDecimal fee = opening.signum() > 0 ? closingFee() : match.fee();
      session.account().legs().close(new Legs.Closed(reduced(fee), before.sign(), lever()));
    }
    session.account().legs().put(after);
  }

  /// The closing part's share of the fee of a fill that turns the position around.
  private BigDecimal closingFee() {
    BigDecimal share = Decimals.divide(closing, match.lot().sz());
    return Contracts.money(match.fee().multiply(share));
  }

  private Leg reduced(BigDecimal fee) {
    BigDecimal left = before.size().subtract(closing);
    BigDecimal margin =
        left.signum() == 0
            ? BigDecimal.ZERO
            : Contracts.money(Decimals.divide(before.margin().multiply(left), before.size()));
    Contracts.Lot earlier = new Contracts.Lot(before.closeAvg(), before.closed());
    Contracts.Lot now = new Contracts.Lot(match.lot().px(), closing);
    return new Leg(
        before.posId(),
        before.instId(),
        before.instType(),
        before.mgnMode(),
        before.posSide(),
        before.ccy(),
        signed(before.sign(), left),
        before.avgPx(),
        margin,
        before.pnl().add(pnl),
        before.fee().add(fee),
        before.openMax(),
        before.closed().add(closing),
        Contracts.average(match.instrument(), earlier, now),
        match.tradeId(),
        before.created(),
        session.now(),
        before.unasked().reducedBy(match.terms().category()));
  }

  private Leg increased(Leg base, BigDecimal fee) {
    BigDecimal size = base.size().add(opening);
    Contracts.Lot held = new Contracts.Lot(base.avgPx(), base.size());
    Contracts.Lot added = new Contracts.Lot(match.lot().px(), opening);
    return new Leg(
        base.posId(),
        base.instId(),
        base.instType(),
        base.mgnMode(),
        base.posSide(),
        base.ccy(),
        signed(direction(), size),
        Contracts.average(match.instrument(), held, added),
        base.margin().add(openingMargin()),
        base.pnl(),
        base.fee().add(fee),
        base.openMax().max(size),
        base.closed(),
        base.closeAvg(),
        match.tradeId(),
        base.created(),
        session.now(),
        base.unasked());
  }

  private BigDecimal openingMargin() {
    if (!before.isolated()) {
      return BigDecimal.ZERO;
    }
    if (Options.option(match.instrument())) {
      Contracts.Lot opened = new Contracts.Lot(match.lot().px(), opening);
      return Contracts.money(Options.isolated(match.instrument(), opened, direction()));
    }
    BigDecimal value = Contracts.value(match.instrument(), opening, match.lot().px());
    return Contracts.money(Decimals.divide(value, lever()));
  }

  private BigDecimal lever() {
    Terms terms = match.terms();
    return session.account().profile().lever(match.instrument(), terms.tdMode(), terms.posSide());
  }

  private int direction() {
    return match.terms().side().sign();
  }

  private BigDecimal signed(int sign, BigDecimal size) {
    return before.posSide() == PosSide.NET && sign < 0 ? size.negate() : size;
  }

  /// The same leg as it is when it opens anew.
  private Leg restarted() {
    return none(session, match, before.posId());
  }

  private static Leg none(Session session, Settlement.Match match) {
    return none(session, match, session.account().ids().next(session.now()));
  }

  private static Leg none(Session session, Settlement.Match match, String posId) {
    Terms terms = match.terms();
    BigDecimal zero = BigDecimal.ZERO;
    return new Leg(
        posId,
        terms.instId(),
        terms.instType(),
        terms.tdMode(),
        terms.posSide(),
        Contracts.settlement(match.instrument()),
        zero,
        match.lot().px(),
        zero,
        zero,
        zero,
        zero,
        zero,
        match.lot().px(),
        match.tradeId(),
        session.now(),
        session.now(),
        Unasked.NOTHING);
  }
}
