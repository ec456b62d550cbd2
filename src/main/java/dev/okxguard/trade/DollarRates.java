package dev.okxguard.trade;

import dev.okxguard.model.Balance;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.UsdRates;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.Readings;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What currencies are worth: by the account's balance, or else by an index.
final class DollarRates {
  private DollarRates() {}

  /// Those that follow from the balance alone.
  static UsdRates of(Optional<Balance> balance) {
    return balance.map(UsdRates::of).orElseGet(() -> new UsdRates(Map.of()));
  }

  /// With those that the instruments' values are counted in.
  static UsdRates of(
      Optional<Balance> balance,
      Map<String, Instrument> instruments,
      Readings readings,
      Exchange exchange) {
    Stream<String> values = instruments.values().stream().map(Instrument::valueCcy);
    return with(of(balance), values, readings, exchange);
  }

  /// With the rates of these currencies, where the exchange has one.
  static UsdRates with(
      UsdRates known, Stream<String> currencies, Readings readings, Exchange exchange) {
    UsdRates rates = known;
    for (String ccy : currencies.distinct().toList()) {
      if (!rates.knows(ccy)) {
        var index = readings.start("USD index of " + ccy, () -> exchange.usdIndex(ccy));
        Optional<BigDecimal> rate = readings.value(index).flatMap(found -> found);
        if (rate.isPresent()) {
          rates = rates.with(ccy, rate.get());
        }
      }
    }
    return rates;
  }
}
