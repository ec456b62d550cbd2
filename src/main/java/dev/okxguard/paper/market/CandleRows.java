package dev.okxguard.paper.market;

import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;

/// Candles of the same prices that orders meet (reference c.2).
final class CandleRows {
  private static final int POINTS = 300;
  private static final int NORMAL_ROWS = 100;
  private static final int MOST_ROWS = 300;
  private static final int LATEST_BARS = 1_440;

  private CandleRows() {}

  /// The latest bars: at most 300 at once, none older than 1440 bars.
  static ArrayNode latest(Query query) {
    return traded(query, LATEST_BARS);
  }

  /// Any bars, at most 300 at once.
  static ArrayNode history(Query query) {
    return traded(query, Integer.MAX_VALUE);
  }

  /// Bars of an index, without volume; they follow the spot pair's trades.
  static ArrayNode index(Query query) {
    return bare(query, indexed(query), LATEST_BARS);
  }

  /// As [#index(Query)], however old.
  static ArrayNode indexHistory(Query query) {
    return bare(query, indexed(query), Integer.MAX_VALUE);
  }

  /// Bars of a mark price, without volume; they follow the instrument's own trades.
  static ArrayNode mark(Query query) {
    return bare(query, query.listing(), LATEST_BARS);
  }

  /// As [#mark(Query)], however old.
  static ArrayNode markHistory(Query query) {
    return bare(query, query.listing(), Integer.MAX_VALUE);
  }

  private static ArrayNode traded(Query query, int oldestBar) {
    int limit = query.count("limit", NORMAL_ROWS, MOST_ROWS);
    return rows(query, query.listing(), limit, oldestBar, true);
  }

  private static ArrayNode bare(Query query, Listing listing, int oldestBar) {
    int limit = query.count("limit", NORMAL_ROWS, NORMAL_ROWS);
    return rows(query, listing, limit, oldestBar, false);
  }

  private static Listing indexed(Query query) {
    return Optional.ofNullable(Indices.all(query.market()).get(query.required("instId")))
        .orElseThrow(Refusal::unknownInstrument);
  }

  private static ArrayNode rows(
      Query query, Listing listing, int limit, int oldestBar, boolean volume) {
    Bar bar = Bar.of(query.optional("bar").orElse("1m")).orElseThrow(() -> Refusal.invalid("bar"));
    Instant newest = query.now();
    Optional<Instant> after = query.millis("after").map(at -> Instant.ofEpochMilli(at - 1));
    Instant start = bar.start(after.filter(at -> at.isBefore(newest)).orElse(newest));
    long before = query.millis("before").orElse(-1L);
    Instant floor = floor(bar, newest, oldestBar);
    ArrayNode rows = PublicEndpoint.rows();
    while (rows.size() < limit && start.toEpochMilli() > before && !start.isBefore(floor)) {
      row(
          rows.addArray(),
          new Candle(query.market(), listing, start, bar.end(start)),
          query,
          volume);
      start = bar.start(start.minusMillis(1));
    }
    return rows;
  }

  private static Instant floor(Bar bar, Instant now, int oldestBar) {
    if (oldestBar == Integer.MAX_VALUE || bar.months() > 0) {
      return Instant.EPOCH;
    }
    Instant floor = bar.start(now).minusSeconds(bar.seconds() * (oldestBar - 1L));
    return floor.isBefore(Instant.EPOCH) ? Instant.EPOCH : floor;
  }

  private static void row(ArrayNode row, Candle candle, Query query, boolean volume) {
    Instant last = candle.last(query.now());
    Market.Range range = candle.range(last);
    row.add(Long.toString(candle.start().toEpochMilli()));
    row.add(Decimals.text(candle.price(candle.start())));
    row.add(Decimals.text(range.high())).add(Decimals.text(range.low()));
    row.add(Decimals.text(candle.price(last)));
    if (volume) {
      Volume traded = candle.volume(last);
      row.add(Decimals.text(traded.size()));
      row.add(traded.currency(candle.listing().instrument()));
      row.add(Decimals.text(traded.quote()));
    }
    row.add(query.now().isBefore(candle.end()) ? "0" : "1");
  }

  /// One bar from `start` up to but excluding `end`.
  private record Candle(PaperMarket market, Listing listing, Instant start, Instant end) {
    /// The last instant of the bar that has come.
    Instant last(Instant now) {
      return now.isBefore(end) ? now : end.minusMillis(1);
    }

    BigDecimal price(Instant at) {
      return market.prices(listing.id(), at).last();
    }

    Market.Range range(Instant last) {
      return market.range(listing.id(), start, last, POINTS);
    }

    Volume volume(Instant last) {
      long seed = Noise.seed(market.seed(), listing.id());
      long seconds = Duration.between(start, last).toSeconds() + 1;
      return Volume.of(listing, seed, start.getEpochSecond(), seconds, price(last));
    }
  }
}
