package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.swap;
import static dev.okxguard.paper.engine.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Amending the stops that a waiting order carries.
class AttachedAmendTest {
  private static final String SWAP = "BTC-USDT-SWAP";

  private final Desk desk = new Desk();
  private final String order =
      desk.protect(
          new String[] {
            "instId", SWAP, "tdMode", "cross", "side", "buy", "ordType", "limit", "sz", "2", "px",
            "49000"
          },
          "attachAlgoClOrdId",
          "s1",
          "slTriggerPx",
          "48000",
          "slOrdPx",
          "-1");

  @Test
  void aStopMovesAndFiresWhereItWasMovedTo() {
    String id = text(attached(), "attachAlgoId");
    assertThat(amend("attachAlgoId", id, "newSlTriggerPx", "47000")).isEqualTo("0");
    assertThat(text(attached(), "attachAlgoId")).isEqualTo(id);
    assertThat(text(attached(), "slTriggerPx") + text(attached(), "slOrdPx")).isEqualTo("47000-1");
    desk.price(SWAP, "48900");
    desk.price(SWAP, "47900");
    assertThat(desk.position(SWAP)).as("not at the former price").isEqualByComparingTo("2");
    desk.price(SWAP, "46900");
    assertThat(desk.position(SWAP)).isZero();
  }

  @Test
  void aLegIsAddedByBothItsPricesAndTakenAwayByZero() {
    String client = "attachAlgoClOrdId";
    assertThat(amend(client, "s1", "newTpTriggerPx", "52000")).isEqualTo("51000");
    assertThat(amend(client, "s1", "newTpTriggerPx", "52000", "newTpOrdPx", "-1")).isEqualTo("0");
    assertThat(text(attached(), "tpTriggerPx") + text(attached(), "slTriggerPx"))
        .isEqualTo("5200048000");
    assertThat(amend(client, "s1", "newTpTriggerPx", "0")).isEqualTo("0");
    assertThat(text(attached(), "tpTriggerPx")).isEmpty();
    assertThat(amend(client, "s1", "newSlOrdPx", "0")).isEqualTo("0");
    assertThat(desk.order(SWAP, order).path("attachAlgoOrds")).isEmpty();
  }

  @Test
  void aStopIsJudgedAgainstTheOrderAsItIsToBe() {
    assertThat(amend("attachAlgoClOrdId", "s1", "newSlTriggerPx", "49500")).isEqualTo("51047");
    ObjectNode both = body("attachAlgoClOrdId", "s1", "newSlTriggerPx", "49200");
    assertThat(verdict(both.put("newPx", "49400"))).isEqualTo("0");
    assertThat(text(desk.order(SWAP, order), "px")).isEqualTo("49400");
    assertThat(text(attached(), "slTriggerPx")).isEqualTo("49200");
  }

  @Test
  void whatIsNotServedIsRefusedAndNothingChanges() {
    assertThat(amend("attachAlgoClOrdId", "s2", "newSlTriggerPx", "47000")).isEqualTo("51000");
    assertThat(amend("newSlTriggerPx", "47000")).isEqualTo("51000");
    for (String name : List.of("newSlTriggerRatio", "newCallbackRatio", "newActivePx")) {
      assertThat(amend("attachAlgoClOrdId", "s1", name, "0.1")).as(name).isEqualTo("51000");
    }
    ObjectNode former = Desk.body("instId", SWAP, "ordId", order, "newPx", "48900");
    assertThat(verdict(former.put("newSlTriggerPx", "47000")))
        .as("a stop that would be passed over")
        .isEqualTo("54070");
    assertThat(text(desk.order(SWAP, order), "px")).isEqualTo("49000");
    assertThat(text(attached(), "slTriggerPx")).isEqualTo("48000");
  }

  @Test
  void anEmptyTextIsNoListOfStops() {
    assertThat(amendPrice("")).isEqualTo("0");
    assertThat(amendPrice("x")).isEqualTo("51000");
    assertThat(text(attached(), "slTriggerPx")).isEqualTo("48000");
    assertThat(desk.verdict(swap("buy", "1", "attachAlgoOrds", ""))).isEqualTo("0");
  }

  private String amendPrice(String stops) {
    return verdict(
        Desk.body("instId", SWAP, "ordId", order, "newPx", "48900", "attachAlgoOrds", stops));
  }

  @Test
  void anOrderWithoutStopsHasNoneToAmend() {
    String bare = desk.place(swap("buy", "1", "ordType", "limit", "px", "49000"));
    ObjectNode body = Desk.body("instId", SWAP, "ordId", bare);
    body.putArray("attachAlgoOrds").add(Desk.body("newSlTriggerPx", "47000", "newSlOrdPx", "-1"));
    assertThat(verdict(body)).isEqualTo("51000");
  }

  private JsonNode attached() {
    return desk.order(SWAP, order).path("attachAlgoOrds").get(0);
  }

  private String amend(String... stop) {
    return verdict(body(stop));
  }

  private ObjectNode body(String... stop) {
    ObjectNode body = Desk.body("instId", SWAP, "ordId", order);
    body.putArray("attachAlgoOrds").add(Desk.body(stop));
    return body;
  }

  private String verdict(ObjectNode body) {
    return text(Desk.item(desk.post("trade/amend-order", body)), "sCode");
  }
}
