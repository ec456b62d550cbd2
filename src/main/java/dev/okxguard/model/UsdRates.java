package dev.okxguard.model;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// How many US dollars one unit of a currency is worth.
///
/// Dollar coins count at par, or at the exchange's own valuation when that is higher, so that a
/// limit never grows because a coin slipped.
public final class UsdRates {
  private static final Set<String> DOLLARS = Set.of("USD", "USDT", "USDC", "USDG");

  private final Map<String, BigDecimal> rates;

  /// @param rates dollars per unit; values that are not positive are dropped
  public UsdRates(Map<String, BigDecimal> rates) {
    Map<String, BigDecimal> kept = new HashMap<>();
    rates.forEach(
        (ccy, rate) -> {
          if (rate.signum() > 0) {
            kept.put(ccy, rate);
          }
        });
    DOLLARS.forEach(ccy -> kept.merge(ccy, BigDecimal.ONE, BigDecimal::max));
    this.rates = Map.copyOf(kept);
  }

  /// The rates that follow from a balance (eqUsd / eq of each currency held).
  public static UsdRates of(Balance balance) {
    Map<String, BigDecimal> rates = new HashMap<>();
    for (Balance.Currency currency : balance.currencies()) {
      currency.rate().ifPresent(rate -> rates.put(currency.ccy(), rate));
    }
    return new UsdRates(rates);
  }

  /// These rates with `rate` dollars for one `ccy` in addition.
  public UsdRates with(String ccy, BigDecimal rate) {
    Map<String, BigDecimal> more = new HashMap<>(rates);
    more.put(ccy, rate);
    return new UsdRates(more);
  }

  /// Whether that currency is meant to be worth a dollar.
  public static boolean dollar(String ccy) {
    return DOLLARS.contains(ccy);
  }

  /// Whether that currency can be valued.
  public boolean knows(String ccy) {
    return rates.containsKey(ccy);
  }

  /// `amount` of `ccy` in dollars.
  ///
  /// @throws MissingRate when the currency has no rate: never guessed
  public BigDecimal usd(String ccy, BigDecimal amount) {
    BigDecimal rate = rates.get(ccy);
    if (rate == null) {
      throw new MissingRate(ccy);
    }
    return amount.multiply(rate);
  }
}
