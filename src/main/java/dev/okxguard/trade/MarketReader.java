package dev.okxguard.trade;

import dev.okxguard.guard.Brakes;
import dev.okxguard.guard.Facts;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Environment;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.Readings;
import java.util.List;
import java.util.Optional;

/// Reads the market of one order.
record MarketReader(Exchange exchange, Environment environment) {
  /// What sizes and figures need alone: the market of that order and the balance. Takes no lock and
  /// knows no journal; nothing may be judged by it.
  Snapshot read(OrderDraft draft) {
    try (Readings readings = new Readings()) {
      var balance = readings.start("balance", exchange::balance);
      List<OrderDraft> drafts = List.of(draft);
      PerInstrument own = PerInstrument.start(readings, exchange, drafts);
      Specifications known =
          Specifications.read(
              readings, exchange, drafts, Optional.empty(), Optional.empty(), Optional.empty());
      Optional<Balance> money = readings.value(balance);
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
              known.instruments(),
              known.marks(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              DollarRates.of(money, known.instruments(), readings, exchange),
              Optional.empty(),
              List.of(),
              List.of(),
              Brakes.none(),
              List.of());
      return own.readout(readings, common).of(draft, List.of());
    }
  }
}
