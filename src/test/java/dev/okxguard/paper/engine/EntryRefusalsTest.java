package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.spot;
import static dev.okxguard.paper.engine.Desk.swap;
import static dev.okxguard.paper.engine.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EntryRefusalsTest {
  private final Desk desk = new Desk();

  @ParameterizedTest(name = "{0}={1} is refused with {2}")
  @CsvSource({
    "instId, '', 51000",
    "instId, NO-SUCH, 51001",
    "side, hold, 51000",
    "ordType, rpi, 51000",
    "ordType, optimal_limit_ioc, 51000",
    "tdMode, cross, 51000",
    "tdMode, spot_isolated, 51000",
    "clOrdId, has-dash, 51000",
    "clOrdId, a23456789012345678901234567890123, 51000",
    "tag, a2345678901234567, 51000",
    "px, '', 51204",
    "px, -1, 51000",
    "px, 1e5, 51000",
    "px, 49000.05, 51150",
    "px, 60000, 51137",
    "sz, '', 51000",
    "sz, 0, 51000",
    "sz, NaN, 51000",
    "sz, 0.000010001, 51121",
    "sz, 0.00000999, 51020",
    "sz, 10000, 51005",
    "sz, 1, 51008",
    "stpMode, sometimes, 51000",
    "reduceOnly, true, 51205",
    "reduceOnly, maybe, 51000"
  })
  void aSpotLimitOrderWithOneThingWrong(String field, String value, String code) {
    ObjectNode order = Desk.body(spot("buy", "limit", "0.01", "px", "49000"));
    order.put(field, value);
    JsonNode item = Desk.item(desk.post("trade/order", order));
    assertThat(text(item, "sCode")).isEqualTo(code);
    assertThat(text(item, "ordId")).isEmpty();
    assertThat(desk.rows("trade/orders-pending")).isEmpty();
  }

  @ParameterizedTest(name = "{0}={1} is refused with {2}")
  @CsvSource({
    "tdMode, cash, 51000",
    "posSide, long, 51000",
    "px, 60000, 51006",
    "px, 40000, 0",
    "sz, 1.005, 51121",
    "sz, 0.001, 51121",
    "sz, 100001, 51101",
    "sz, 70, 51008",
    "reduceOnly, true, 51169"
  })
  void aSwapLimitOrderWithOneThingWrong(String field, String value, String code) {
    ObjectNode order = Desk.body(swap("buy", "1", "px", "49000"));
    order.put("ordType", "limit");
    order.put(field, value);
    assertThat(text(Desk.item(desk.post("trade/order", order)), "sCode")).isEqualTo(code);
  }

  @Test
  void aRefusalNamesItsSubCodeAndTheEnvelopeSaysAllFailed() {
    Result result = desk.post("trade/order", spot("sell", "limit", "5", "px", "50100"));
    assertThat(result.code()).isEqualTo("1");
    assertThat(result.status()).isEqualTo(200);
    assertThat(result.order()).isTrue();
    assertThat(text(Desk.item(result), "subCode")).isEqualTo("1000");
    assertThat(text(Desk.item(desk.post("trade/order", swap("buy", "90"))), "subCode"))
        .isEqualTo("1001");
  }

  @Test
  void aSellBelowItsLimitIsRefusedOrMovedThereWhenAskedTo() {
    assertThat(desk.verdict(spot("sell", "limit", "0.01", "px", "40000"))).isEqualTo("51138");
    String id = desk.place(spot("buy", "limit", "0.01", "px", "60000", "pxAmendType", "1"));
    assertThat(text(desk.order("BTC-USDT", id), "px")).isEqualTo("52500");
  }

  @Test
  void aClientIdIsRefusedWhilePendingAndTakenAgainAfterwards() {
    String first = desk.place(spot("buy", "limit", "0.01", "px", "49000", "clOrdId", "mine1"));
    assertThat(desk.verdict(spot("buy", "market", "20", "clOrdId", "mine1"))).isEqualTo("51016");
    desk.post("trade/cancel-order", "instId", "BTC-USDT", "clOrdId", "mine1");
    String second = desk.place(spot("buy", "market", "20", "clOrdId", "mine1"));
    assertThat(second).isGreaterThan(first);
    JsonNode found = desk.rows("trade/order", "instId", "BTC-USDT", "clOrdId", "mine1").getFirst();
    assertThat(text(found, "ordId")).isEqualTo(second);
  }

  @Test
  void flagsAndNumbersMayComeBareOrAsText() {
    desk.place(swap("buy", "2"));
    JsonNode bare =
        JsonMapper.shared()
            .readTree(
                "{\"instId\":\"BTC-USDT-SWAP\",\"tdMode\":\"cross\",\"side\":\"sell\","
                    + "\"ordType\":\"market\",\"sz\":1.5,\"reduceOnly\":true,\"unknown\":{}}");
    assertThat(text(Desk.item(desk.post("trade/order", bare)), "sCode")).isEqualTo("0");
    assertThat(desk.position("BTC-USDT-SWAP")).isEqualByComparingTo("0.5");
    assertThat(desk.verdict(swap("sell", "1", "reduceOnly", "true"))).isEqualTo("51112");
    JsonNode absurd =
        JsonMapper.shared()
            .readTree(
                "{\"instId\":\"BTC-USDT-SWAP\",\"tdMode\":\"cross\",\"side\":\"sell\","
                    + "\"ordType\":\"market\",\"sz\":1e999999999}");
    assertThat(text(Desk.item(desk.post("trade/order", absurd)), "sCode")).isEqualTo("51000");
  }

  @Test
  void aRequestAfterItsExpiryDoesNothing() {
    JsonNode body = Desk.body(spot("buy", "market", "100"));
    Result late =
        desk.engine.handle(
            new Call(
                "POST",
                "/api/v5/trade/order",
                Map.of(),
                body,
                Optional.of(desk.now.minusMillis(1)),
                desk.now));
    assertThat(late.code()).isEqualTo("50036");
    assertThat(desk.rows("trade/fills")).isEmpty();
  }

  @Test
  void aBatchGivesEachItemItsOwnVerdict() {
    Result mixed =
        desk.batch(
            "trade/batch-orders",
            Desk.body(spot("buy", "limit", "0.01", "px", "49000", "clOrdId", "b1")),
            Desk.body(spot("buy", "limit", "0.000000001", "px", "49000", "clOrdId", "b2")),
            Desk.body(spot("buy", "limit", "0.01", "px", "49000", "clOrdId", "b1")));
    assertThat(mixed.code()).isEqualTo("2");
    assertThat(mixed.data().valueStream().map(row -> text(row, "sCode")))
        .containsExactly("0", "51121", "51016");
    ObjectNode[] many =
        IntStream.range(0, 21)
            .mapToObj(i -> Desk.body(spot("buy", "limit", "0.001", "px", "49000")))
            .toArray(ObjectNode[]::new);
    assertThat(desk.batch("trade/batch-orders", many).code()).isEqualTo("51111");
    assertThat(desk.batch("trade/batch-orders", many[0]).code()).isEqualTo("0");
  }

  @Test
  void reduceOnlyMustGoAgainstThePositionAndNotExceedIt() {
    desk.place(swap("buy", "2"));
    assertThat(desk.verdict(swap("buy", "1", "reduceOnly", "true"))).isEqualTo("51170");
    assertThat(desk.verdict(swap("sell", "3", "reduceOnly", "true"))).isEqualTo("51112");
    assertThat(desk.verdict(swap("sell", "2", "reduceOnly", "true"))).isEqualTo("0");
    assertThat(desk.position("BTC-USDT-SWAP")).isZero();
  }

  @Test
  void tgtCcyMattersOnlyForSpotMarketOrders() {
    desk.place(swap("buy", "1", "tgtCcy", "nonsense"));
    desk.place(spot("buy", "limit", "0.01", "px", "49000", "tgtCcy", "quote_ccy"));
    assertThat(desk.verdict(spot("buy", "market", "10", "tgtCcy", "nonsense"))).isEqualTo("51000");
  }
}
