package dev.okxguard.guard;

import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.Side;
import dev.okxguard.model.UsdRates;
import dev.okxguard.model.Valuation;
import java.math.BigDecimal;

/// What options put at risk, in USD: bought ones their premium, which is all that can be lost; sold
/// ones the value of their underlying, since a premium bounds nothing there.
final class OptionWorth {
  private OptionWorth() {}

  /// Value of a size on that side: for anything but options size at price, whatever the side.
  ///
  /// @param size not negative
  /// @throws dev.okxguard.model.MissingRate without a price of the settlement currency, or of the
  ///   underlying of options sold
  static BigDecimal usd(
      Instrument instrument, BigDecimal size, Side side, BigDecimal price, UsdRates rates) {
    BigDecimal value = Valuation.usd(instrument, size, price, rates);
    boolean sold = instrument.instType() == InstType.OPTION && side == Side.SELL;
    return sold ? underlying(instrument, size, rates).max(value) : value;
  }

  /// Contracts times face value times the underlying's price. The face value counts coins of it.
  private static BigDecimal underlying(Instrument instrument, BigDecimal size, UsdRates rates) {
    return rates.usd(instrument.ctValCcy(), size.multiply(instrument.contractValue()));
  }
}
