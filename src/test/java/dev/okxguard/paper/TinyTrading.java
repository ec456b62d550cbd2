package dev.okxguard.paper;

import dev.okxguard.paper.market.Market;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A trading half that only takes orders and shows them, for tests of everything around it.
final class TinyTrading implements Trading {
  static final Opening OPENING =
      new Opening() {
        @Override
        public Trading fresh(Market market, Instant now) {
          return new TinyTrading();
        }

        @Override
        public Trading restore(Market market, JsonNode saved, InputStream record) {
          TinyTrading trading = new TinyTrading();
          saved.required("orders").forEach(trading.orders::add);
          saved
              .required("balances")
              .properties()
              .forEach(
                  e -> trading.balances.put(e.getKey(), new BigDecimal(e.getValue().asString())));
          return trading;
        }
      };

  private static final Set<String> GET =
      Set.of(
          "/api/v5/trade/order",
          "/api/v5/trade/orders-pending",
          "/api/v5/trade/orders-history",
          "/api/v5/account/balance",
          "/api/v5/account/config",
          "/api/v5/account/positions");
  private static final Set<String> POST =
      Set.of("/api/v5/trade/order", "/api/v5/trade/batch-orders");

  private final ArrayNode orders = JsonNodeFactory.instance.arrayNode();
  private final TreeMap<String, BigDecimal> balances = new TreeMap<>();
  private boolean changed = true;

  @Override
  public boolean serves(String method, String path) {
    return (method.equals("GET") ? GET : method.equals("POST") ? POST : Set.of()).contains(path);
  }

  @Override
  public Result handle(Call call) {
    if (call.method().equals("POST")) {
      return place(call);
    }
    return switch (call.path()) {
      case "/api/v5/trade/order" -> find(call.parameter("clOrdId").orElse(""));
      case "/api/v5/account/balance" -> balance();
      case "/api/v5/trade/orders-pending", "/api/v5/trade/orders-history" ->
          Result.of(orders.deepCopy());
      default -> Result.of(JsonNodeFactory.instance.arrayNode());
    };
  }

  private Result place(Call call) {
    ArrayNode answers = JsonNodeFactory.instance.arrayNode();
    for (JsonNode item : call.body().isArray() ? call.body() : wrap(call.body())) {
      String clOrdId = item.path("clOrdId").asString("");
      String ordId = Integer.toString(orders.size() + 1);
      String time = Long.toString(call.now().toEpochMilli());
      orders.addObject().put("ordId", ordId).put("clOrdId", clOrdId).put("cTime", time);
      answers.addObject().put("ordId", ordId).put("clOrdId", clOrdId).put("sCode", "0");
    }
    changed = true;
    return new Result(200, "0", "", answers, true);
  }

  private static ArrayNode wrap(JsonNode item) {
    return JsonNodeFactory.instance.arrayNode().add(item);
  }

  private Result find(String clOrdId) {
    for (JsonNode order : orders) {
      if (order.path("clOrdId").asString().equals(clOrdId)) {
        return Result.of(wrap(order));
      }
    }
    return Result.failure(200, "51603", "Order does not exist");
  }

  private Result balance() {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    ArrayNode details = rows.addObject().putArray("details");
    balances.forEach((ccy, eq) -> details.addObject().put("ccy", ccy).put("eq", eq.toString()));
    return Result.of(rows);
  }

  @Override
  public void advance(Instant now) {}

  @Override
  public boolean changed() {
    return changed;
  }

  @Override
  public Snapshot save() {
    changed = false;
    ObjectNode saved = JsonNodeFactory.instance.objectNode();
    saved.set("orders", orders.deepCopy());
    ObjectNode amounts = saved.putObject("balances");
    balances.forEach((ccy, amount) -> amounts.put(ccy, amount.toString()));
    return new Snapshot(saved, false, List.of());
  }

  @Override
  public String uid() {
    return "1001";
  }

  @Override
  public void fund(String ccy, BigDecimal amount, Instant now) {
    balances.merge(ccy, amount, BigDecimal::add);
    changed = true;
  }

  @Override
  public void react(Instant now) {}

  @Override
  public void deleverage(Adl adl, Instant now) {
    throw new IllegalArgumentException("no positions here");
  }

  @Override
  public Consequences during(Runnable work) {
    work.run();
    return Consequences.NONE;
  }
}
