package dev.okxguard.trade;

import dev.okxguard.guard.Brakes;
import dev.okxguard.guard.Facts;
import dev.okxguard.journal.Ledger;
import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.Algo;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Position;
import dev.okxguard.model.UsdRates;
import dev.okxguard.okx.Exchange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads everything the guard may look at, side by side and fresh. What cannot be read is left
/// empty, and noted: an entry that needs it will be denied, an exit will not.
final class FactsReader {
  private final Exchange exchange;
  private final Environment environment;
  private final Set<String> allowed;

  /// @param allowed types of instruments that may be entered
  FactsReader(Exchange exchange, Environment environment, Set<String> allowed) {
    this.exchange = exchange;
    this.environment = environment;
    this.allowed = allowed;
  }

  static FactsReader of(Desk desk) {
    return new FactsReader(desk.exchange(), desk.environment(), desk.policy().instTypes());
  }

  /// The facts for that order.
  ///
  /// @param account whose lock is held
  /// @throws Fault CONFIG when the key belongs to another account by now
  Snapshot read(OrderDraft draft, Account account) {
    return read(List.of(draft), account).of(draft, List.of());
  }

  /// The facts for those orders, in one reading.
  ///
  /// @throws Fault as above
  Readout read(List<OrderDraft> drafts, Account account) {
    Ledger ledger = account.ledger();
    String uid = account.uid();
    try (Readings readings = new Readings()) {
      var config =
          readings.start("account config", account.waited() ? exchange::config : account::config);
      var balance = readings.start("balance", exchange::balance);
      var positions = readings.start("positions", exchange::positions);
      var orders = readings.start("pending orders", exchange::pendingOrders);
      var algos = readings.start("pending algo orders", exchange::pendingAlgos);
      PerInstrument own = PerInstrument.start(readings, exchange, drafts);
      var past = PastOrders.start(readings, exchange, allowed);

      Optional<List<Position>> legs = readings.value(positions);
      Optional<List<Order>> resting = readings.value(orders);
      Optional<List<Algo>> waiting = readings.value(algos);
      Specifications known =
          Specifications.read(readings, exchange, drafts, legs, resting, waiting);
      Optional<Balance> money = readings.value(balance);
      Optional<AccountConfig> settings = readings.value(config).map(now -> of(uid, now));
      Facts common =
          new Facts(
              environment,
              exchange.serverTime(),
              exchange.clockSkewMillis(),
              settings,
              money,
              legs,
              resting,
              waiting,
              known.instruments(),
              known.marks(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              rates(readings, money, known.instruments()),
              past.entries(readings, ledger, resting),
              PastOrders.openIntents(ledger),
              List.of(),
              settings.map(account::brakes).orElseGet(account::brakes));
      return own.readout(readings, common);
    }
  }

  /// What sizes and figures need alone: the market of that order and the balance. Takes no lock and
  /// knows no journal; nothing may be judged by it.
  Snapshot market(OrderDraft draft) {
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
              rates(readings, money, known.instruments()),
              Optional.empty(),
              List.of(),
              List.of(),
              Brakes.none());
      return own.readout(readings, common).of(draft, List.of());
    }
  }

  private static AccountConfig of(String uid, AccountConfig config) {
    if (!config.uid().equals(uid)) {
      throw new Fault(
          ExitCode.CONFIG,
          "the key belongs to account " + config.uid() + " now, not to " + uid,
          "nothing was sent; run the command again");
    }
    return config;
  }

  private UsdRates rates(
      Readings readings, Optional<Balance> balance, Map<String, Instrument> instruments) {
    UsdRates rates = balance.map(UsdRates::of).orElseGet(() -> new UsdRates(Map.of()));
    for (Instrument instrument : instruments.values()) {
      String ccy = instrument.valueCcy();
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
