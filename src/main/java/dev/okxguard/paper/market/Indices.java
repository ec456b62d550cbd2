package dev.okxguard.paper.market;

import java.util.Map;
import java.util.TreeMap;

/// The indices and the listing each takes its price from.
final class Indices {
  private Indices() {}

  /// By name, for example `BTC-USDT` and `BTC-USD`; both follow the spot pair.
  static Map<String, Listing> all(PaperMarket market) {
    Map<String, Listing> indices = new TreeMap<>();
    for (Listing listing : market.listings()) {
      if (!listing.instrument().instType().contracts()) {
        indices.put(listing.underlying() + "-USDT", listing);
        indices.put(listing.underlying() + "-USD", listing);
      }
    }
    return indices;
  }
}
