package dev.okxguard.reconcile;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.Fill;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.UsdRates;
import dev.okxguard.model.Valuation;
import dev.okxguard.okx.Readings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Fills that are worth more than an order may be. Only recent ones: a first count goes back far.
record LargeFills(Site site, Deadline deadline) {
  static final Duration RECENT = Duration.ofHours(1);
  private static final int INSTRUMENTS = 20;

  /// One line each; what cannot be valued is none.
  List<String> among(List<Fill> fills) {
    Instant since = site.source().exchange().serverTime().minus(RECENT);
    List<Fill> recent = fills.stream().filter(it -> it.time().isAfter(since)).toList();
    if (recent.isEmpty()) {
      return List.of();
    }
    UsdRates rates = rates();
    Map<String, Instrument> instruments = instruments(recent);
    return recent.stream()
        .flatMap(
            fill ->
                Optional.ofNullable(instruments.get(fill.instId()))
                    .filter(it -> rates.knows(it.valueCcy()))
                    .map(it -> Valuation.usd(it, fill.sz(), fill.px(), rates))
                    .filter(usd -> usd.compareTo(site.source().policy().maxOrderSize()) > 0)
                    .map(usd -> line(fill, usd))
                    .stream())
        .toList();
  }

  private UsdRates rates() {
    try (Readings readings = new Readings(deadline::left)) {
      var balance = readings.start("balance", site.source().exchange()::balance);
      return readings.value(balance).map(UsdRates::of).orElseGet(() -> new UsdRates(Map.of()));
    }
  }

  private static String line(Fill fill, BigDecimal usd) {
    return String.format(
        "%s %s %s at %s, %s USD, order %s",
        fill.side().word(),
        Decimals.text(fill.sz()),
        fill.instId(),
        Decimals.text(fill.px()),
        Decimals.text(usd.setScale(2, RoundingMode.HALF_UP)),
        fill.ordId());
  }

  private Map<String, Instrument> instruments(List<Fill> fills) {
    Map<String, Instrument> found = new HashMap<>();
    try (Readings readings = new Readings(deadline::left)) {
      List<Readings.Reading<Optional<Instrument>>> started =
          fills.stream()
              .collect(Collectors.toMap(Fill::instId, Fill::instType, (a, _) -> a))
              .entrySet()
              .stream()
              .limit(INSTRUMENTS)
              .map(
                  it ->
                      readings.start(
                          it.getKey(),
                          () -> site.source().exchange().instrument(it.getValue(), it.getKey())))
              .toList();
      started.forEach(
          it ->
              readings
                  .value(it)
                  .flatMap(same -> same)
                  .ifPresent(one -> found.put(one.instId(), one)));
    }
    return found;
  }
}
