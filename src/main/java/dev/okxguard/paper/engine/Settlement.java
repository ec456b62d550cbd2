package dev.okxguard.paper.engine;

import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.OrderState;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.Optional;

/// Turns a match into trades, bills, balances and positions.
record Settlement(Session session) {

  /// One match of an order, before it is booked.
  ///
  /// @param fee negative when paid
  record Match(
      OwnOrder order,
      Instrument instrument,
      Contracts.Lot lot,
      boolean taker,
      String tradeId,
      BigDecimal fee,
      String feeCcy) {

    Terms terms() {
      return order.terms();
    }

    /// The cause of a bill over `sz` in `ccy`; the fee stands on the bill that paid it.
    Bill.Cause cause(String ccy, BigDecimal sz, BigDecimal pnl) {
      Terms terms = terms();
      BigDecimal zero = BigDecimal.ZERO;
      return new Bill.Cause(
          order.ordId(),
          terms.clOrdId(),
          terms.tag(),
          terms.instType(),
          terms.instId(),
          terms.tdMode(),
          tradeId,
          lot.px(),
          sz,
          ccy.equals(feeCcy) ? fee : zero,
          pnl,
          zero,
          zero,
          taker);
    }
  }

  /// Books one match and gives the order's new state.
  OwnOrder fill(OwnOrder order, Contracts.Lot lot, boolean taker) {
    Instrument instrument = session.instrument(order.terms().instId());
    InstType type = order.terms().instType();
    Category category = order.terms().category();
    BigDecimal wanted = taker ? Fees.taker(type) : Fees.maker(type);
    BigDecimal rate = category.forced() ? BigDecimal.ZERO : wanted;
    String tradeId = session.account().ids().nextTrade();
    boolean inBase = order.terms().spot() && order.terms().side() == Side.BUY;
    BigDecimal basis = inBase ? lot.sz() : Contracts.value(instrument, lot.sz(), lot.px());
    boolean option = type == InstType.OPTION;
    BigDecimal fee = option ? Options.fee(instrument, lot, rate) : basis.multiply(rate);
    Match match =
        new Match(
            order,
            instrument,
            lot,
            taker,
            category.forced() ? Trade.FORCED + tradeId : tradeId,
            Contracts.money(fee),
            feeCcy(instrument, order.terms()));
    Trade trade = order.terms().spot() ? spot(match) : contract(match);
    session.account().add(trade);
    return session.account().orders().put(progressed(match, trade));
  }

  static String feeCcy(Instrument instrument, Terms terms) {
    if (!terms.spot()) {
      return Contracts.settlement(instrument);
    }
    return terms.side() == Side.BUY ? instrument.baseCcy() : instrument.quoteCcy();
  }

  private Trade spot(Match match) {
    Instrument instrument = match.instrument();
    BigDecimal sz = match.lot().sz();
    BigDecimal value = match.lot().px().multiply(sz);
    boolean buy = match.terms().side() == Side.BUY;
    BigDecimal base = buy ? sz.add(match.fee()) : sz.negate();
    BigDecimal quote = buy ? value.negate() : value.add(match.fee());
    BigDecimal none = BigDecimal.ZERO;
    String baseCcy = instrument.baseCcy();
    String quoteCcy = instrument.quoteCcy();
    Bill first = post(match, baseCcy, base, match.cause(baseCcy, sz, none));
    post(match, quoteCcy, quote, match.cause(quoteCcy, value, none));
    return trade(match, first.billId(), BigDecimal.ZERO);
  }

  private Trade contract(Match match) {
    LegBooking booking = LegBooking.of(session, match);
    BigDecimal change = booking.moved().add(match.fee());
    Bill.Cause cause =
        match
            .cause(match.feeCcy(), match.lot().sz(), booking.pnl())
            .on(booking.before(), booking.after());
    Bill bill = post(match, match.feeCcy(), change, cause);
    booking.book();
    BigDecimal transfer = booking.marginTransfer();
    if (transfer.signum() != 0) {
      Ledger.Entry entry = new Ledger.Entry("6", "162", Optional.of(cause));
      session.account().ledger().post(entry, match.feeCcy(), transfer, session.now());
    }
    return trade(match, bill.billId(), booking.pnl());
  }

  private Bill post(Match match, String ccy, BigDecimal change, Bill.Cause cause) {
    Category category = match.terms().category();
    String subType = category.subType(match.terms());
    Ledger.Entry entry = new Ledger.Entry(category.billType(), subType, Optional.of(cause));
    return session.account().ledger().post(entry, ccy, change, session.now());
  }

  private Trade trade(Match match, String billId, BigDecimal pnl) {
    Terms terms = match.terms();
    return new Trade(
        billId,
        match.tradeId(),
        match.order().ordId(),
        terms.clOrdId(),
        terms.tag(),
        terms.instType(),
        terms.instId(),
        terms.side(),
        terms.posSide(),
        terms.category().subType(terms),
        match.lot().px(),
        match.lot().sz(),
        match.fee(),
        match.feeCcy(),
        pnl,
        match.taker(),
        session.now());
  }

  private OwnOrder progressed(Match match, Trade trade) {
    Progress before = match.order().progress();
    Contracts.Lot sofar =
        new Contracts.Lot(before.avgPx().orElse(match.lot().px()), before.filled());
    BigDecimal average = Contracts.average(match.instrument(), sofar, match.lot());
    OwnOrder after = match.order().with(before.after(trade, average));
    boolean done = !match.terms().quoteSized() && after.rest().signum() <= 0;
    return done ? after.with(after.progress().in(OrderState.FILLED, "", session.now())) : after;
  }
}
