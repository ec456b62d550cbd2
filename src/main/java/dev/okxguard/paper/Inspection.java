package dev.okxguard.paper;

import dev.okxguard.model.UsdRates;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;

/// Looks at an exchange through its own private endpoints, without a key.
record Inspection(PaperExchange exchange, Instant now) {
  private static final int PAGE = 100;

  private static final List<String> ALGO_TYPES =
      List.of("conditional", "oco", "trigger", "move_order_stop");

  PaperStatus status(Path directory) {
    return new PaperStatus(
        directory,
        exchange.market().seed(),
        exchange.created(),
        exchange.trading().uid(),
        exchange.credentials().apiKey().reveal(),
        openOrders(),
        ask("/api/v5/account/positions", Map.of()).size(),
        balances(),
        exchange.market().set(now),
        Choices.ALL);
  }

  /// Whether the account holds nothing but dollars and nothing waits.
  boolean idle() {
    return openOrders() == 0
        && ask("/api/v5/account/positions", Map.of()).isEmpty()
        && ALGO_TYPES.stream()
            .allMatch(
                type -> ask("/api/v5/trade/orders-algo-pending", Map.of("ordType", type)).isEmpty())
        && balances().entrySet().stream()
            .allMatch(held -> held.getValue().signum() == 0 || UsdRates.dollar(held.getKey()));
  }

  private int openOrders() {
    int count = 0;
    ArrayNode page = ask("/api/v5/trade/orders-pending", Map.of());
    while (page.size() == PAGE) {
      count += PAGE;
      String oldest = page.get(PAGE - 1).path("ordId").asString();
      page = ask("/api/v5/trade/orders-pending", Map.of("after", oldest));
    }
    return count + page.size();
  }

  private Map<String, BigDecimal> balances() {
    Map<String, BigDecimal> balances = new TreeMap<>();
    for (JsonNode account : ask("/api/v5/account/balance", Map.of())) {
      for (JsonNode row : account.path("details")) {
        balances.put(row.path("ccy").asString(), new BigDecimal(row.path("eq").asString()));
      }
    }
    return balances;
  }

  private ArrayNode ask(String path, Map<String, String> query) {
    Call call = new Call("GET", path, query, MissingNode.getInstance(), Optional.empty(), now);
    return exchange.handle(call).data();
  }
}
