package dev.okxguard.paper;

import static dev.okxguard.paper.Desk.code;
import static dev.okxguard.paper.Desk.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.okx.wire.Headers;
import dev.okxguard.okx.wire.Transmission;
import dev.okxguard.testing.ManualTime;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The whole exchange, engine included, as a client meets it.
class PaperTradingTest {
  private static final String ORDER = "/api/v5/trade/order";
  private static final String SWAP = "BTC-USDT-SWAP";

  @TempDir Path directory;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private PaperHome home;
  private PaperAdmin admin;
  private Desk desk;

  @BeforeEach
  void open() {
    home = Desk.home(directory);
    admin = new PaperAdmin(home, time);
    desk = desk();
  }

  @AfterEach
  void close() {
    admin.close();
    desk.transport.close();
  }

  @Test
  void aMarketOrderFillsAndItsPositionSurvivesTheProcess() {
    accepted(swap("buy", "market", "", "m1"));
    desk.transport.close();
    desk = desk();
    JsonNode position = data("/api/v5/account/positions").get(0);
    assertThat(position.path("instId").asString()).isEqualTo(SWAP);
    assertThat(new BigDecimal(position.path("pos").asString())).isEqualByComparingTo("0.1");
    JsonNode order = data(ORDER + "?instId=" + SWAP + "&clOrdId=m1").get(0);
    assertThat(order.path("state").asString()).isEqualTo("filled");
    assertThat(admin.status().positions()).isEqualTo(1);
  }

  @Test
  void aRestingOrderFillsWhenThePriceComesToIt() {
    admin.setPrice(SWAP, new BigDecimal("90000"), Optional.empty(), Optional.empty());
    accepted(swap("buy", "limit", "89000", "l1"));
    assertThat(admin.status().openOrders()).isEqualTo(1);
    time.advance(Duration.ofSeconds(1));
    admin.setPrice(SWAP, new BigDecimal("89000"), Optional.empty(), Optional.empty());
    time.advance(Duration.ofSeconds(1));
    JsonNode order = data(ORDER + "?instId=" + SWAP + "&clOrdId=l1").get(0);
    assertThat(order.path("state").asString()).isEqualTo("filled");
    assertThat(new BigDecimal(order.path("avgPx").asString())).isEqualByComparingTo("89000");
    assertThat(admin.status().openOrders()).isZero();
  }

  @Test
  void thePublishedPriceLimitIsTheOneThatOrdersMeet() {
    JsonNode limit = data("/api/v5/public/price-limit?instId=" + SWAP).get(0);
    BigDecimal sell = new BigDecimal(limit.path("sellLmt").asString());
    BigDecimal buy = new BigDecimal(limit.path("buyLmt").asString());
    BigDecimal tick = new BigDecimal("0.1");
    accepted(swap("buy", "ioc", buy.toPlainString(), "p1"));
    accepted(swap("sell", "ioc", sell.toPlainString(), "p2"));
    assertThat(sCode(swap("buy", "ioc", buy.add(tick).toPlainString(), "p3"))).isEqualTo("51006");
    assertThat(sCode(swap("sell", "ioc", sell.subtract(tick).toPlainString(), "p4")))
        .isEqualTo("51006");
  }

  @Test
  void anOrderDelayedBeyondItsExpiryIsNotPlaced() {
    desk.transport.close();
    desk = desk("delay=6000@POST:/trade/order");
    String body = body("buy", "market", "", "e1");
    Map<String, String> headers = desk.headers("POST", ORDER, body);
    headers.put(Headers.EXPIRY, Long.toString(time.now().plusSeconds(5).toEpochMilli()));
    assertThat(code(desk.send("POST", ORDER, headers, body))).isIn("50036", "50037");
    assertThat(code(desk.get(ORDER + "?instId=" + SWAP + "&clOrdId=e1"))).isEqualTo("51603");
  }

  @Test
  void aLostReplyLeavesExactlyOneOrderBehind() {
    desk.transport.close();
    desk = desk("lost-reply@POST:/trade/order");
    assertThat(desk.post(ORDER, body("buy", "market", "", "r1")))
        .isInstanceOf(Transmission.Lost.class);
    assertThat(data("/api/v5/trade/orders-history?instType=SWAP")).hasSize(1);
  }

