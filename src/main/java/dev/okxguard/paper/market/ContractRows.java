package dev.okxguard.paper.market;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Price limits, mark prices, open interest and position tiers (reference c.1).
final class ContractRows {
  private static final Set<String> MARK_TYPES =
      Set.of("MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS");
  private static final Set<String> OPEN_INTEREST_TYPES =
      Set.of("SWAP", "FUTURES", "OPTION", "EVENTS");
  private static final Set<String> TIER_TYPES = Set.of("MARGIN", "SWAP", "FUTURES", "OPTION");
  private static final BigDecimal OPEN_INTEREST_USD = new BigDecimal("500000000");
  private static final long HOUR = 3_600;

  private ContractRows() {}

  static ArrayNode priceLimit(Query query) {
    Listing listing = query.listing();
    BigDecimal index = query.market().prices(listing.id(), query.now()).index();
    PriceBand band = PriceBand.around(listing.instrument(), index);
    boolean limited = listing.option().isEmpty();
    ArrayNode rows = PublicEndpoint.rows();
    head(rows.addObject(), listing, query.now())
        .put("buyLmt", limited ? Decimals.text(band.buyLmt()) : "")
        .put("sellLmt", limited ? Decimals.text(band.sellLmt()) : "")
        .put("enabled", limited);
    return rows;
  }

  static ArrayNode markPrice(Query query) {
    ArrayNode rows = PublicEndpoint.rows();
    for (Listing listing : marked(query)) {
      Market.Prices prices = query.market().prices(listing.id(), query.now());
      head(rows.addObject(), listing, query.now()).put("markPx", Decimals.text(prices.mark()));
    }
    return rows;
  }

  /// OKX's page demands a type, but production answers for a contract's id alone, and clients ask
  /// so.
  private static List<Listing> marked(Query query) {
    if (query.optional("instType").isPresent() || query.optional("instId").isEmpty()) {
      return query.listings(query.type(MARK_TYPES));
    }
    return List.of(contract(query));
  }

  private static Listing contract(Query query) {
    Listing listing = query.listing();
    if (!listing.instrument().instType().contracts()) {
      throw Refusal.unknownInstrument();
    }
    return listing;
  }

  static ArrayNode openInterest(Query query) {
    ArrayNode rows = PublicEndpoint.rows();
    for (Listing listing : query.listings(query.type(OPEN_INTEREST_TYPES))) {
      openInterest(head(rows.addObject(), listing, query.now()), listing, query);
    }
    return rows;
  }

  private static void openInterest(ObjectNode row, Listing listing, Query query) {
    Market market = query.market();
    BigDecimal last = market.prices(listing.id(), query.now()).last();
    long seed = Noise.seed(query.market().seed(), listing.id());
    long permille = 900 + Noise.below(200, seed, query.now().getEpochSecond() / HOUR);
    BigDecimal usd = OPEN_INTEREST_USD.multiply(BigDecimal.valueOf(permille)).movePointLeft(3);
    BigDecimal coin = listing.option().isPresent() ? listing.base() : last;
    BigDecimal coins = usd.divide(coin, 8, RoundingMode.DOWN);
    row.put("oi", Decimals.text(new Depth(listing, seed).size(last, usd)));
    row.put("oiCcy", Decimals.text(coins)).put("oiUsd", Decimals.text(usd));
  }

  static ArrayNode positionTiers(Query query) {
    String type = query.type(TIER_TYPES);
    if (!List.of("cross", "isolated").contains(query.required("tdMode"))) {
      throw Refusal.invalid("tdMode");
    }
    ArrayNode rows = PublicEndpoint.rows();
    for (Listing listing : query.listings(type)) {
      new Tiers(listing).rows().forEach(rows::add);
    }
    return rows;
  }

  private static ObjectNode head(ObjectNode row, Listing listing, Instant now) {
    Instrument instrument = listing.instrument();
    return row.put("instType", instrument.instType().name())
        .put("instId", instrument.instId())
        .put("ts", Long.toString(now.toEpochMilli()));
  }
}
