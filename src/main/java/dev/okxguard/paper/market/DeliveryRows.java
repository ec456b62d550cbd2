package dev.okxguard.paper.market;

import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `public/delivery-exercise-history`: at which index prices futures were delivered, and options
/// exercised or left to lapse.
final class DeliveryRows {
  private static final Set<String> TYPES = Set.of("FUTURES", "OPTION");

  private DeliveryRows() {}

  static ArrayNode answer(Query query) {
    ArrayNode rows = PublicEndpoint.rows();
    for (Listing listing : query.listings(query.type(TYPES))) {
      Optional<Instant> expiry = listing.expiry().filter(at -> !at.isAfter(query.now()));
      expiry.ifPresent(at -> row(rows.addObject(), listing, at, query.market()));
    }
    return rows;
  }

  private static void row(ObjectNode row, Listing listing, Instant expiry, PaperMarket market) {
    row.put("ts", Long.toString(expiry.toEpochMilli()));
    row.putArray("details")
        .addObject()
        .put("insId", listing.id())
        .put("px", Decimals.text(index(listing, expiry, market)))
        .put("type", type(listing, expiry, market));
  }

  /// Of an option that of its underlying.
  private static BigDecimal index(Listing listing, Instant expiry, PaperMarket market) {
    return listing.option().isPresent()
        ? market.usd(listing.underlying(), expiry)
        : market.prices(listing.id(), expiry).index();
  }

  private static String type(Listing listing, Instant expiry, PaperMarket market) {
    return listing
        .option()
        .map(terms -> terms.intrinsic(index(listing, expiry, market)).signum() > 0)
        .map(pays -> pays ? "exercised" : "expired_otm")
        .orElse("delivery");
  }
}
