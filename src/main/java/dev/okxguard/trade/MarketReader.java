package dev.okxguard.trade;

import dev.okxguard.guard.Brakes;
import dev.okxguard.guard.Facts;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.Readings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the market of one order.
record MarketReader(Exchange exchange, Environment environment) {
  /// What sizes and figures need alone: the market of that order and the balance. Takes no lock and
  /// knows no journal; nothing may be judged by it.
  Snapshot read(OrderDraft draft) {
    try (Readings readings = new Readings()) {
      var balance = readings.start("balance", exchange::balance);
      List<OrderDraft> drafts = List.of(draft);
      Quotes quotes = new Quotes(readings, exchange);
      PerInstrument own = PerInstrument.start(readings, exchange, drafts, quotes);
      Specifications specs = Specifications.start(readings, exchange, drafts, quotes);
      Optional<Balance> money = readings.value(balance);
      Map<String, Instrument> instruments = specs.instruments();
      Facts common =
          new Facts(
              environment,
              exchange.serverTime(),
              exchange.clockSkewMillis(),
              Optional.empty(),
              money,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              instruments,
              specs.marks(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              DollarRates.of(money, instruments, readings, exchange),
              Optional.empty(),
              List.of(),
              List.of(),
              Brakes.none(),
              List.of());
      return own.readout(readings, common).of(draft, List.of());
    }
  }
}
