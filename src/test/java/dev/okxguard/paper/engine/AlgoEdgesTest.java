package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.close;
import static dev.okxguard.paper.engine.Desk.number;
import static dev.okxguard.paper.engine.Desk.spot;
import static dev.okxguard.paper.engine.Desk.swap;
import static dev.okxguard.paper.engine.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AlgoEdgesTest {
  private static final String SWAP = "BTC-USDT-SWAP";

  private final Desk desk = new Desk();

  @Test
  void aStopOfASpotSaleBuysBackWhatWasSold() {
    desk.protect(spot("sell", "market", "0.01"), "slTriggerPx", "51000", "slOrdPx", "-1");
    JsonNode algo = desk.algos().getFirst();
    assertThat(text(algo, "side")).isEqualTo("buy");
    assertThat(text(algo, "tgtCcy")).isEqualTo("base_ccy");
    desk.price("BTC-USDT", "51000");
    assertThat(desk.cash("BTC")).isBetween(new BigDecimal("0.0999"), new BigDecimal("0.1"));
  }

  @Test
  void aTriggeredSpotBuySpendsWhatThereIs() {
    String id =
        desk.algoOrder(
            "instId",
            "BTC-USDT",
            "tdMode",
            "cash",
            "side",
            "buy",
            "ordType",
            "trigger",
            "sz",
            "100000",
            "triggerPx",
            "51000",
            "orderPx",
            "-1");
    desk.price("BTC-USDT", "51000");
    assertThat(text(desk.algo(id), "state")).isEqualTo("effective");
    assertThat(number(desk.algo(id), "actualSz")).isEqualByComparingTo("10000");
    assertThat(desk.cash("USDT")).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
  }

  @Test
  void aSpotStopWithNothingLeftToSellFails() {
    desk.protect(spot("buy", "market", "500"), "slTriggerPx", "49000", "slOrdPx", "-1");
    desk.place(
        spot("sell", "market", desk.cash("BTC").setScale(5, RoundingMode.DOWN).toPlainString()));
    desk.price("BTC-USDT", "49000");
    assertThat(text(desk.doneAlgos("order_failed").getFirst(), "failCode")).isEqualTo("51008");
  }

  @Test
  void whatFilledBeforeTheDeadManSwitchIsProtected() {
    partly();
    desk.market.price(SWAP, "50100", desk.now);
    desk.post("trade/cancel-all-after", "timeOut", "10");
    desk.wait(Duration.ofSeconds(30));
    assertThat(number(desk.algos().getFirst(), "sz")).isEqualByComparingTo("1");
    assertThat(text(desk.algos().getFirst(), "cTime"))
        .isEqualTo(Long.toString(desk.now.minusSeconds(20).toEpochMilli()));
  }

  @Test
  void anOrderCutDownToItsFillsIsProtected() {
    String id = partly();
    desk.post("trade/amend-order", "instId", SWAP, "ordId", id, "newSz", "1");
    assertThat(text(desk.order(SWAP, id), "state")).isEqualTo("filled");
    assertThat(number(desk.algos().getFirst(), "sz")).isEqualByComparingTo("1");
  }

  @Test
  void anOrderThatTurnsAPositionProtectsTheNewSideOnly() {
    desk.protect(swap("sell", "2"), "slTriggerPx", "51000", "slOrdPx", "-1");
    desk.protect(swap("buy", "5"), "slTriggerPx", "49000", "slOrdPx", "-1");
    JsonNode only = desk.algos().getFirst();
    assertThat(desk.algos()).hasSize(1);
    assertThat(text(only, "side")).isEqualTo("sell");
    assertThat(number(only, "sz")).isEqualByComparingTo("3");
  }

  @Test
  void aPositionClosedByARestingOrderTakesItsStopsAlong() {
    desk.protect(swap("buy", "2"), "slTriggerPx", "49000", "slOrdPx", "-1");
    desk.place(swap("sell", "2", "ordType", "limit", "px", "51000", "reduceOnly", "true"));
    desk.price(SWAP, "51000");
    assertThat(desk.position(SWAP)).isZero();
    assertThat(desk.doneAlgos("canceled")).hasSize(1);
  }

  @Test
  void aPostOnlyOrderThatWouldTakeLeavesNoStop() {
    desk.protect(
        swap("buy", "2", "ordType", "post_only", "px", "50001"),
        "slTriggerPx",
        "49000",
        "slOrdPx",
        "-1");
    assertThat(desk.algos()).isEmpty();
    desk.price(SWAP, "48000");
    assertThat(desk.position(SWAP)).isZero();
  }

  @Test
  void deliveryTakesStopsAlong() {
    String id = "BTC-USDT-261225";
    desk.protect(swap("buy", "1", "instId", id), "slTriggerPx", "49000", "slOrdPx", "-1");
    desk.market.expire(id);
    desk.wait(Duration.ofSeconds(1));
    assertThat(desk.algos()).isEmpty();
    assertThat(desk.doneAlgos("canceled")).hasSize(1);
  }

  @Test
  void aTrailingStopRemembersTheBestPriceWhenSaved() {
    desk.place(swap("buy", "1"));
    desk.algoOrder(close("move_order_stop", "sz", "1", "callbackSpread", "500"));
    desk.price(SWAP, "52000");
    desk.price(SWAP, "51600");
    String saved = Desk.saved(desk.engine);
    desk.engine = desk.restored(saved);
    desk.price(SWAP, "51500");
    assertThat(desk.position(SWAP)).isZero();
  }

  @Test
  void listsAreFilteredAndPagedNewestFirst() {
    desk.place(swap("buy", "3"));
    List<String> ids =
        List.of("47000", "48000", "49000").stream()
            .map(px -> desk.algoOrder(close("conditional", stop(px))))
            .toList();
    assertThat(desk.algos())
        .extracting(row -> text(row, "algoId"))
        .containsExactlyElementsOf(ids.reversed());
    String[] page = {"ordType", "conditional", "after", ids.get(2), "limit", "1"};
    assertThat(desk.rows("trade/orders-algo-pending", page))
        .extracting(row -> text(row, "algoId"))
        .containsExactly(ids.get(1));
    assertThat(pending("instId", "BTC-USDT")).isEmpty();
    assertThat(pending("instType", "SPOT")).isEmpty();
    assertThat(pending("algoId", ids.get(0))).hasSize(1);
    assertThat(desk.get("trade/order-algo", "algoId", "1").code()).isEqualTo("51603");
    assertThat(desk.get("trade/order-algo").code()).isEqualTo("50015");
  }

  private List<JsonNode> pending(String name, String value) {
    return desk.rows("trade/orders-algo-pending", "ordType", "conditional", name, value);
  }

  private static String[] stop(String px) {
    return new String[] {"sz", "1", "slTriggerPx", px, "slOrdPx", "-1"};
  }

  /// An order over 2 contracts of which 1 has filled.
  private String partly() {
    desk.market.levelSize("0.5");
    return desk.protect(
        swap("buy", "2", "ordType", "limit", "px", "50000.2"),
        "slTriggerPx",
        "48000",
        "slOrdPx",
        "-1");
  }
}
