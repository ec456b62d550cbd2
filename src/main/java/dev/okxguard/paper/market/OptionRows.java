package dev.okxguard.paper.market;

import dev.okxguard.model.Decimals;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `public/opt-summary`: forward prices of options. Greeks and volatilities stay empty, since the
/// premiums here come from no such model.
final class OptionRows {
  private static final List<String> EMPTY =
      List.of(
          "askVol",
          "bidVol",
          "buyApr",
          "delta",
          "deltaBS",
          "distance",
          "gamma",
          "gammaBS",
          "lever",
          "markVol",
          "realVol",
          "sellApr",
          "theta",
          "thetaBS",
          "vega",
          "vegaBS",
          "volLv");

  private OptionRows() {}

  static ArrayNode summary(Query query) {
    if (query.optional("uly").isEmpty()) {
      query.required("instFamily");
    }
    ArrayNode rows = PublicEndpoint.rows();
    query.listings("OPTION").stream()
        .filter(listing -> query.optional("expTime").map(suffix(listing)::equals).orElse(true))
        .forEach(listing -> row(rows.addObject(), listing, query));
    return rows;
  }

  /// The expiry as ids spell it, which is also how it is asked for.
  private static String suffix(Listing listing) {
    return listing.expiry().map(Quarter::suffix).orElse("");
  }

  private static void row(ObjectNode row, Listing listing, Query query) {
    EMPTY.forEach(name -> row.put(name, ""));
    String family = listing.instrument().instFamily();
    row.put("instType", "OPTION").put("instId", listing.id()).put("uly", family);
    row.put("fwdPx", Decimals.text(query.market().usd(listing.underlying(), query.now())));
    row.put("ts", Long.toString(query.now().toEpochMilli()));
  }
}
