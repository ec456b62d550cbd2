package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.Instrument;
import dev.okxguard.paper.market.Market;
import java.math.BigDecimal;

/// A leg at the session's prices.
///
/// @param value mark value in the margin currency
/// @param imr its value over the leverage
/// @param upl by mark price, in the margin currency
/// @param uplLast by last price
record Valued(
    Leg leg,
    Instrument instrument,
    Market.Prices prices,
    BigDecimal lever,
    BigDecimal value,
    BigDecimal imr,
    BigDecimal upl,
    BigDecimal uplLast) {
  static Valued of(Session session, Leg leg) {
    Instrument instrument = session.instrument(leg.instId());
    Market.Prices prices = session.prices(instrument);
    BigDecimal lever = session.account().profile().lever(instrument, leg.mgnMode(), leg.posSide());
    BigDecimal value = Contracts.money(Contracts.value(instrument, leg.size(), prices.mark()));
    return new Valued(
        leg,
        instrument,
        prices,
        lever,
        value,
        Contracts.money(Decimals.divide(value, lever)),
        gain(instrument, leg, prices.mark()),
        gain(instrument, leg, prices.last()));
  }

  /// Value in dollars, given the dollars for one unit of the margin currency.
  BigDecimal usd(BigDecimal rate) {
    return instrument.inverse()
        ? leg.size().multiply(instrument.contractValue())
        : value.multiply(rate);
  }

  /// Margin the position would have needed at its entry price.
  BigDecimal entryMargin() {
    return Decimals.divide(Contracts.value(instrument, leg.size(), leg.avgPx()), lever);
  }

  /// Unrealised profit at a price, in the margin currency.
  static BigDecimal gain(Instrument instrument, Leg leg, BigDecimal px) {
    BigDecimal asLong = Contracts.gain(instrument, leg.size(), leg.avgPx(), px);
    return Contracts.money(leg.sign() < 0 ? asLong.negate() : asLong);
  }
}
