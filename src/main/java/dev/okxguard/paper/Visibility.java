package dev.okxguard.paper;

import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Hides young orders and fills from queries, as an exchange does whose answers lag behind.
///
/// @param hidden how old an order must be to be seen
record Visibility(Duration hidden) {
  /// The paths that show orders, each with the field that tells their age.
  private static final Map<String, String> BIRTH =
      Map.of(
          "/api/v5/trade/order", "cTime",
          "/api/v5/trade/orders-pending", "cTime",
          "/api/v5/trade/orders-history", "cTime",
          "/api/v5/trade/orders-history-archive", "cTime",
          "/api/v5/trade/fills", "fillTime",
          "/api/v5/trade/fills-history", "fillTime");

  /// What may be seen of that answer.
  Result of(Incoming request, Result result) {
    boolean concerned = hidden.isPositive() && request.get() && BIRTH.containsKey(request.path());
    if (!concerned || result.data().isEmpty()) {
      return result;
    }
    ArrayNode seen = seen(result, BIRTH.get(request.path()), request);
    if (seen.isEmpty() && request.path().endsWith("/trade/order")) {
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
