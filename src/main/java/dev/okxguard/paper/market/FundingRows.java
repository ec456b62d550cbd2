package dev.okxguard.paper.market;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What `public/funding-rate` and `funding-rate-history` say of the funding of swaps.
final class FundingRows {
  private static final String RATE = Funding.RATE.toPlainString();
  private static final Duration INTERVAL = Funding.INTERVAL;
  private static final int MOST = 400;
  private static final Duration REMEMBERED = Duration.ofDays(90);

  private FundingRows() {}

  static ArrayNode current(Query query) {
    ArrayNode rows = PublicEndpoint.rows();
    swaps(query).forEach(listing -> current(rows.addObject(), listing, query.now()));
    return rows;
  }

  private static void current(ObjectNode row, Listing listing, Instant now) {
    Instant next = Funding.next(now);
    row.put("instType", "SWAP").put("instId", listing.id()).put("fundingRate", RATE);
    row.put("fundingTime", millis(next)).put("nextFundingTime", millis(next.plus(INTERVAL)));
    row.put("prevFundingTime", millis(next.minus(INTERVAL))).put("nextFundingRate", "");
    row.put("settFundingRate", RATE).put("settState", "settled");
    row.put("minFundingRate", "-0.00375").put("maxFundingRate", "0.00375");
    row.put("interestRate", "0.0001").put("impactValue", "20000").put("premium", "0");
    row.put("method", "current_period").put("formulaType", "withRate").put("ts", millis(now));
  }

  /// Settlements that have happened, of the last three months.
  static ArrayNode history(Query query) {
    Listing listing = swap(query);
    ArrayNode rows = PublicEndpoint.rows();
    int limit = query.count("limit", MOST, MOST);
    long now = query.now().toEpochMilli();
    long newest = Math.min(now, query.millis("after").orElse(Long.MAX_VALUE) - 1);
    long oldest = Math.max(now - REMEMBERED.toMillis(), query.millis("before").orElse(0L));
    Instant at = Funding.next(Instant.ofEpochMilli(newest)).minus(INTERVAL);
    for (; rows.size() < limit && at.toEpochMilli() > oldest; at = at.minus(INTERVAL)) {
      history(rows.addObject(), listing, at);
    }
    return rows;
  }

  private static void history(ObjectNode row, Listing listing, Instant at) {
    row.put("instType", "SWAP").put("instId", listing.id()).put("fundingRate", RATE);
    row.put("realizedRate", RATE).put("fundingTime", millis(at)).put("method", "current_period");
    row.put("formulaType", "withRate");
  }

  private static List<Listing> swaps(Query query) {
    if (query.optional("instId").equals(Optional.of("ANY"))) {
      return query.market().listings().stream().filter(FundingRows::swap).toList();
    }
    return List.of(swap(query));
  }

  private static Listing swap(Query query) {
    Listing listing = query.listing();
    if (!swap(listing)) {
      throw Refusal.invalid("instId");
    }
    return listing;
  }

  private static boolean swap(Listing listing) {
    return listing.id().endsWith("-SWAP");
  }

  private static String millis(Instant at) {
    return Long.toString(at.toEpochMilli());
  }
}
