package dev.okxguard.trade;

import dev.okxguard.guard.Facts;
import dev.okxguard.guard.Policy;
import dev.okxguard.guard.breaker.Evaluation;
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
import dev.okxguard.okx.Readings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads everything the guard may look at, side by side and fresh. What cannot be read is left
/// empty, and noted: an entry that needs it will be denied, an exit will not.
final class FactsReader {
  private final Exchange exchange;
  private final Environment environment;
  private final Policy policy;

  /// @param policy the limits in force
  FactsReader(Exchange exchange, Environment environment, Policy policy) {
    this.exchange = exchange;
    this.environment = environment;
    this.policy = policy;
  }

  static FactsReader of(Desk desk) {
    return new FactsReader(desk.exchange(), desk.environment(), desk.policy());
  }

  /// The facts for that order.
  ///
  /// @param account whose lock is held
  /// @throws Fault CONFIG when the key belongs to another account by now
  Snapshot read(OrderDraft draft, Account account) {
    return read(List.of(draft), account).of(draft, List.of());
  }

  /// The facts for those orders, in one reading. What the breakers make of it is latched at once:
  /// trading may be halted afterwards.
  ///
  /// @throws Fault as above
  Readout read(List<OrderDraft> drafts, Account account) {
    Ledger ledger = account.ledger();
    String uid = account.uid();
    try (Readings readings = new Readings()) {
      var config =
          readings.start("account config", account.waited() ? exchange::config : account::config);
      // In the order in which an order moves on: one that does so meanwhile is rather seen twice
      // than not at all.
      var algos = readings.start("pending algo orders", exchange::pendingAlgos);
      var orders = readings.start("pending orders", exchange::pendingOrders);
      var past = PastOrders.start(readings, exchange, policy.instTypes(), policy.maxDailyTrades());
      BreakerReads watch =
          BreakerReads.start(
              new BreakerReads.Source(
                  readings,
                  exchange,
                  Past.unread(),
                  policy.breakers(),
                  Optional.empty(),
                  () -> false),
              BreakerRecord.of(ledger.latest()));
      var positions = readings.start("positions", exchange::positions);
      Quotes quotes = new Quotes(readings, exchange);
      PerInstrument own = PerInstrument.start(readings, exchange, drafts, quotes);
      Specifications specs = Specifications.start(readings, exchange, drafts, quotes);
      watch.watch(drafts.stream().map(OrderDraft::instId));

      Optional<List<Position>> legs = readings.value(positions);
      Optional<List<Order>> resting = readings.value(orders);
      Optional<List<Algo>> waiting = readings.value(algos);
      watch.watch(BreakerReads.watched(drafts, legs, resting));
      specs.hold(legs, resting, waiting);
      Optional<AccountConfig> settings = readings.value(config).map(now -> of(uid, now));
      settings.ifPresent(
          now -> new ModeRecord(account).see(environment, now, exchange::serverTime));
      Optional<Balance> money = watch.balance();
      Map<String, Instrument> instruments = specs.instruments();
      UsdRates rates = DollarRates.of(money, instruments, readings, exchange);
      Evaluation breakers = watch.evaluate(legs, rates);
      new BreakerLatch(account).take(breakers, exchange.serverTime());
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
              instruments,
              specs.marks(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              rates,
              past.entries(readings, ledger, resting),
              PastOrders.openIntents(ledger),
              List.of(),
              account.brakes(),
              breakers.readings());
      return own.readout(readings, common);
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
}
