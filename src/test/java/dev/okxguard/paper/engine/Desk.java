package dev.okxguard.paper.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import dev.okxguard.paper.Snapshot;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// A trader at the paper exchange, with a clock that moves when told to.
final class Desk {
  final TestMarket market = new TestMarket();
  Instant now = TestMarket.START;
  TradingEngine engine = stocked(TradingEngine.fresh(market, now));

  /// With coins to sell and to margin inverse contracts with.
  private TradingEngine stocked(TradingEngine fresh) {
    fresh.fund("BTC", new BigDecimal("0.1"), now);
    fresh.fund("ETH", BigDecimal.ONE, now);
    return fresh;
  }

  /// All that an exchange keeps of the account.
  static String saved(TradingEngine engine) {
    Snapshot whole = engine.whole();
    return whole.document() + "\n" + record(whole.lines());
  }

  /// A record of those lines.
  static String record(List<byte[]> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(new String(line, UTF_8)).append('\n'));
    return text.toString();
  }

  /// The account that was saved so.
  TradingEngine restored(String saved) {
    String[] parts = saved.split("\n", 2);
    return restored(JsonMapper.shared().readTree(parts[0]), parts[1]);
  }

  TradingEngine restored(JsonNode document, String record) {
    var lines = new ByteArrayInputStream(record.getBytes(UTF_8));
    return TradingEngine.restore(market, document, lines);
  }

  void wait(Duration time) {
    now = now.plus(time);
  }

  /// Sets the last price a second from now.
  void price(String instId, String px) {
    wait(Duration.ofSeconds(1));
    market.price(instId, px, now);
    engine.advance(now);
  }

  Result get(String path, String... parameters) {
    Map<String, String> query = pairs(parameters);
    return engine.handle(
        new Call(
            "GET", "/api/v5/" + path, query, MissingNode.getInstance(), Optional.empty(), now));
  }

  List<JsonNode> rows(String path, String... parameters) {
    Result result = get(path, parameters);
    if (!result.code().equals("0")) {
      throw new AssertionError(path + ": " + result.code() + " " + result.msg());
    }
    return result.data().valueStream().toList();
  }

  Result post(String path, JsonNode body) {
    return engine.handle(
        new Call("POST", "/api/v5/" + path, Map.of(), body, Optional.empty(), now));
  }

  Result post(String path, String... fields) {
    return post(path, body(fields));
  }

  Result batch(String path, ObjectNode... items) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    list.addAll(List.of(items));
    return post(path, list);
  }

  /// Places an order that must be accepted, and gives its id.
  String place(String... fields) {
    JsonNode item = item(post("trade/order", fields));
    if (!item.path("sCode").asString().equals("0")) {
      throw new AssertionError(item.toString());
    }
    return item.path("ordId").asString();
  }

  /// Places an order with one attached element, which must be accepted, and gives its id.
  String protect(String[] order, String... stop) {
    ObjectNode body = body(order);
    body.putArray("attachAlgoOrds").add(body(stop));
    JsonNode item = item(post("trade/order", body));
    if (!item.path("sCode").asString().equals("0")) {
      throw new AssertionError(item.toString());
    }
    return item.path("ordId").asString();
  }

  /// Places an algo order that must be accepted, and gives its id.
  String algoOrder(String... fields) {
    JsonNode item = item(post("trade/order-algo", fields));
    if (!text(item, "sCode").equals("0")) {
      throw new AssertionError(item.toString());
    }
    return text(item, "algoId");
  }

  /// The code with which an algo order is refused, or "0".
  String algoVerdict(String... fields) {
    return text(item(post("trade/order-algo", fields)), "sCode");
  }

  /// Live conditional and oco orders, newest first.
  List<JsonNode> algos() {
    return rows("trade/orders-algo-pending", "ordType", "conditional,oco");
  }

  List<JsonNode> doneAlgos(String state) {
    return rows("trade/orders-algo-history", "ordType", "conditional,oco", "state", state);
  }

  JsonNode algo(String algoId) {
    return rows("trade/order-algo", "algoId", algoId).getFirst();
  }

  /// The code with which an order is refused, or "0".
  String verdict(String... fields) {
    return item(post("trade/order", fields)).path("sCode").asString();
  }

  JsonNode order(String instId, String ordId) {
    return rows("trade/order", "instId", instId, "ordId", ordId).getFirst();
  }

  BigDecimal cash(String ccy) {
    return rows("account/balance", "ccy", ccy)
        .getFirst()
        .path("details")
        .valueStream()
        .findFirst()
        .map(row -> number(row, "cashBal"))
        .orElse(BigDecimal.ZERO);
  }

  JsonNode balance(String ccy) {
    return rows("account/balance", "ccy", ccy).getFirst().path("details").get(0);
  }

  BigDecimal position(String instId) {
    return rows("account/positions").stream()
        .filter(row -> row.path("instId").asString().equals(instId))
        .map(row -> number(row, "pos"))
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  static JsonNode item(Result result) {
    return result.data().get(0);
  }

  static BigDecimal number(JsonNode row, String field) {
    return new BigDecimal(row.path(field).asString());
  }

  static String text(JsonNode row, String field) {
    return row.path(field).asString();
  }

  static ObjectNode body(String... fields) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    pairs(fields).forEach(body::put);
    return body;
  }

  static String[] swap(String side, String sz, String... more) {
    return concat(
        new String[] {
          "instId", "BTC-USDT-SWAP", "tdMode", "cross", "side", side, "ordType", "market", "sz", sz
        },
        more);
  }

  /// A sell that may only reduce, without size and prices.
  static String[] close(String ordType, String... more) {
    return concat(
        new String[] {
          "instId",
          "BTC-USDT-SWAP",
          "tdMode",
          "cross",
          "side",
          "sell",
          "reduceOnly",
          "true",
          "ordType",
          ordType
        },
        more);
  }

  static String[] spot(String side, String ordType, String sz, String... more) {
    return concat(
        new String[] {
          "instId", "BTC-USDT", "tdMode", "cash", "side", side, "ordType", ordType, "sz", sz
        },
        more);
  }

  private static String[] concat(String[] first, String[] more) {
    return Stream.of(first, more).flatMap(Arrays::stream).toArray(String[]::new);
  }

  private static Map<String, String> pairs(String... texts) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (int i = 0; i < texts.length; i += 2) {
      pairs.put(texts[i], texts[i + 1]);
    }
    return pairs;
  }
}
