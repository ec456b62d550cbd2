package dev.okxguard.paper.market;

import dev.okxguard.model.Book;
import dev.okxguard.model.Decimals;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Tickers of instruments and indices (reference c.2).
final class TickerRows {
  private static final Set<String> TYPES = Set.of("SPOT", "SWAP", "FUTURES", "OPTION", "EVENTS");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration EAST = Duration.ofHours(8);
  private static final int POINTS = 1_440;

  private TickerRows() {}

  static ArrayNode ticker(Query query) {
    ArrayNode rows = PublicEndpoint.rows();
    row(rows.addObject(), query.listing(), query);
    return rows;
  }

  static ArrayNode tickers(Query query) {
    ArrayNode rows = PublicEndpoint.rows();
    query.listings(query.type(TYPES)).forEach(listing -> row(rows.addObject(), listing, query));
    return rows;
  }

  private static void row(ObjectNode row, Listing listing, Query query) {
    PaperMarket market = query.market();
    Book book = market.depth(listing.id(), query.now(), 1);
    Market.Prices prices = market.prices(listing.id(), query.now());
    long seed = Noise.seed(market.seed(), listing.id());
    long day = query.now().getEpochSecond() / DAY.toSeconds();
    Volume volume = Volume.of(listing, seed, day, DAY.toSeconds(), prices.last());
    row.put("instType", listing.instrument().instType().name()).put("instId", listing.id());
    row.put("last", Decimals.text(prices.last()));
    row.put("lastSz", Decimals.text(listing.instrument().minSz()));
    side(row, "ask", book.asks().stream().findFirst());
    side(row, "bid", book.bids().stream().findFirst());
    row.put("vol24h", Decimals.text(volume.size()));
    row.put("volCcy24h", volume.currency(listing.instrument()));
    day(row, listing, query);
  }

  private static void side(ObjectNode row, String side, Optional<Book.Level> best) {
    row.put(side + "Px", best.map(level -> Decimals.text(level.px())).orElse(""));
    row.put(side + "Sz", best.map(level -> Decimals.text(level.sz())).orElse(""));
  }

  /// What both kinds of ticker say about the last 24 hours.
  private static void day(ObjectNode row, Listing listing, Query query) {
    Instant now = query.now();
    Market.Range range = query.market().range(listing.id(), now.minus(DAY), now, POINTS);
    Instant east = now.plus(EAST).truncatedTo(ChronoUnit.DAYS).minus(EAST);
    row.put("high24h", Decimals.text(range.high())).put("low24h", Decimals.text(range.low()));
    row.put("open24h", last(listing, now.minus(DAY), query));
    row.put("sodUtc0", last(listing, now.truncatedTo(ChronoUnit.DAYS), query));
    row.put("sodUtc8", last(listing, east, query));
    row.put("ts", Long.toString(now.toEpochMilli()));
  }

  private static String last(Listing listing, Instant at, Query query) {
    return Decimals.text(query.market().prices(listing.id(), at).last());
  }

  static ArrayNode indexTickers(Query query) {
    Optional<String> instId = query.optional("instId");
    Optional<String> quote = query.optional("quoteCcy");
    if (instId.isEmpty() && quote.isEmpty()) {
      throw Refusal.missing("instId");
    }
    ArrayNode rows = PublicEndpoint.rows();
    Indices.all(query.market()).entrySet().stream()
        .filter(index -> instId.isEmpty() || instId.get().equals(index.getKey()))
        .filter(index -> quote.isEmpty() || index.getKey().endsWith("-" + quote.get()))
        .forEach(index -> index(rows.addObject(), index.getKey(), index.getValue(), query));
    if (rows.isEmpty()) {
      throw Refusal.unknownInstrument();
    }
    return rows;
  }

  private static void index(ObjectNode row, String name, Listing source, Query query) {
    Market.Prices prices = query.market().prices(source.id(), query.now());
    row.put("instId", name).put("idxPx", Decimals.text(prices.index()));
    day(row, source, query);
  }

  /// Yuan for a dollar, a constant.
  static ArrayNode exchangeRate() {
    ArrayNode rows = PublicEndpoint.rows();
    rows.addObject().put("usdCny", "7.1");
    return rows;
  }
}
