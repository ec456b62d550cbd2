package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.close;
import static dev.okxguard.paper.engine.Desk.number;
import static dev.okxguard.paper.engine.Desk.swap;
import static dev.okxguard.paper.engine.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class AlgoOrdersTest {
  private static final String SWAP = "BTC-USDT-SWAP";

  private final Desk desk = new Desk();

  @Test
  void anOcoClosesAndIsFoundByItsClientId() {
    desk.place(swap("buy", "3"));
    String id =
        desk.algoOrder(
            close(
                "oco",
                "sz",
                "2",
                "tpTriggerPx",
                "51000",
                "tpOrdPx",
                "-1",
                "slTriggerPx",
                "49000",
                "slOrdPx",
                "-1",
                "algoClOrdId",
                "pair1",
                "tag",
                "t1"));
    JsonNode row = desk.rows("trade/order-algo", "algoClOrdId", "pair1").getFirst();
    assertThat(text(row, "algoId")).isEqualTo(id);
    assertThat(text(row, "tag")).isEqualTo("t1");
    desk.price(SWAP, "49000");
    assertThat(desk.position(SWAP)).isEqualByComparingTo("1");
    assertThat(text(desk.algo(id), "actualSide")).isEqualTo("sl");
    JsonNode child = desk.order(SWAP, text(desk.algo(id), "ordId"));
    assertThat(text(child, "algoClOrdId")).isEqualTo("pair1");
  }

  @Test
  void aConditionalOrderWithBothLegsKeepsTheStopLoss() {
    desk.place(swap("buy", "1"));
    String id =
        desk.algoOrder(
            close(
                "conditional",
                "sz",
                "1",
                "tpTriggerPx",
                "51000",
                "tpOrdPx",
                "-1",
                "slTriggerPx",
                "49000",
                "slOrdPx",
                "-1"));
    assertThat(text(desk.algo(id), "tpTriggerPx")).isEmpty();
    assertThat(text(desk.algo(id), "slTriggerPx")).isEqualTo("49000");
  }

  @Test
  void closeFractionClosesWhateverThePositionHasBecome() {
    desk.place(swap("buy", "1"));
    String[] all =
        close("conditional", "closeFraction", "1", "slTriggerPx", "49000", "slOrdPx", "-1");
    String id = desk.algoOrder(all);
    assertThat(desk.algoVerdict(all)).isEqualTo("51088");
    desk.place(swap("buy", "4"));
    JsonNode shown = desk.rows("account/positions").getFirst().path("closeOrderAlgo").get(0);
    assertThat(text(shown, "algoId")).isEqualTo(id);
    assertThat(text(shown, "slTriggerPx")).isEqualTo("49000");
    assertThat(text(shown, "closeFraction")).isEqualTo("1");
    desk.price(SWAP, "49000");
    assertThat(desk.position(SWAP)).isZero();
    assertThat(number(desk.algo(id), "actualSz")).isEqualByComparingTo("5");
  }

  @Test
  void onlyAskedForAnAlgoOrderGoesWithItsPosition() {
    desk.place(swap("buy", "1"));
    String[] stop = {"sz", "1", "slTriggerPx", "49000", "slOrdPx", "-1", "cxlOnClosePos", "true"};
    String bound = desk.algoOrder(close("conditional", stop));
    stop[stop.length - 1] = "false";
    String free = desk.algoOrder(close("conditional", stop));
    desk.place(swap("sell", "1"));
    assertThat(text(desk.algo(bound), "state")).isEqualTo("canceled");
    assertThat(text(desk.algo(free), "state")).isEqualTo("live");
    desk.price(SWAP, "49000");
    assertThat(text(desk.algo(free), "state")).isEqualTo("order_failed");
    assertThat(text(desk.algo(free), "failCode")).isEqualTo("51169");
    assertThat(desk.position(SWAP)).isZero();
  }

  @Test
  void aTriggerOrderWaitsOnTheSideItCameFrom() {
    String above = desk.algoOrder(trigger("51000", "-1"));
    String below = desk.algoOrder(trigger("49000", "49010"));
    desk.price(SWAP, "50500");
    assertThat(desk.position(SWAP)).isZero();
    desk.price(SWAP, "51000");
    assertThat(desk.position(SWAP)).isEqualByComparingTo("1");
    assertThat(text(desk.algo(above), "state")).isEqualTo("effective");
    desk.price(SWAP, "48990");
    assertThat(desk.position(SWAP)).isEqualByComparingTo("2");
    JsonNode child = desk.order(SWAP, text(desk.algo(below), "ordId"));
    assertThat(text(child, "source")).isEqualTo("6");
    assertThat(text(child, "ordType")).isEqualTo("limit");
  }

  @Test
  void aTriggeredOrderBringsItsOwnStop() {
    ObjectNode body = Desk.body(trigger("51000", "-1"));
    body.putArray("attachAlgoOrds").addObject().put("slTriggerPx", "50000").put("slOrdPx", "-1");
    assertThat(text(Desk.item(desk.post("trade/order-algo", body)), "sCode")).isEqualTo("0");
    desk.price(SWAP, "51000");
    assertThat(desk.position(SWAP)).isEqualByComparingTo("1");
    assertThat(desk.algos()).hasSize(1);
    desk.price(SWAP, "50000");
    assertThat(desk.position(SWAP)).isZero();
  }

  @Test
  void aTrailingStopFollowsTheBestPriceInEitherSpelling() {
    for (String name : List.of("callbackRatio", "callBackRatio")) {
      Desk fresh = new Desk();
      fresh.place(swap("buy", "1"));
      String id = fresh.algoOrder(close("move_order_stop", "sz", "1", name, "0.01"));
      fresh.price(SWAP, "52000");
      assertThat(number(fresh.algo(id), "moveTriggerPx")).isEqualByComparingTo("51480");
      fresh.price(SWAP, "51480.1");
      assertThat(fresh.position(SWAP)).isEqualByComparingTo("1");
      fresh.price(SWAP, "51480");
      assertThat(fresh.position(SWAP)).isZero();
      JsonNode child = fresh.order(SWAP, text(fresh.algo(id), "ordId"));
      assertThat(text(child, "source")).isEqualTo("25");
    }
  }

  @Test
  void aTrailingStopSleepsUntilItsActivationPrice() {
    desk.place(swap("buy", "1"));
    String id =
        desk.algoOrder(
            close("move_order_stop", "sz", "1", "callbackSpread", "300", "activePx", "51000"));
    desk.price(SWAP, "49000");
    assertThat(text(desk.algo(id), "moveTriggerPx")).isEmpty();
    desk.wait(Duration.ofHours(3));
    desk.market.price(SWAP, "51000", desk.now);
    desk.wait(Duration.ofHours(3));
    desk.market.price(SWAP, "51500", desk.now);
    desk.wait(Duration.ofHours(3));
    desk.market.price(SWAP, "51150", desk.now);
    desk.wait(Duration.ofHours(3));
    assertThat(desk.position(SWAP)).isZero();
    assertThat(text(desk.algo(id), "triggerTime"))
        .isEqualTo(Long.toString(desk.now.minus(Duration.ofHours(3)).toEpochMilli()));
  }

  @Test
  void upToTenAreCancelledInOneCallByEitherPath() {
    String one = desk.algoOrder(trigger("51000", "-1"));
    String two = desk.algoOrder(trigger("52000", "-1"));
    ObjectNode first = Desk.body("instId", SWAP, "algoId", one);
    ObjectNode second = Desk.body("instId", SWAP, "algoId", two);
    ObjectNode other = Desk.body("instId", SWAP, "algoId", "1");
    assertThat(desk.batch("trade/cancel-algos", first, other).code()).isEqualTo("2");
    assertThat(desk.batch("trade/cancel-advance-algos", second).code()).isEqualTo("0");
    assertThat(desk.rows("trade/orders-algo-pending", "ordType", "trigger")).isEmpty();
    assertThat(text(desk.algo(one), "state")).isEqualTo("canceled");
    assertThat(cancel(first)).isEqualTo("51400");
    assertThat(cancel(other)).isEqualTo("51603");
    assertThat(cancel(Desk.body("instId", SWAP))).isEqualTo("51407");
    ObjectNode[] many = new ObjectNode[11];
    Arrays.fill(many, first);
    assertThat(desk.batch("trade/cancel-algos", many).code()).isEqualTo("51406");
  }

  @Test
  void pricesAndSizesCanBeAmended() {
    desk.place(swap("buy", "3"));
    String id =
        desk.algoOrder(
            close(
                "oco",
                "sz",
                "2",
                "tpTriggerPx",
                "51000",
                "tpOrdPx",
                "-1",
                "slTriggerPx",
                "49000",
                "slOrdPx",
                "-1"));
    assertThat(amend(id, "newSlTriggerPx", "49500", "newSz", "3")).isEqualTo("0");
    assertThat(amend(id, "newSlTriggerPx", "50500")).isEqualTo("51280");
    assertThat(amend(id, "newSlTriggerPx", "50001", "newSlTriggerPxType", "mark"))
        .isEqualTo("51304");
    assertThat(amend(id)).isEqualTo("51500");
    assertThat(amend(id, "newTpTriggerPx", "0")).isEqualTo("0");
    assertThat(text(desk.algo(id), "ordType")).isEqualTo("conditional");
    assertThat(amend(id, "newTpTriggerPx", "51000", "newTpOrdPx", "-1")).isEqualTo("51526");
    assertThat(amend(id, "newSlTriggerPx", "0")).isEqualTo("51526");
    desk.price(SWAP, "49500");
    assertThat(desk.position(SWAP)).isZero();
    assertThat(amend(id, "newSz", "1")).isEqualTo("51527");
    String trailing = desk.algoOrder(close("move_order_stop", "sz", "1", "callbackRatio", "0.01"));
    assertThat(amend(trailing, "newSz", "2")).isEqualTo("51506");
    String trigger = desk.algoOrder(trigger("51000", "-1"));
    assertThat(amend(trigger, "newTriggerPx", "49000")).isEqualTo("0");
    desk.price(SWAP, "49000");
    assertThat(text(desk.algo(trigger), "state")).isEqualTo("effective");
  }

  @Test
  void algoOrdersStandInTheWayOfLeverageAndPositionMode() {
    String id = desk.algoOrder(trigger("51000", "-1"));
    String[] lever = {"instId", SWAP, "mgnMode", "cross", "lever", "5"};
    assertThat(desk.post("account/set-leverage", lever).code()).isEqualTo("59669");
    assertThat(desk.post("account/set-position-mode", "posMode", "long_short_mode").code())
        .isEqualTo("59000");
    String[] isolated = trigger("51000", "-1");
    isolated[3] = "isolated";
    String other = desk.algoOrder(isolated);
    lever[3] = "isolated";
    assertThat(desk.post("account/set-leverage", lever).code()).isEqualTo("59668");
    desk.batch(
        "trade/cancel-algos",
        Desk.body("instId", SWAP, "algoId", id),
        Desk.body("instId", SWAP, "algoId", other));
    assertThat(desk.post("account/set-leverage", lever).code()).isEqualTo("0");
  }

  private String cancel(ObjectNode which) {
    return text(Desk.item(desk.batch("trade/cancel-algos", which)), "sCode");
  }

  private String amend(String algoId, String... changes) {
    ObjectNode body = Desk.body("instId", SWAP, "algoId", algoId);
    body.setAll(Desk.body(changes));
    return text(Desk.item(desk.post("trade/amend-algos", body)), "sCode");
  }

  private static String[] trigger(String px, String orderPx) {
    return new String[] {
      "instId",
      SWAP,
      "tdMode",
      "cross",
      "side",
      "buy",
      "ordType",
      "trigger",
      "sz",
      "1",
      "triggerPx",
      px,
      "orderPx",
      orderPx
    };
  }
}
