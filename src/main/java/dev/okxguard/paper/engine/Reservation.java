package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/// What orders tie up, added one after the other: the part of an order that closes a position needs
/// no margin, and each closable contract counts once.
final class Reservation {
  private final Account account;
  private final Map<LegKey, BigDecimal> closable = new HashMap<>();

  Reservation(Account account) {
    this.account = account;
  }

  /// The currency an order ties up.
  static String currency(Instrument instrument, Terms terms) {
    if (!terms.spot()) {
      return Contracts.settlement(instrument);
    }
    return terms.side() == Side.BUY ? instrument.quoteCcy() : instrument.baseCcy();
  }

  /// What this order ties up. It must have a price.
  BigDecimal add(Instrument instrument, OwnOrder order) {
    Terms terms = order.terms();
    BigDecimal px = terms.px().orElseThrow();
    if (terms.spot()) {
      return terms.side() == Side.BUY ? px.multiply(order.rest()) : order.rest();
    }
    if (Options.option(instrument)) {
      Contracts.Lot lot = new Contracts.Lot(px, opening(order));
      return Contracts.money(Options.reserve(instrument, lot, terms.side()));
    }
    BigDecimal value = Contracts.value(instrument, opening(order), px);
    BigDecimal share = value.divide(terms.lever().orElseThrow(), Decimals.DIVISION);
    return Contracts.money(share.subtract(value.multiply(Fees.taker(terms.instType()))));
  }

  private BigDecimal opening(OwnOrder order) {
    Terms terms = order.terms();
    if (terms.closesOnly()) {
      return BigDecimal.ZERO;
    }
    BigDecimal free = closable.computeIfAbsent(terms.leg(), key -> closable(order));
    BigDecimal closing = closes(order) ? order.rest().min(free) : BigDecimal.ZERO;
    closable.put(terms.leg(), free.subtract(closing));
    return order.rest().subtract(closing);
  }

  private BigDecimal closable(OwnOrder order) {
    return account.legs().open(order.terms().leg()).map(Leg::size).orElse(BigDecimal.ZERO);
  }

  private boolean closes(OwnOrder order) {
    return account
        .legs()
        .open(order.terms().leg())
        .map(leg -> leg.sign() != order.terms().side().sign())
        .orElse(false);
  }
}
