package dev.okxguard.guard.breaker;

import dev.okxguard.guard.Brakes;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Bill;
import dev.okxguard.model.Candle;
import dev.okxguard.model.Fill;
import dev.okxguard.model.Position;
import dev.okxguard.model.Span;
import dev.okxguard.model.UsdRates;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Everything the breakers look at, read fresh. An empty [Optional] is a datum that could not be
/// read.
///
/// @param now the exchange's clock
/// @param marks of an earlier look; empty when losses are to be measured from now on
/// @param tally of an earlier look; what it counted is left out of bills, funding and fills, or
///   passed over here
/// @param bills from the UTC day's beginning or from the marks, whichever is earlier
/// @param funding payments of funding, newest first, as far back as the fills
/// @param fills newest first
/// @param candles of one minute, newest first, of each instrument held or ordered
/// @param rates for what the balance does not value
/// @param resumed when a person last let trading go on, by this machine's clock; see [#since()]
public record Look(
    Instant now,
    Optional<Marks> marks,
    Optional<Tally> tally,
    Optional<Balance> balance,
    Optional<Statement> bills,
    Optional<List<Bill>> funding,
    Optional<List<Fill>> fills,
    Optional<List<Position>> positions,
    Map<String, Optional<List<Candle>>> candles,
    UsdRates rates,
    Optional<Instant> resumed) {
  /// As many rows take an order longer to read than a record of them to write, now and then.
  private static final int MANY = 25;

  public Look {
    candles = Map.copyOf(candles);
  }

  /// The same with other fills.
  public Look with(Optional<List<Fill>> otherFills) {
    return new Look(
        now, marks, tally, balance, bills, funding, otherFills, positions, candles, rates, resumed);
  }

  BigDecimal equity() {
    BigDecimal equity = balance.orElseThrow(() -> new Unmeasurable("account balance")).totalEq();
    if (equity.signum() <= 0) {
      throw new Unmeasurable("positive account equity");
    }
    return equity;
  }

  /// Changes of balances, newest first, those counted before in sum.
  List<Bill> changes() {
    if (!unread().isEmpty()) {
      Span next = unread().getFirst();
      throw new Unmeasurable(
          "changes of the balance (bills) before "
              + next.to()
              + ": more than one look reads, each goes on from the last");
    }
    return told();
  }

  /// The same without those of the spans that are still unread.
  List<Bill> told() {
    List<Bill> read = statement().bills();
    return tally.map(old -> together(old, read)).orElse(read);
  }

  /// Sums stand where the newest bill in them stood, and reach over no unread span.
  private static List<Bill> together(Tally old, List<Bill> read) {
    return Stream.concat(
            read.stream().filter(bill -> old.lacks(bill.time())), old.changes().stream())
        .sorted(Comparator.comparing(Bill::time).reversed())
        .toList();
  }

  /// Spans whose changes of balances nobody has counted yet, newest first.
  List<Span> unread() {
    return statement().unread();
  }

  private Statement statement() {
    return bills.orElseThrow(() -> new Unmeasurable("changes of the balance (bills)"));
  }

  /// The tally, where round trips are counted in.
  Optional<Tally> counted() {
    return tally.filter(Tally::trips);
  }

  /// Fills that are not in the tally, newest first.
  List<Fill> trades() {
    return since(fills.orElseThrow(() -> new Unmeasurable("fills")), Fill::time);
  }

  /// Funding that is not in the tally, newest first.
  List<Bill> payments() {
    return since(funding.orElseThrow(() -> new Unmeasurable("funding payments")), Bill::time);
  }

  private <T> List<T> since(List<T> read, Function<T, Instant> time) {
    return counted().map(old -> since(old, read, time).toList()).orElse(read);
  }

  private static <T> Stream<T> since(Tally old, List<T> read, Function<T, Instant> time) {
    return read.stream().filter(one -> time.apply(one).isAfter(old.at()));
  }

  /// Whether a tally of all that is settled would spare reading much the next time.
  boolean longRead() {
    return longDay()
        || many(trades().stream().map(Fill::time))
        || many(payments().stream().map(Bill::time));
  }

  /// The same of a tally of changes alone.
  boolean longDay() {
    return many(told().stream().map(Bill::time));
  }

  private boolean many(Stream<Instant> times) {
    return times.filter(at -> !at.isAfter(settled())).count() > MANY;
  }

  /// Nothing more is listed of what happened until then.
  Instant settled() {
    return now.minus(Tally.LATE);
  }

  List<Position> legs() {
    return positions.orElseThrow(() -> new Unmeasurable("positions"));
  }

  Instant midnight() {
    return now.truncatedTo(ChronoUnit.DAYS);
  }

  /// When a person last let trading go on. One of the future would hide what comes until then.
  Optional<Instant> since() {
    if (resumed.filter(at -> at.isAfter(now.plus(Brakes.CLOCKS))).isPresent()) {
      throw new Unmeasurable(
          "a clock that was right when a person resumed (at "
              + resumed.get()
              + ", the exchange's shows "
              + now
              + "); halt and resume once it is");
    }
    return resumed;
  }

  /// Whether a person resumed in this UTC day, so that what came before counts no more.
  boolean resumedToday() {
    return since().filter(at -> !at.isBefore(midnight())).isPresent();
  }

  /// In dollars as the exchange values equity, so that money in transit is neither won nor lost.
  BigDecimal usd(String ccy, BigDecimal amount) {
    return balance
        .flatMap(all -> all.of(ccy))
        .flatMap(Balance.Currency::rate)
        .filter(rate -> rate.signum() > 0)
        .map(amount::multiply)
        .orElseGet(() -> rates.usd(ccy, amount));
  }
}
