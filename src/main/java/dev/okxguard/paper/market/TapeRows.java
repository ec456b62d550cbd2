package dev.okxguard.paper.market;

import dev.okxguard.model.Book;
import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Order books and a made-up tape of one trade a second (reference c.2).
final class TapeRows {
  private static final int MOST_LEVELS = 400;
  private static final int MOST_FULL_LEVELS = 5_000;
  private static final List<String> GIVEN_UP = List.of("0");
  private static final int MOST_TRADES = 500;
  private static final int MOST_OLD_TRADES = 100;
  private static final BigDecimal TRADE_USD = new BigDecimal("1500");

  private TapeRows() {}

  static ArrayNode books(Query query) {
    Listing listing = query.listing();
    int levels = query.count("sz", 1, MOST_LEVELS);
    ArrayNode rows = PublicEndpoint.rows();
    book(rows.addObject(), query.market().depth(listing.id(), query.now(), levels), GIVEN_UP)
        .put("seqId", query.now().toEpochMilli());
    return rows;
  }

  /// As [#books(Query)], much deeper, and without the column OKX gave up.
  static ArrayNode booksFull(Query query) {
    Listing listing = query.listing();
    int levels = query.count("sz", 1, MOST_FULL_LEVELS);
    ArrayNode rows = PublicEndpoint.rows();
    book(rows.addObject(), query.market().depth(listing.id(), query.now(), levels), List.of());
    return rows;
  }

  private static ObjectNode book(ObjectNode row, Book book, List<String> between) {
    side(row.putArray("asks"), book.asks(), between);
    side(row.putArray("bids"), book.bids(), between);
    return row.put("ts", Long.toString(book.time().toEpochMilli()));
  }

  /// Each level: price, size, what stands between, number of orders.
  private static void side(ArrayNode rows, List<Book.Level> levels, List<String> between) {
    for (Book.Level level : levels) {
      ArrayNode row = rows.addArray().add(Decimals.text(level.px())).add(Decimals.text(level.sz()));
      between.forEach(row::add);
      row.add("1");
    }
  }

  static ArrayNode trades(Query query) {
    Listing listing = query.listing();
    int count = query.count("limit", 100, MOST_TRADES);
    long newest = query.now().getEpochSecond();
    ArrayNode rows = PublicEndpoint.rows();
    for (long second = newest; second > newest - count; second--) {
      trade(rows.addObject(), listing, second, query.market());
    }
    return rows;
  }

  /// Trades older than `after` and newer than `before`, newest first: trade ids, or with `type=2`
  /// times.
  static ArrayNode history(Query query) {
    Listing listing = query.listing();
    int count = query.count("limit", 100, MOST_OLD_TRADES);
    long unit = query.optional("type").filter("2"::equals).isPresent() ? 1_000 : 1;
    long now = query.now().getEpochSecond();
    long newest = query.millis("after").map(after -> (after - 1) / unit).orElse(now);
    long floor = query.millis("before").map(before -> before / unit).orElse(0L);
    ArrayNode rows = PublicEndpoint.rows();
    for (long second = Math.min(newest, now); second > floor && rows.size() < count; second--) {
      trade(rows.addObject(), listing, second, query.market());
    }
    return rows;
  }

  private static void trade(ObjectNode row, Listing listing, long second, PaperMarket market) {
    long seed = Noise.seed(market.seed(), listing.id());
    Instant at = Instant.ofEpochSecond(second);
    BigDecimal px = market.prices(listing.id(), at).last();
    BigDecimal usd = TRADE_USD.add(BigDecimal.valueOf(Noise.below(5_000, seed, second)));
    row.put("instId", listing.id()).put("tradeId", Long.toString(second));
    row.put("px", Decimals.text(px));
    row.put("sz", Decimals.text(new Depth(listing, seed).size(px, usd)));
    row.put("side", Noise.below(2, seed, second) == 0 ? "buy" : "sell").put("source", "0");
    row.put("ts", Long.toString(at.toEpochMilli()));
  }
}
