package dev.okxguard.trade;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.MissingRate;
import dev.okxguard.model.UsdRates;
import dev.okxguard.model.Valuation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A size for people, in every unit it can be told in.
final class Worded {
  private static final int CENTS = 2;
  private static final int COIN_DIGITS = 8;

  private Worded() {}

  /// As in `0.1 contracts = 0.001 BTC = 92.05 USD`; what cannot be told is left out.
  ///
  /// @param price to convert at; empty when there is none
  static String size(
      Instrument instrument, BigDecimal size, Optional<BigDecimal> price, UsdRates rates) {
    List<String> parts = new ArrayList<>();
    if (instrument.instType().contracts()) {
      parts.add(Decimals.text(size) + " contracts");
    }
    base(instrument, size, price)
        .map(amount -> amount.setScale(COIN_DIGITS, RoundingMode.HALF_UP))
        .ifPresent(amount -> parts.add(Decimals.text(amount) + " " + instrument.coin()));
    usd(instrument, size, price, rates)
        .ifPresent(
            usd -> parts.add(usd.setScale(CENTS, RoundingMode.CEILING).toPlainString() + " USD"));
    return String.join(" = ", parts);
  }

  /// The same without a price.
  static String size(Instrument instrument, BigDecimal size) {
    return size(instrument, size, Optional.empty(), new UsdRates(Map.of()));
  }

  private static Optional<BigDecimal> base(
      Instrument instrument, BigDecimal size, Optional<BigDecimal> price) {
    return instrument.inverse()
        ? price.map(px -> Valuation.base(instrument, size, px))
        : Optional.of(Valuation.base(instrument, size, BigDecimal.ONE));
  }

  private static Optional<BigDecimal> usd(
      Instrument instrument, BigDecimal size, Optional<BigDecimal> price, UsdRates rates) {
    try {
      return price.map(px -> Valuation.usd(instrument, size, px, rates));
    } catch (MissingRate unknown) {
      return Optional.empty();
    }
  }
}
