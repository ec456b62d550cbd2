package dev.okxguard.trade;

import dev.okxguard.guard.Breaker;
import dev.okxguard.guard.Policy;
import dev.okxguard.guard.breaker.Breakers;
import dev.okxguard.guard.breaker.Evaluation;
import dev.okxguard.guard.breaker.Look;
import dev.okxguard.guard.breaker.Marks;
import dev.okxguard.guard.breaker.Statement;
import dev.okxguard.guard.breaker.Tally;
import dev.okxguard.journal.FillPieces;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Bill;
import dev.okxguard.model.Candle;
import dev.okxguard.model.DayRange;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Position;
import dev.okxguard.model.UsdRates;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.Readings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the breakers look at, read beside other reads.
final class BreakerReads {
  /// As many candles as OKX gives at once.
  private static final int MOST_CANDLES = 300;

  /// As many bills as one look reads, the next one going on from it: 20 seconds at OKX.
  private static final int MOST_BILLS = 10_000;

  /// The same for a look beside a command that only reads.
  private static final int BILLS_ASIDE = 3_000;

  /// More instruments than OKX tells candles of within a second.
  private static final int MANY = 20;

  private final Source source;
  private final BreakerRecord record;
  private final Instant now;
  private final Optional<Tally> tally;
  private final Funds funds;
  private final StreakReads streak;
  private final Map<String, Readings.Reading<List<Candle>>> candles = new LinkedHashMap<>();

  /// Where it comes from, and what it is for.
  ///
  /// @param pieces where fills wait that are too many for one look; empty for a look that has to
  ///   see all of them
  /// @param hurry whether what was read of fills and bills has to do
  record Source(
      Readings readings,
      Exchange exchange,
      Past past,
      Policy.Breakers limits,
      Optional<FillPieces> pieces,
      BooleanSupplier hurry) {}

  private BreakerReads(
      Source source,
      BreakerRecord record,
      Instant now,
      Optional<Tally> tally,
      Funds funds,
      StreakReads streak) {
    this.source = source;
    this.record = record;
    this.now = now;
    this.tally = tally;
    this.funds = funds;
    this.streak = streak;
  }

  static BreakerReads start(Source source, BreakerRecord record) {
    Instant now = source.exchange().serverTime();
    Optional<Tally> tally = record.tally().filter(kept -> kept.usable(now));
    int most = source.pieces().isPresent() ? BILLS_ASIDE : MOST_BILLS;
    Past.Wanted bills = Past.Wanted.of(tally, since(now, record.marks()), most, source.hurry());
    return new BreakerReads(
        source,
        record,
        now,
        tally,
        Funds.start(source, bills, record.marks()),
        StreakReads.start(source, tally.filter(Tally::trips), now));
  }

  private static Instant since(Instant now, Optional<Marks> marks) {
    Instant midnight = now.truncatedTo(ChronoUnit.DAYS);
    return marks.map(Marks::at).filter(midnight::isAfter).orElse(midnight);
  }

  /// The balance that goes with the bills.
  Optional<Balance> balance() {
    return funds.balance();
  }

  /// Everything held or ordered.
  static Stream<String> watched(
      List<OrderDraft> drafts, Optional<List<Position>> legs, Optional<List<Order>> resting) {
    return Stream.of(
            drafts.stream().map(OrderDraft::instId),
            legs.stream().flatMap(List::stream).map(Position::instId),
            resting.stream().flatMap(List::stream).map(Order::instId))
        .flatMap(ids -> ids);
  }

  /// Asks for the candles of what is held or ordered; where that is much, only of what moved enough
  /// in a day.
  void watch(Stream<String> instruments) {
    if (Breaker.MAX_MOVE.on(source.limits())) {
      // One more, since the newest minute is not over.
      int count = Math.min(MOST_CANDLES, source.limits().maxMoveMinutes() + 1);
      Set<String> ids = instruments.collect(Collectors.toCollection(LinkedHashSet::new));
      ids.removeAll(candles.keySet());
      if (ids.size() > MANY) {
        ids.removeAll(calm(ids));
      }
      ids.forEach(id -> candles.put(id, candles(id, count)));
    }
  }

  private Set<String> calm(Set<String> ids) {
    List<Readings.Reading<List<DayRange>>> reads =
        ids.stream().map(InstType::byForm).distinct().map(this::dayRanges).toList();
    return reads.stream()
        .flatMap(read -> source.readings().value(read).stream())
        .flatMap(List::stream)
        .filter(day -> Breakers.calm(day, now, source.limits()))
        .map(DayRange::instId)
        .collect(Collectors.toSet());
  }

  private Readings.Reading<List<DayRange>> dayRanges(InstType type) {
    return source
        .readings()
        .start("day ranges of " + type, () -> source.exchange().dayRanges(type));
  }

  private Readings.Reading<List<Candle>> candles(String instId, int count) {
    return source
        .readings()
        .start("candles of " + instId, () -> source.exchange().candles(instId, count));
  }

  /// Waits for the reads, and says what the breakers make of them.
  Evaluation evaluate(Optional<List<Position>> legs, UsdRates known) {
    Look look = look(legs, known);
    Evaluation first = Breakers.evaluate(look, source.limits());
    if (!first.olderFills() || streak.reachBackTo(record.resumed())) {
      return first;
    }
    Optional<List<Fill>> all =
        look.fills().flatMap(fills -> streak.archived(source.readings(), source.exchange(), fills));
    return Breakers.evaluate(look.with(all), source.limits());
  }

  private Look look(Optional<List<Position>> legs, UsdRates known) {
    Readings readings = source.readings();
    Optional<Statement> bills = funds.bills();
    Stream<Bill> changes =
        Stream.concat(
            bills.map(Statement::bills).stream().flatMap(List::stream),
            tally.map(Tally::changes).stream().flatMap(List::stream));
    Stream<String> currencies =
        Stream.concat(
            changes.map(Bill::ccy), legs.stream().flatMap(List::stream).map(Position::ccy));
    Map<String, Optional<List<Candle>>> moves = new LinkedHashMap<>();
    candles.forEach((id, read) -> moves.put(id, readings.value(read)));
    return new Look(
        now,
        record.marks(),
        tally,
        funds.balance(),
        bills,
        streak.funding().flatMap(readings::value),
        streak.fills().flatMap(readings::value),
        legs,
        moves,
        DollarRates.with(known, currencies, readings, source.exchange()),
        record.resumed());
  }
}
