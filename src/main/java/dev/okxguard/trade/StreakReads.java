package dev.okxguard.trade;

import dev.okxguard.guard.Breaker;
import dev.okxguard.guard.breaker.Tally;
import dev.okxguard.model.Bill;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.Readings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Fills and the funding paid meanwhile, by which losing round trips are counted. Nothing is read
/// where the policy does not count them.
///
/// @param since where the fills of all types at once begin
record StreakReads(
    Instant since,
    Optional<Readings.Reading<List<Fill>>> fills,
    Optional<Readings.Reading<List<Bill>>> funding) {
  /// How far back OKX lists fills of every type at once.
  private static final Duration RECENT = Duration.ofDays(3);

  /// How far back its archive goes, less what clocks may differ.
  private static final Duration ARCHIVE = Duration.ofDays(89);

  private static final List<InstType> TYPES =
      List.of(InstType.SPOT, InstType.SWAP, InstType.FUTURES);

  static StreakReads start(BreakerReads.Source source, Optional<Tally> tally, Instant now) {
    Instant since = tally.map(Tally::at).orElse(now.minus(RECENT));
    if (!Breaker.MAX_CONSECUTIVE_LOSSES.on(source.limits())) {
      return new StreakReads(since, Optional.empty(), Optional.empty());
    }
    Readings readings = source.readings();
    Exchange exchange = source.exchange();
    source.pieces().ifPresent(pieces -> pieces.forget(since));
    return new StreakReads(
        since,
        Optional.of(readings.start("fills", () -> source.past().fills(since, reader(source, now)))),
        Optional.of(readings.start("funding payments", () -> exchange.funding(since))));
  }

  private static Stretch.Reader<Fill> reader(BreakerReads.Source source, Instant now) {
    Exchange exchange = source.exchange();
    if (source.pieces().isPresent()) {
      return new Portions(exchange, source.pieces().get(), now, Portions.MOST, source.hurry());
    }
    return (since, until, each) -> {
      exchange.eachFill(since, until, each, () -> false);
      return since;
    };
  }

  /// Whether a person resumed so lately that nothing before these fills counts.
  boolean reachBackTo(Optional<Instant> resumed) {
    return resumed.filter(since::isBefore).isPresent();
  }

  /// These fills and those before them, newest first; empty when they cannot be read. Of rare types
  /// those are read that were traded lately.
  Optional<List<Fill>> archived(Readings readings, Exchange exchange, List<Fill> recent) {
    Instant from = since.plus(RECENT).minus(ARCHIVE);
    var reads =
        Stream.concat(TYPES.stream(), recent.stream().map(Fill::instType))
            .distinct()
            .map(
                type ->
                    readings.start(
                        "archived fills of " + type, () -> exchange.fillsArchive(type, from)))
            .toList();
    List<Fill> all = new ArrayList<>(recent);
    for (var read : reads) {
      Optional<List<Fill>> older = readings.value(read);
      if (older.isEmpty()) {
        return Optional.empty();
      }
      older.get().stream().filter(fill -> fill.time().isBefore(since)).forEach(all::add);
    }
    all.sort((a, b) -> b.time().compareTo(a.time()));
    return Optional.of(all);
  }
}
