package dev.okxguard.paper.engine;

import dev.okxguard.model.PosSide;
import dev.okxguard.model.TdMode;
import dev.okxguard.paper.Adl;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Trades at random: spot, a linear and an inverse swap, all kinds of orders, while prices move.
final class RandomTrader {
  private static final String FUTURES = "BTC-USDT-261225";

  final Desk desk = new Desk();
  private final long seed = chooseSeed();
  private final Random random = new Random(seed);

  private List<String> symbols = List.of("BTC-USDT", "ETH-USDT", "BTC-USDT-SWAP", "BTC-USD-SWAP");
  private boolean reckless;
  private boolean longShort;

  /// From now on with a long and a short leg.
  void longShort() {
    longShort = true;
    desk.post("account/set-position-mode", "posMode", "long_short_mode");
  }

  String seed() {
    return "seed " + seed;
  }

  void trade(int steps) {
    for (int i = 0; i < steps; i++) {
      step();
    }
  }

  /// Trades with little money and high leverage over days, also on a future that is delivered
  /// meanwhile, and is deleveraged now and then.
  void gamble(int steps) {
    if (!reckless) {
      beReckless();
    }
    for (int i = 0; i < steps; i++) {
      step();
      if (random.nextInt(6) == 0) {
        desk.wait(Duration.ofMinutes(random.nextInt(900)));
        drift();
      }
      if (random.nextInt(12) == 0) {
        deleverage();
      }
    }
  }

  private void beReckless() {
    reckless = true;
    symbols = List.of("BTC-USDT", "BTC-USDT-SWAP", "BTC-USD-SWAP", FUTURES);
    desk.market.expire(FUTURES, desk.now.plus(Duration.ofDays(2 + random.nextInt(5))));
    desk.engine.fund("USDT", new BigDecimal("-9000"), desk.now);
    for (String instId : symbols.subList(1, 4)) {
      String[] lever = {"instId", instId, "mgnMode", mode(instId), "lever", "50"};
      desk.post("account/set-leverage", lever);
    }
  }

  /// Every price moves by up to three percent some time soon.
  void drift() {
    for (String instId : symbols) {
      desk.wait(Duration.ofMillis(1 + random.nextInt(2000)));
      desk.market.price(instId, near(instId, 300), desk.now);
    }
  }

  private void deleverage() {
    any("account/positions")
        .ifPresent(
            row ->
                desk.engine.deleverage(
                    new Adl(
                        row.path("instId").asString(),
                        TdMode.of(row.path("mgnMode").asString()),
                        PosSide.of(row.path("posSide").asString()),
                        Optional.empty()),
                    desk.now));
  }

  private static boolean spot(String instId) {
    return instId.equals("BTC-USDT") || instId.equals("ETH-USDT");
  }

  void step() {
    desk.wait(Duration.ofMillis(random.nextInt(5000)));
    switch (random.nextInt(10)) {
      case 0, 1 -> move();
      case 2 -> cancelOne();
      case 3 -> amendOne();
      case 4 -> algo();
      default -> order();
    }
  }

  /// Lets time pass and prices move, without asking the exchange.
  void moveOnly() {
    desk.wait(Duration.ofMillis(1 + random.nextInt(5000)));
    move();
  }

  /// All pages of a list.
  List<JsonNode> pages(String path, String cursor, String... filter) {
    List<JsonNode> all = new ArrayList<>();
    String after = "";
    while (true) {
      int limit = 1 + random.nextInt(100);
      String[] paging = {"after", after, "limit", Integer.toString(limit)};
      String[] query = Stream.of(filter, paging).flatMap(Arrays::stream).toArray(String[]::new);
      List<JsonNode> page = desk.rows(path, query);
      if (page.isEmpty()) {
        return all;
      }
      all.addAll(page);
      after = page.getLast().path(cursor).asString();
    }
  }

  private void move() {
    String instId = pick(symbols);
    String px = near(instId, 200);
    desk.market.price(instId, px, desk.now);
  }

