package dev.okxguard.paper;

import java.util.Map;

/// How often an endpoint may be called (reference b.5 and the sheets).
///
/// @param unit the parameter each value of which has a budget of its own, "" for one budget in all
record RateLimit(int calls, long millis, String unit) {
  private static final RateLimit OTHERS = each(20, 2_000);

  private static final Map<String, RateLimit> TABLE =
      Map.ofEntries(
          Map.entry("public/time", each(10, 2_000)),
          Map.entry("public/instruments", new RateLimit(20, 2_000, "instType")),
          Map.entry("account/instruments", new RateLimit(20, 2_000, "instType")),
          Map.entry("public/mark-price", instrument(10, 2_000)),
          Map.entry("public/funding-rate", instrument(10, 2_000)),
          Map.entry("public/funding-rate-history", instrument(10, 2_000)),
          Map.entry("public/position-tiers", each(10, 2_000)),
          Map.entry("system/status", each(1, 5_000)),
          Map.entry("market/books", each(40, 2_000)),
          Map.entry("market/candles", each(40, 2_000)),
          Map.entry("market/trades", each(100, 2_000)),
          Map.entry("account/config", each(5, 2_000)),
          Map.entry("account/balance", each(10, 2_000)),
          Map.entry("account/positions", each(10, 2_000)),
          Map.entry("account/positions-history", each(10, 2_000)),
          Map.entry("account/account-position-risk", each(10, 2_000)),
          Map.entry("account/bills", each(5, 1_000)),
          Map.entry("account/bills-archive", each(5, 2_000)),
          Map.entry("account/trade-fee", each(5, 2_000)),
          Map.entry("account/set-position-mode", each(5, 2_000)),
          Map.entry("account/set-isolated-mode", each(5, 2_000)),
          Map.entry("account/set-account-level", each(5, 2_000)),
          Map.entry("account/activate-feature", each(5, 2_000)),
          Map.entry("asset/balances", each(6, 1_000)),
          Map.entry("asset/currencies", each(6, 1_000)),
          Map.entry("asset/transfer", new RateLimit(2, 1_000, "ccy")),
          Map.entry("asset/transfer-state", each(10, 1_000)),
          Map.entry("trade/order", instrument(60, 2_000)),
          Map.entry("trade/cancel-order", instrument(60, 2_000)),
          Map.entry("trade/amend-order", instrument(60, 2_000)),
          Map.entry("trade/batch-orders", instrument(300, 2_000)),
          Map.entry("trade/cancel-batch-orders", instrument(300, 2_000)),
          Map.entry("trade/amend-batch-orders", instrument(300, 2_000)),
          Map.entry("trade/close-position", instrument(20, 2_000)),
          Map.entry("trade/orders-pending", each(60, 2_000)),
          Map.entry("trade/orders-history", each(40, 2_000)),
          Map.entry("trade/fills", each(60, 2_000)),
          Map.entry("trade/fills-history", each(10, 2_000)),
          Map.entry("trade/cancel-all-after", new RateLimit(1, 1_000, "tag")),
          Map.entry("trade/account-rate-limit", each(1, 1_000)),
          Map.entry("trade/order-precheck", each(5, 2_000)),
          Map.entry("trade/order-algo", instrument(20, 2_000)),
          Map.entry("trade/cancel-algos", instrument(20, 2_000)),
          Map.entry("trade/amend-algos", instrument(20, 2_000)));

  private static RateLimit each(int calls, long millis) {
    return new RateLimit(calls, millis, "");
  }

  private static RateLimit instrument(int calls, long millis) {
    return new RateLimit(calls, millis, "instId");
  }

  /// The limit of that path; endpoints that OKX states none for have 20 calls in two seconds.
  static RateLimit of(String path) {
    return TABLE.getOrDefault(path.replaceFirst("^/api/v5/", ""), OTHERS);
  }
}