  @Test
  void aYoungFillIsHiddenWithItsOrder() {
    desk.transport.close();
    desk = desk("late-visibility=3000");
    accepted(swap("buy", "market", "", "y1"));
    assertThat(data("/api/v5/trade/fills")).isEmpty();
    assertThat(code(desk.get(ORDER + "?instId=" + SWAP + "&clOrdId=y1"))).isEqualTo("51603");
    time.advance(Duration.ofSeconds(3));
    assertThat(data("/api/v5/trade/fills")).isNotEmpty();
  }

  @Test
  void fundingAddsToTheBalance() {
    BigDecimal before = admin.status().balances().get("USDT");
    admin.fund("USDT", new BigDecimal("500"));
    assertThat(admin.status().balances().get("USDT").subtract(before)).isEqualByComparingTo("500");
    JsonNode details = data("/api/v5/account/balance?ccy=USDT").get(0).path("details");
    assertThat(details.get(0).path("ccy").asString()).isEqualTo("USDT");
  }

  @Test
  void expiredFuturesTakeNoOrders() {
    time.jumpTo(Instant.parse("2027-03-26T08:00:00Z"));
    String order =
        "{\"instId\":\"BTC-USDT-270326\",\"tdMode\":\"cross\",\"side\":\"buy\",\"sz\":\"1\","
            + "\"ordType\":\"market\"}";
    assertThat(sCode(desk.post(ORDER, order))).isEqualTo("51027");
  }

  @Test
  void theConfigurationTellsWhatTheAskingKeyMayDo() {
    assertThat(data("/api/v5/account/config").at("/0/perm").asString()).contains("trade");
    desk.credentials = admin.addKey(KeyRights.READ, Optional.empty());
    assertThat(data("/api/v5/account/config").at("/0/perm").asString()).isEqualTo("read_only");
    desk.credentials = admin.addKey(KeyRights.TRADE, Optional.empty());
    assertThat(data("/api/v5/account/config").at("/0/perm").asString()).contains("trade");
    desk.credentials = admin.addKey(KeyRights.WITHDRAW, Optional.empty());
    assertThat(data("/api/v5/account/config").at("/0/perm").asString()).contains("withdraw");
  }

  @Test
  void everyPathOfTheEngineGoesThroughTheGateway() {
    for (String path :
        List.of(
            "account/config",
            "account/bills",
            "account/trade-fee?instType=SWAP",
            "trade/fills",
            "asset/balances",
            "asset/currencies",
            "trade/orders-algo-pending?ordType=oco",
            "account/leverage-info?mgnMode=cross&instId=" + SWAP)) {
      assertThat(code(desk.get("/api/v5/" + path))).as(path).isEqualTo("0");
    }
  }

  private Desk desk(String... faults) {
    Faults script = Faults.parse(List.of(faults));
    return new Desk(time, new PaperTransport(home, time, script));
  }

  private Transmission swap(String side, String type, String px, String clOrdId) {
    return desk.post(ORDER, body(side, type, px, clOrdId));
  }

  private static String body(String side, String type, String px, String clOrdId) {
    String price = px.isEmpty() ? "" : ",\"px\":\"" + px + "\"";
    return "{\"instId\":\"%s\",\"tdMode\":\"cross\",\"side\":\"%s\",\"ordType\":\"%s\",\"sz\":\"0.1\",\"clOrdId\":\"%s\"%s}"
        .formatted(SWAP, side, type, clOrdId, price);
  }

  private JsonNode data(String target) {
    JsonNode answer = json(desk.get(target));
    assertThat(answer.path("code").asString()).as(target).isEqualTo("0");
    return answer.path("data");
  }

  private static void accepted(Transmission transmission) {
    assertThat(sCode(transmission)).isEqualTo("0");
  }

  private static String sCode(Transmission transmission) {
    return json(transmission).at("/data/0/sCode").asString();
  }
}
