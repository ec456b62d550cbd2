package dev.okxguard.trade;

import dev.okxguard.guard.Breaker;
import dev.okxguard.guard.Policy;
import dev.okxguard.guard.breaker.Breakers;
import dev.okxguard.guard.breaker.Evaluation;
import dev.okxguard.guard.breaker.Look;
import dev.okxguard.guard.breaker.Marks;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Bill;
import dev.okxguard.model.Candle;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Position;
import dev.okxguard.model.UsdRates;
import dev.okxguard.okx.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the breakers look at, read beside other reads.
final class BreakerReads {
  /// How far back OKX lists fills of every type at once.
  private static final Duration RECENT = Duration.ofDays(3);

  /// How far back its archive goes, less what clocks may differ.
  private static final Duration ARCHIVE = Duration.ofDays(89);

  private static final List<InstType> TYPES =
      List.of(InstType.SPOT, InstType.SWAP, InstType.FUTURES);

  private final Readings readings;
  private final Exchange exchange;
  private final Policy.Breakers limits;
  private final BreakerRecord record;
  private final Instant now;
  private final Funds funds;
  private final Optional<Readings.Reading<List<Fill>>> fills;
  private final Optional<Readings.Reading<List<Bill>>> funding;
  private final Map<String, Readings.Reading<List<Candle>>> candles = new LinkedHashMap<>();

  private BreakerReads(
      Readings readings, Exchange exchange, Policy.Breakers limits, BreakerRecord record) {
    this.readings = readings;
    this.exchange = exchange;
    this.limits = limits;
    this.record = record;
    this.now = exchange.serverTime();
    this.funds = Funds.start(readings, exchange, since(now, record.marks()), record.marks());
    boolean streak = Breaker.MAX_CONSECUTIVE_LOSSES.on(limits);
    Instant recent = now.minus(RECENT);
    this.fills =
        streak
            ? Optional.of(readings.start("fills", () -> exchange.fills(recent)))
            : Optional.empty();
    this.funding =
        streak
            ? Optional.of(readings.start("funding payments", () -> exchange.funding(recent)))
            : Optional.empty();
  }

  static BreakerReads start(
      Readings readings, Exchange exchange, Policy.Breakers limits, BreakerRecord record) {
    return new BreakerReads(readings, exchange, limits, record);
  }

  private static Instant since(Instant now, Optional<Marks> marks) {
    Instant midnight = now.truncatedTo(ChronoUnit.DAYS);
    return marks.map(Marks::at).filter(midnight::isAfter).orElse(midnight);
  }

  /// The balance that goes with the bills.
  Optional<Balance> balance() {
    return funds.balance();
  }

  /// Asks for the candles of what is held or ordered.
  void watch(Stream<String> instruments) {
    if (Breaker.MAX_MOVE.on(limits)) {
      // One more, since the newest minute is not over; never more than OKX gives at once.
      int count = Math.min(300, limits.maxMoveMinutes() + 1);
      instruments.forEach(
          id ->
              candles.computeIfAbsent(
                  id, _ -> readings.start("candles of " + id, () -> exchange.candles(id, count))));
    }
  }

  /// Waits for the reads, and says what the breakers make of them.
  Evaluation evaluate(Optional<List<Position>> legs, UsdRates known) {
    Look look = look(legs, known);
    Evaluation first = Breakers.evaluate(look, limits);
    if (!first.olderFills() || record.resumed().filter(now.minus(RECENT)::isBefore).isPresent()) {
      return first;
    }
    return Breakers.evaluate(look.with(archived(look.fills())), limits);
  }

  private Look look(Optional<List<Position>> legs, UsdRates known) {
    Optional<List<Bill>> bills = funds.bills();
    Stream<String> currencies =
        Stream.concat(
            bills.stream().flatMap(List::stream).map(Bill::ccy),
            legs.stream().flatMap(List::stream).map(Position::ccy));
    Map<String, Optional<List<Candle>>> moves = new LinkedHashMap<>();
    candles.forEach((id, read) -> moves.put(id, readings.value(read)));
    return new Look(
        now,
        record.marks(),
        funds.balance(),
        bills,
        funding.flatMap(readings::value),
        fills.flatMap(readings::value),
        legs,
        moves,
        DollarRates.with(known, currencies, readings, exchange),
        record.resumed());
  }

  /// The same fills with those before them.
  private Optional<List<Fill>> archived(Optional<List<Fill>> recent) {
    Instant since = now.minus(ARCHIVE);
    var reads =
        TYPES.stream()
            .map(
                type ->
                    readings.start(
                        "archived fills of " + type, () -> exchange.fillsArchive(type, since)))
            .toList();
    List<Fill> all = new ArrayList<>(recent.orElseThrow());
    Instant oldest = all.getLast().time();
    for (var read : reads) {
      Optional<List<Fill>> older = readings.value(read);
      if (older.isEmpty()) {
        return Optional.empty();
      }
      older.get().stream().filter(fill -> !all.contains(fill)).forEach(all::add);
    }
    all.sort((a, b) -> b.time().compareTo(a.time()));
    return Optional.of(all).filter(_ -> !oldest.isBefore(since));
  }
}
