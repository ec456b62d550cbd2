package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.Instrument;
import dev.okxguard.paper.market.Market;
import java.math.BigDecimal;

/// A leg at the session's prices.
///
/// @param value mark value in the margin currency
/// @param imr its value over the leverage; for options the margin of what was sold
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
    boolean option = Options.option(instrument);
    BigDecimal imr =
        option
            ? Options.initial(instrument, leg.size(), leg.sign())
            : Decimals.divide(value, lever);
    return new Valued(
        leg,
        instrument,
        prices,
        lever,
        value,
        Contracts.money(imr),
        gain(instrument, leg, prices.mark()),
        gain(instrument, leg, prices.last()));
  }

  boolean option() {
    return Options.option(instrument);
  }

  /// What the options are worth: less than nothing when sold; zero for anything else.
  BigDecimal optionValue() {
    return option() ? value.multiply(BigDecimal.valueOf(leg.sign())) : BigDecimal.ZERO;
  }

  /// Value in dollars, given the dollars for one unit of the margin currency. An option's is that
  /// of the coins underneath.
  BigDecimal usd(BigDecimal rate) {
    if (option()) {
      return Options.coins(instrument, leg.size()).multiply(rate);
    }
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
