package dev.okxguard.trade;

import dev.okxguard.model.Bill;
import dev.okxguard.model.Fill;
import dev.okxguard.model.Span;
import dev.okxguard.okx.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Fills and bills as the breakers count by them, of which a command may have read some already.
public final class Past {
  /// How far back the breakers look at fills, less what a command may take: what it reads of
  /// earlier ones comes from the archive, which lags behind.
  private static final Duration FILLS = Duration.ofDays(3).minusHours(2);

  private final Instant oldest;
  private final Stretch<Fill> fills;
  private final Stretch<Bill> bills;

  private Past(Instant oldest, Stretch<Fill> fills, Stretch<Bill> bills) {
    this.oldest = oldest;
    this.fills = fills;
    this.bills = bills;
  }

  /// Of which nothing is read yet.
  ///
  /// @param now when the command begins
  public static Past from(Instant now) {
    Instant oldest = now.minus(FILLS);
    return new Past(
        oldest,
        new Stretch<>(Fill::time, new Slim()::of, oldest),
        new Stretch<>(Bill::time, new Slim()::of, now.truncatedTo(ChronoUnit.DAYS)));
  }

  static Past unread() {
    return from(Instant.EPOCH);
  }

  /// Takes in what was read: all of that span, newest first, asked for when it was over. It has to
  /// reach back behind the end of the span before by as much as the exchange may be late.
  public void add(Span read, List<Fill> newFills, List<Bill> newBills) {
    if (!read.from().isBefore(oldest)) {
      fills.add(read, newFills);
    }
    bills.add(read, newBills);
  }

  /// All since then, newest first.
  List<Fill> fills(Exchange exchange, Instant since) {
    return fills.since(since, exchange::eachFill);
  }

  /// All since then, newest first.
  List<Bill> bills(Exchange exchange, Instant since) {
    return bills.since(since, exchange::eachBill);
  }
}
