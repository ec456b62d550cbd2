package dev.okxguard.reconcile;

import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.Balance;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Position;
import dev.okxguard.model.Span;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.Readings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the account so that all of it belongs to one moment: what could have moved is read twice,
/// and nothing may have happened since shortly before.
///
/// @param uid of the account it has to be
record StableRead(Exchange exchange, String uid, Deadline deadline) {
  /// How far our idea of the exchange's clock, and the times it gives, may be apart.
  private static final Duration MARGIN = Duration.ofMillis(500);

  /// The account, and what happened to it before.
  ///
  /// @param still whether nothing moved meanwhile, so that all of it belongs to one moment
  record Look(Actual actual, History history, boolean still) {}

  /// @param since from when on the history is wanted
  /// @throws Unread when something could not be read
  Look read(Instant since) {
    deadline.require("the account was read");
    Instant at = exchange.serverTime();
    Instant from = since.isAfter(at) ? at : since;
    Actual before = actual(at);
    deadline.require("the account was read twice");
    try (Reads reads = new Reads(deadline)) {
      HistoryReads history = new HistoryReads(exchange, deadline);
      var started = history.start(reads, new Span(from, exchange.serverTime().plus(MARGIN)));
      var positions = reads.start("positions", exchange::positions);
      var balance = reads.start("balance", exchange::balance);
      List<Readings.Reading<? extends List<?>>> none = lookAgain(before, reads);
      List<Readings.Reading<?>> needed = new ArrayList<>(none);
      needed.addAll(List.of(started.fills(), started.bills(), positions, balance));
      reads.all(needed);
      History happened =
          new History(
              new Span(from, at),
              reads.value(started.fills()),
              reads.value(started.bills()),
              Map.of());
      boolean still =
          legs(before.positions()).equals(legs(reads.value(positions)))
              && cash(before.balance()).equals(cash(reads.value(balance)))
              && none.stream().map(reads::value).allMatch(List::isEmpty)
              && quiet(happened, at.minus(MARGIN));
      return new Look(before, happened, still);
    }
  }

  /// Asks a second time for what there was none of: one empty answer is no proof. Orders come and
  /// go with whoever trades, so that lists of some need not be the same.
  private List<Readings.Reading<? extends List<?>>> lookAgain(Actual before, Reads reads) {
    List<Readings.Reading<? extends List<?>>> again = new ArrayList<>();
    if (before.orders().isEmpty()) {
      again.add(reads.start("pending orders", exchange::pendingOrders));
    }
    if (before.algos().isEmpty()) {
      again.add(reads.start("pending algo orders", exchange::pendingAlgos));
    }
    return again;
  }

  private Actual actual(Instant at) {
    try (Reads reads = new Reads(deadline)) {
      var positions = reads.start("positions", exchange::positions);
      var orders = reads.start("pending orders", exchange::pendingOrders);
      var algos = reads.start("pending algo orders", exchange::pendingAlgos);
      var balance = reads.start("balance", exchange::balance);
      var config = reads.start("account config", exchange::config);
      reads.all(List.of(positions, orders, algos, balance, config));
      return new Actual(
          at,
          same(reads.value(config)),
          reads.value(balance),
          reads.value(positions),
          reads.value(orders),
          reads.value(algos));
    }
  }

  private AccountConfig same(AccountConfig config) {
    if (!config.uid().equals(uid)) {
      throw new Fault(
          ExitCode.CONFIG,
          "the key belongs to account " + config.uid() + " now, not to " + uid,
          "run the command again");
    }
    return config;
  }

  private static boolean quiet(History history, Instant since) {
    return history.fills().stream().allMatch(fill -> fill.time().isBefore(since))
        && history.bills().stream().allMatch(bill -> bill.time().isBefore(since));
  }

  private static Map<Leg, List<Object>> legs(List<Position> positions) {
    Map<Leg, List<Object>> legs = new HashMap<>();
    positions.forEach(
        it -> legs.put(Leg.of(it), List.of(it.signed().stripTrailingZeros(), it.updated())));
    return legs;
  }

  private static Map<String, BigDecimal> cash(Balance balance) {
    Map<String, BigDecimal> cash = new HashMap<>();
    balance.currencies().forEach(it -> cash.put(it.ccy(), it.cashBal().stripTrailingZeros()));
    cash.values().removeIf(it -> it.signum() == 0);
    return cash;
  }
}
