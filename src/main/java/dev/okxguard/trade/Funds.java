package dev.okxguard.trade;

import dev.okxguard.guard.breaker.Marks;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Bill;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.Readings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// The balance and the bills that explain it. The bills are read after the balance, so that no
/// transfer is in the equity without its bill; where there is a new one, both are read again until
/// the balance lies between two lists that agree.
final class Funds {
  private static final int LOOKS = 3;

  private final Readings readings;
  private final Exchange exchange;
  private final Instant since;
  private final Optional<Marks> marks;
  private final Readings.Reading<Balance> balance;
  private final Readings.Reading<List<Bill>> bills;
  private Optional<Settled> settled = Optional.empty();

  private record Settled(Optional<Balance> balance, Optional<List<Bill>> bills) {}

  private Funds(
      Readings readings,
      Exchange exchange,
      Optional<Marks> marks,
      Readings.Reading<Balance> balance,
      Readings.Reading<List<Bill>> bills,
      Instant since) {
    this.readings = readings;
    this.exchange = exchange;
    this.marks = marks;
    this.balance = balance;
    this.bills = bills;
    this.since = since;
  }

  static Funds start(Readings readings, Exchange exchange, Instant since, Optional<Marks> marks) {
    var balance = readings.start("balance", exchange::balance);
    var bills = readings.start("bills", () -> after(balance.future(), exchange, since));
    return new Funds(readings, exchange, marks, balance, bills, since);
  }

  private static List<Bill> after(Future<Balance> balance, Exchange exchange, Instant since)
      throws InterruptedException {
    try {
      balance.get();
    } catch (ExecutionException e) {
      // Whoever asks for the balance is told why; the bills say something without it.
    }
    return Slim.bills(exchange, since);
  }

  Optional<Balance> balance() {
    return settled().balance();
  }

  Optional<List<Bill>> bills() {
    return settled().bills();
  }

  private Settled settled() {
    if (settled.isEmpty()) {
      settled = Optional.of(settle());
    }
    return settled.get();
  }

  private Settled settle() {
    Optional<List<Bill>> listed = readings.value(bills);
    Optional<Balance> held = readings.value(balance);
    for (int look = 0; look < LOOKS; look++) {
      Optional<List<Bill>> before = listed;
      if (before.isEmpty() || transfers(before.get()).isEmpty()) {
        return new Settled(held, listed);
      }
      held = readings.value(readings.start("balance", exchange::balance));
      listed = readings.value(readings.start("bills", () -> Slim.bills(exchange, since)));
      if (listed.map(this::transfers).equals(before.map(this::transfers))) {
        return new Settled(held, listed);
      }
    }
    return new Settled(held, Optional.empty());
  }

  private List<Bill> transfers(List<Bill> all) {
    return all.stream()
        .filter(Bill::transfer)
        .filter(bill -> marks.filter(known -> known.before(bill)).isPresent())
        .toList();
  }
}
