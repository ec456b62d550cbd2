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
  private static final int MOST_TRADES = 500;
  private static final BigDecimal TRADE_USD = new BigDecimal("1500");

  private TapeRows() {}

  static ArrayNode books(Query query) {
    Listing listing = query.listing();
    int levels = query.count("sz", 1, MOST_LEVELS);
    Book book = query.market().depth(listing.id(), query.now(), levels);
    ArrayNode rows = PublicEndpoint.rows();
    ObjectNode row = rows.addObject();
    side(row.putArray("asks"), book.asks());
    side(row.putArray("bids"), book.bids());
    row.put("ts", Long.toString(query.now().toEpochMilli()));
    row.put("seqId", query.now().toEpochMilli());
    return rows;
  }

  /// Each level: price, size, a column OKX gave up, number of orders.
  private static void side(ArrayNode rows, List<Book.Level> levels) {
    for (Book.Level level : levels) {
      rows.addArray()
          .add(Decimals.text(level.px()))
          .add(Decimals.text(level.sz()))
          .add("0")
          .add("1");
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