  private void order() {
    String instId = pick(symbols);
    boolean spot = spot(instId);
    String type = pick(List.of("market", "limit", "limit", "post_only", "ioc", "fok"));
    String sz = BigDecimal.valueOf(1 + random.nextInt(spot ? 200 : 900), spot ? 4 : 2).toString();
    String side = pick(List.of("buy", "sell"));
    boolean quote = spot && type.equals("market") && side.equals("buy");
    ObjectNode body =
        Desk.body(
            "instId",
            instId,
            "tdMode",
            spot ? "cash" : mode(instId),
            "posSide",
            spot || !longShort ? "" : pick(List.of("long", "short")),
            "side",
            side,
            "ordType",
            type,
            "sz",
            quote ? Integer.toString(10 + random.nextInt(300)) : sz,
            "px",
            near(instId, 20),
            "reduceOnly",
            Boolean.toString(!spot && random.nextInt(4) == 0));
    if (random.nextInt(3) == 0) {
      body.putArray("attachAlgoOrds").add(stop(instId, side.equals("buy")));
    }
    desk.post("trade/order", body);
  }

  /// A stop that can only close, a trigger order or a trailing stop.
  private void algo() {
    String instId = pick(symbols);
    boolean spot = spot(instId);
    boolean sell = random.nextBoolean();
    ObjectNode body = Desk.body("instId", instId, "tdMode", spot ? "cash" : mode(instId));
    body.put("side", sell ? "sell" : "buy").put("sz", spot ? "0.01" : "1.5");
    body.put("tgtCcy", "").put("reduceOnly", !spot);
    body.put("posSide", spot || !longShort ? "" : sell ? "long" : "short");
    switch (random.nextInt(3)) {
      case 0 -> body.put("ordType", "conditional").setAll(stop(instId, sell));
      case 1 -> {
        body.put("ordType", "trigger").put("reduceOnly", false);
        body.put("triggerPx", near(instId, 150)).put("orderPx", near(instId, 150));
      }
      default -> body.put("ordType", "move_order_stop").put("callbackRatio", "0.01");
    }
    desk.post("trade/order-algo", body);
  }

  /// A take-profit, a stop-loss or both, up to two percent away.
  private ObjectNode stop(String instId, boolean above) {
    ObjectNode stop = Desk.body();
    int which = random.nextInt(3);
    if (which != 0) {
      stop.put("tpTriggerPx", off(instId, above)).put("tpOrdPx", "-1");
    }
    if (which != 1) {
      stop.put("slTriggerPx", off(instId, !above)).put("slOrdPx", "-1");
    }
    return stop;
  }

  private String off(String instId, boolean above) {
    BigDecimal last = desk.market.prices(instId, desk.now).last();
    int permyriad = 21 + random.nextInt(180);
    BigDecimal factor = BigDecimal.valueOf(10000L + (above ? permyriad : -permyriad), 4);
    return onTick(instId, last.multiply(factor));
  }

  private String onTick(String instId, BigDecimal px) {
    BigDecimal tick = desk.market.instrument(instId).orElseThrow().tickSz();
    return px.divide(tick, 0, RoundingMode.DOWN).multiply(tick).toPlainString();
  }

  /// The inverse swap is traded isolated, the linear one cross.
  private static String mode(String instId) {
    return instId.equals("BTC-USD-SWAP") ? "isolated" : "cross";
  }

  private void cancelOne() {
    any("trade/orders-pending")
        .ifPresent(
            row ->
                desk.post(
                    "trade/cancel-order",
                    "instId",
                    row.path("instId").asString(),
                    "ordId",
                    row.path("ordId").asString()));
  }

  private void amendOne() {
    any("trade/orders-pending")
        .ifPresent(
            row ->
                desk.post(
                    "trade/amend-order",
                    "instId",
                    row.path("instId").asString(),
                    "ordId",
                    row.path("ordId").asString(),
                    "newSz",
                    BigDecimal.valueOf(1 + random.nextInt(900), 2).toString(),
                    "newPx",
                    near(row.path("instId").asString(), 20)));
  }

  private Optional<JsonNode> any(String path) {
    List<JsonNode> rows = desk.rows(path);
    return rows.isEmpty() ? Optional.empty() : Optional.of(pick(rows));
  }

  /// The last price, moved by at most `permyriad` in ten thousand, on the tick.
  private String near(String instId, int permyriad) {
    BigDecimal last = desk.market.prices(instId, desk.now).last();
    BigDecimal factor =
        BigDecimal.valueOf(10000L + random.nextInt(2 * permyriad + 1) - permyriad, 4);
    return onTick(instId, last.multiply(factor));
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static long chooseSeed() {
    String given = System.getProperty("seed", "");
    return given.isEmpty() ? new Random().nextLong() : Long.parseLong(given);
  }
}
