package dev.okxguard.paper.market;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.InstType;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `public/delivery-exercise-history`: at which prices futures were delivered.
final class DeliveryRows {
  private static final Set<String> TYPES = Set.of("FUTURES", "OPTION");

  private DeliveryRows() {}

  static ArrayNode answer(Query query) {
    ArrayNode rows = PublicEndpoint.rows();
    for (Listing listing : query.listings(query.type(TYPES))) {
      Optional<Instant> expiry = listing.expiry().filter(at -> !at.isAfter(query.now()));
      if (expiry.isPresent() && listing.instrument().instType() == InstType.FUTURES) {
        row(rows.addObject(), listing, expiry.get(), query.market());
      }
    }
    return rows;
  }

  private static void row(ObjectNode row, Listing listing, Instant expiry, PaperMarket market) {
    row.put("ts", Long.toString(expiry.toEpochMilli()));
    row.putArray("details")
        .addObject()
        .put("insId", listing.id())
        .put("px", Decimals.text(market.prices(listing.id(), expiry).index()))
        .put("type", "delivery");
  }
}
