package dev.okxguard.trade;

import dev.okxguard.guard.breaker.Marks;
import dev.okxguard.guard.breaker.Statement;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Bill;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.Readings;
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
  private final Past.Wanted wanted;
  private final Optional<Marks> marks;
  private final Readings.Reading<Balance> balance;
  private final Readings.Reading<Statement> bills;
  private Optional<Settled> settled = Optional.empty();

  private record Settled(Optional<Balance> balance, Optional<Statement> bills) {}

  private Funds(
      BreakerReads.Source source,
      Optional<Marks> marks,
      Readings.Reading<Balance> balance,
      Readings.Reading<Statement> bills,
      Past.Wanted wanted) {
    this.source = source;
    this.marks = marks;
    this.balance = balance;
    this.bills = bills;
    this.wanted = wanted;
  }

  static Funds start(BreakerReads.Source source, Past.Wanted wanted, Optional<Marks> marks) {
    var balance = source.readings().start("balance", source.exchange()::balance);
    var bills = source.readings().start("bills", () -> after(balance.future(), source, wanted));
    return new Funds(source, marks, balance, bills, wanted);
  }

  private static Statement after(
      Future<Balance> balance, BreakerReads.Source source, Past.Wanted wanted)
      throws InterruptedException {
    try {
      balance.get();
    } catch (ExecutionException e) {
      // Whoever asks for the balance is told why; the bills say something without it.
    }
    return source.past().bills(source.exchange(), wanted);
  }

  Optional<Balance> balance() {
    return settled().balance();
  }

  Optional<Statement> bills() {
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
    Optional<Statement> listed = readings.value(bills);
    Optional<Balance> held = readings.value(balance);
    for (int look = 0; look < LOOKS; look++) {
      Optional<Statement> before = listed;
      if (before.isEmpty() || explains(before.get())) {
        return new Settled(held, listed);
      }
      held = readings.value(readings.start("balance", exchange::balance));
      listed = readings.value(readings.start("bills", () -> source.past().bills(exchange, wanted)));
      if (listed.map(this::transfers).equals(before.map(this::transfers))) {
        return new Settled(held, listed);
      }
    }
    return new Settled(held, Optional.empty());
  }

  /// Without a new transfer the bills explain the balance; a part of them explains nothing yet.
  private boolean explains(Statement read) {
    return !read.unread().isEmpty() || transfers(read).isEmpty();
  }

  private List<Bill> transfers(Statement read) {
    return read.bills().stream()
        .filter(Bill::transfer)
        .filter(bill -> marks.filter(known -> known.before(bill)).isPresent())
        .toList();
  }
}
