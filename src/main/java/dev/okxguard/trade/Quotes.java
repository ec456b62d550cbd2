package dev.okxguard.trade;

import dev.okxguard.model.Quote;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.Readings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Quotes of instruments, each read once, whoever wants it.
final class Quotes {
  private final Readings readings;
  private final Exchange exchange;
  private final Map<String, Readings.Reading<Optional<Quote>>> reads = new LinkedHashMap<>();

  Quotes(Readings readings, Exchange exchange) {
    this.readings = readings;
    this.exchange = exchange;
  }

  /// Starts to read it.
  void want(String instId) {
    reads.computeIfAbsent(instId, id -> readings.start("quote of " + id, () -> exchange.quote(id)));
  }

  /// Waits for those that are wanted by now; what OKX does not know or could not be read is not
  /// among them.
  Map<String, Quote> known() {
    return readings.known(reads);
  }
}
