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

  private final BreakerReads.Source source;
  private final Instant since;
  private final Optional<Marks> marks;
  private final Readings.Reading<Balance> balance;
  private final Readings.Reading<List<Bill>> bills;
  private Optional<Settled> settled = Optional.empty();

  private record Settled(Optional<Balance> balance, Optional<List<Bill>> bills) {}

  private Funds(
      BreakerReads.Source source,
      Optional<Marks> marks,
      Readings.Reading<Balance> balance,
      Readings.Reading<List<Bill>> bills,
      Instant since) {
    this.source = source;
    this.marks = marks;
    this.balance = balance;
    this.bills = bills;
    this.since = since;
  }

  static Funds start(BreakerReads.Source source, Instant since, Optional<Marks> marks) {
    var balance = source.readings().start("balance", source.exchange()::balance);
    var bills = source.readings().start("bills", () -> after(balance.future(), source, since));
    return new Funds(source, marks, balance, bills, since);
  }

  private static List<Bill> after(
      Future<Balance> balance, BreakerReads.Source source, Instant since)
      throws InterruptedException {
    try {
      balance.get();
    } catch (ExecutionException e) {
      // Whoever asks for the balance is told why; the bills say something without it.
    }
    return source.past().bills(source.exchange(), since);
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
    Readings readings = source.readings();
    Exchange exchange = source.exchange();
    Optional<List<Bill>> listed = readings.value(bills);
    Optional<Balance> held = readings.value(balance);
    for (int look = 0; look < LOOKS; look++) {
      Optional<List<Bill>> before = listed;
      if (before.isEmpty() || transfers(before.get()).isEmpty()) {
        return new Settled(held, listed);
      }
      held = readings.value(readings.start("balance", exchange::balance));
      listed = readings.value(readings.start("bills", () -> source.past().bills(exchange, since)));
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
