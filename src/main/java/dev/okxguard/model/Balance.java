package dev.okxguard.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The trading account's balances.
///
/// @param totalEq equity of everything in USD
public record Balance(BigDecimal totalEq, List<Currency> currencies) {

  public Balance {
    currencies = List.copyOf(currencies);
  }

  /// The line of that currency, or empty when the account has never held it.
  public Optional<Currency> of(String ccy) {
    return currencies.stream().filter(c -> c.ccy().equals(ccy)).findFirst();
  }

  /// One currency.
  ///
  /// @param eq equity, in the currency
  /// @param cashBal cash, in the currency
  /// @param availBal free for use, in the currency
  /// @param frozenBal tied up in margin and orders, in the currency
  /// @param eqUsd equity in USD, empty when the exchange gave none
  public record Currency(
      String ccy,
      BigDecimal eq,
      BigDecimal cashBal,
      BigDecimal availBal,
      BigDecimal frozenBal,
      Optional<BigDecimal> eqUsd) {

    /// Dollars per unit by the exchange's own valuation; empty without equity.
    public Optional<BigDecimal> rate() {
      if (eq.signum() == 0) {
        return Optional.empty();
      }
      return eqUsd.map(usd -> Decimals.divide(usd, eq));
    }
  }
}
