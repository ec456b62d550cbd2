package dev.okxguard.paper;

import static java.util.Map.entry;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Hides young orders, algo orders, fills, bills and positions from queries, as an exchange does
/// whose answers lag behind.
///
/// @param hidden how old something must be to be seen
record Visibility(Duration hidden) {
  /// The paths that show them, each with the field that tells their age.
  private static final Map<String, String> BIRTH =
      Map.ofEntries(
          entry("/api/v5/trade/order", "cTime"),
          entry("/api/v5/trade/orders-pending", "cTime"),
          entry("/api/v5/trade/orders-history", "cTime"),
          entry("/api/v5/trade/orders-history-archive", "cTime"),
          entry("/api/v5/trade/fills", "fillTime"),
          entry("/api/v5/trade/fills-history", "fillTime"),
          entry("/api/v5/trade/order-algo", "cTime"),
          entry("/api/v5/trade/orders-algo-pending", "cTime"),
          entry("/api/v5/trade/orders-algo-history", "cTime"),
          entry("/api/v5/account/positions", "cTime"),
          entry("/api/v5/account/bills", "ts"),
          entry("/api/v5/account/bills-archive", "ts"));

  private static final Set<String> OF_ONE =
      Set.of("/api/v5/trade/order", "/api/v5/trade/order-algo");

  /// What may be seen of that answer.
  Result of(Incoming request, Result result) {
    boolean concerned = hidden.isPositive() && request.get() && BIRTH.containsKey(request.path());
    if (!concerned || result.data().isEmpty()) {
      return result;
    }
    ArrayNode seen = seen(result, BIRTH.get(request.path()), request);
    if (seen.isEmpty() && OF_ONE.contains(request.path())) {
      return Result.failure(200, "51603", "Order does not exist");
    }
    return new Result(result.status(), result.code(), result.msg(), seen, result.order());
  }

  private ArrayNode seen(Result result, String birth, Incoming request) {
    long newest = request.now().minus(hidden).toEpochMilli();
    ArrayNode seen = JsonNodeFactory.instance.arrayNode();
    for (JsonNode row : result.data()) {
      if (Long.parseLong(row.path(birth).asString("0")) <= newest) {
        seen.add(row);
      }
    }
    return seen;
  }
}
