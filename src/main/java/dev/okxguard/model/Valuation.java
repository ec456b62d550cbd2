package dev.okxguard.model;

import java.math.BigDecimal;

/// What a size is worth. The one place that knows spot, linear and inverse apart.
public final class Valuation {
  private Valuation() {}

  /// The value of `size` at `price` in [Instrument#valueCcy()].
  ///
  /// Linear: size x ctVal x ctMult x price. Inverse: size x ctVal x ctMult, in USD whatever the
  /// price. Spot: size (base currency) x price.
  ///
  /// @param size contracts, or base currency for spot and margin; the sign is kept
  public static BigDecimal value(Instrument instrument, BigDecimal size, BigDecimal price) {
    if (!instrument.instType().contracts()) {
      return size.multiply(price);
    }
    BigDecimal face = size.multiply(instrument.contractValue());
    return instrument.inverse() ? face : face.multiply(price);
  }

  /// The same in USD, with `rates` turning the value currency into dollars.
  ///
  /// @throws MissingRate when there is no rate for that currency
  public static BigDecimal usd(
      Instrument instrument, BigDecimal size, BigDecimal price, UsdRates rates) {
    return rates.usd(instrument.valueCcy(), value(instrument, size, price));
  }

  /// How much base currency `size` stands for at `price`: contracts x face value, divided by the
  /// price when inverse; spot sizes are base currency already.
  public static BigDecimal base(Instrument instrument, BigDecimal size, BigDecimal price) {
    if (!instrument.instType().contracts()) {
      return size;
    }
    BigDecimal face = size.multiply(instrument.contractValue());
    return instrument.inverse() ? Decimals.divide(face, price) : face;
  }
}
