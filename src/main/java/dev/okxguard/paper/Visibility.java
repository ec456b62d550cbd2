package dev.okxguard.paper;

import static java.util.Map.entry;

import dev.okxguard.paper.engine.TradingEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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

  /// The query for what may be seen. Lists come in pages, newest first: if what is hidden filled
  /// them, whoever reads until a page is short would miss what is older.
  Call before(Call call) {
    if (!concerns(call)) {
      return call;
    }
    long least = TradingEngine.leastId(newest(call).plusMillis(1));
    Map<String, String> query = new HashMap<>(call.query());
    query.put(
        "after", call.parameter("after").map(id -> older(id, least)).orElse(Long.toString(least)));
    return new Call(call.method(), call.path(), query, call.body(), call.expiry(), call.now());
  }

  private static String older(String asked, long least) {
    try {
      return Long.toString(Math.min(Long.parseLong(asked), least));
    } catch (NumberFormatException notAnId) {
      return asked;
    }
  }

  /// What may be seen of that answer.
  Result after(Call call, Result result) {
    if (!concerns(call) || result.data().isEmpty()) {
      return result;
    }
    ArrayNode seen = seen(result, BIRTH.get(call.path()), newest(call).toEpochMilli());
    if (seen.isEmpty() && OF_ONE.contains(call.path())) {
      return Result.failure(200, "51603", "Order does not exist");
    }
    return new Result(result.status(), result.code(), result.msg(), seen, result.order());
  }

  private boolean concerns(Call call) {
    return hidden.isPositive() && call.method().equals("GET") && BIRTH.containsKey(call.path());
  }

  private Instant newest(Call call) {
    return call.now().minus(hidden);
  }

  private static ArrayNode seen(Result result, String birth, long newest) {
    ArrayNode seen = JsonNodeFactory.instance.arrayNode();
    for (JsonNode row : result.data()) {
      if (Long.parseLong(row.path(birth).asString("0")) <= newest) {
        seen.add(row);
      }
    }
    return seen;
  }
}
