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

  /// What `size` loses in USD when it is bought and sold at these two prices, in either order.
  /// Inverse contracts lose coins: valued at whichever of the two prices makes it more.
  ///
  /// @throws MissingRate when the value currency has no rate
  public static BigDecimal lossUsd(
      Instrument instrument, BigDecimal size, BigDecimal a, BigDecimal b, UsdRates rates) {
    return betweenUsd(instrument, size, a.subtract(b).abs(), a.min(b), rates);
  }

  /// What it gains between them: the same, but the coins of inverse contracts are valued at the
  /// price that makes it less.
  ///
  /// @throws MissingRate when the value currency has no rate
  public static BigDecimal gainUsd(
      Instrument instrument, BigDecimal size, BigDecimal a, BigDecimal b, UsdRates rates) {
    return betweenUsd(instrument, size, a.subtract(b).abs(), a.max(b), rates);
  }

  private static BigDecimal betweenUsd(
      Instrument instrument,
      BigDecimal size,
      BigDecimal distance,
      BigDecimal divisor,
      UsdRates rates) {
    if (!instrument.inverse()) {
      return usd(instrument, size, distance, rates);
    }
    BigDecimal face = size.multiply(instrument.contractValue());
    return Decimals.divide(face.multiply(distance), divisor);
  }
}
