package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.spot;
import static dev.okxguard.paper.engine.Desk.swap;
import static dev.okxguard.paper.engine.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class AttachedAlgoRefusalsTest {
  private static final String[] BUY = swap("buy", "2");
  private static final String[] SELL = swap("sell", "2");

  private final Desk desk = new Desk();

  @Test
  void triggerAndOrderPriceComeAsAPairOfNumbersOnTheTick() {
    assertThat(verdict(BUY, "slTriggerPx", "48000")).isEqualTo("51000");
    assertThat(verdict(BUY, "tpOrdPx", "-1")).isEqualTo("51000");
    assertThat(verdict(BUY, "slTriggerPx", "low", "slOrdPx", "-1")).isEqualTo("51000");
    assertThat(verdict(BUY, "slTriggerPx", "48000", "slOrdPx", "-2")).isEqualTo("51000");
    assertThat(verdict(BUY, "slTriggerPx", "48000.05", "slOrdPx", "-1")).isEqualTo("51150");
    assertThat(verdict(BUY, "attachAlgoClOrdId", "alone")).isEqualTo("51000");
    assertThat(verdict(BUY, stop("48000", "slTriggerPxType", "bid"))).isEqualTo("51000");
    assertThat(desk.position("BTC-USDT-SWAP")).isZero();
  }

  @Test
  void aTriggerMustLieOnTheRightSideOfTheOrderPrice() {
    String[] buy = limit("buy", "49000");
    assertThat(verdict(buy, "tpTriggerPx", "49000", "tpOrdPx", "-1")).isEqualTo("51046");
    assertThat(verdict(buy, "slTriggerPx", "49000", "slOrdPx", "-1")).isEqualTo("51047");
    String[] sell = limit("sell", "51000");
    assertThat(verdict(sell, "tpTriggerPx", "51000", "tpOrdPx", "-1")).isEqualTo("51048");
    assertThat(verdict(sell, "slTriggerPx", "51000", "slOrdPx", "-1")).isEqualTo("51049");
  }

  @Test
  void withoutAnOrderPriceTheBestOfferCounts() {
    assertThat(verdict(BUY, "tpTriggerPx", "50000.1", "tpOrdPx", "-1")).isEqualTo("51050");
    assertThat(verdict(BUY, "slTriggerPx", "50000.1", "slOrdPx", "-1")).isEqualTo("51051");
    assertThat(verdict(SELL, "tpTriggerPx", "49999.9", "tpOrdPx", "-1")).isEqualTo("51052");
    assertThat(verdict(SELL, "slTriggerPx", "49999.9", "slOrdPx", "-1")).isEqualTo("51053");
  }

  @Test
  void closingOrdersCarryNone() {
    desk.place(BUY);
    assertThat(verdict(swap("sell", "1", "reduceOnly", "true"), stopAbove())).isEqualTo("51100");
    desk.post("trade/close-position", "instId", "BTC-USDT-SWAP", "mgnMode", "cross");
    desk.post("account/set-position-mode", "posMode", "long_short_mode");
    desk.place(swap("buy", "2", "posSide", "long"));
    assertThat(verdict(swap("sell", "1", "posSide", "long"), stopAbove())).isEqualTo("51333");
  }

  @Test
  void whatIsNotSimulatedIsRefusedAndNotIgnored() {
    assertThat(verdict(BUY, "slTriggerRatio", "-0.05", "slOrdPx", "-1")).isEqualTo("51000");
    assertThat(verdict(BUY, "callbackRatio", "0.05")).isEqualTo("51000");
    assertThat(verdict(BUY, stop("48000", "tpOrdKind", "limit"))).isEqualTo("51000");
    assertThat(verdict(BUY, stop("48000", "amendPxOnTriggerType", "1"))).isEqualTo("51000");
    assertThat(desk.verdict(swap("buy", "1", "slTriggerPx", "48000"))).isEqualTo("54070");
    String[] cut = spot("buy", "market", "0.01", "tgtCcy", "base_ccy");
    assertThat(verdict(cut, "slTriggerPx", "48000", "slOrdPx", "-1")).isEqualTo("51044");
  }

  @Test
  void aClientIdIsTakenWhileItsStopWaitsOrLives() {
    String[] mine = stop("48000", "attachAlgoClOrdId", "mine1");
    assertThat(verdict(limit("buy", "49000"), mine)).isEqualTo("0");
    assertThat(verdict(BUY, mine)).isEqualTo("51068");
    desk.price("BTC-USDT-SWAP", "49000");
    assertThat(verdict(BUY, mine)).isEqualTo("51068");
    desk.price("BTC-USDT-SWAP", "48000");
    assertThat(verdict(BUY, stop("47000", "attachAlgoClOrdId", "mine1"))).isEqualTo("0");
    assertThat(verdict(BUY, stop("47000", "attachAlgoClOrdId", "not_one"))).isEqualTo("51000");
  }

  @Test
  void severalTakeProfitsShareTheOrder() {
    assertThat(several(BUY, profit("51000", "1"), profit("52000", "1"))).isEqualTo("0");
    assertThat(desk.algos()).hasSize(2);
    assertThat(several(BUY, profit("51000", "1"), profit("52000", "0.5"))).isEqualTo("51083");
    assertThat(several(BUY, profit("51000", "1"), profit("51000.0", "1"))).isEqualTo("51081");
    assertThat(several(BUY, profit("51000", "1"), profit("52000", ""))).isEqualTo("51089");
    assertThat(several(BUY, Desk.body(stop("48000")), Desk.body(stop("47000")))).isEqualTo("51084");
    ObjectNode both = profit("51000", "1").put("slTriggerPx", "48000").put("slOrdPx", "-1");
    assertThat(several(BUY, both, profit("52000", "1"))).isEqualTo("51076");
    ObjectNode mark = profit("52000", "1").put("tpTriggerPxType", "mark");
    assertThat(several(BUY, profit("51000", "1"), mark)).isEqualTo("51080");
    assertThat(several(spot("buy", "market", "50"), profit("51000", ""), Desk.body(stop("48000"))))
        .isEqualTo("51077");
  }

  @Test
  void anAmendmentMayNotMoveTheOrderAcrossItsStop() {
    String id = desk.protect(limit("buy", "49000"), stop("48000"));
    String[] to = {"instId", "BTC-USDT-SWAP", "ordId", id, "newPx", "47900"};
    assertThat(text(Desk.item(desk.post("trade/amend-order", to)), "sCode")).isEqualTo("51047");
  }

  private String verdict(String[] order, String... stop) {
    return several(order, Desk.body(stop));
  }

  private String several(String[] order, ObjectNode... stops) {
    ObjectNode body = Desk.body(order);
    ArrayNode list = body.putArray("attachAlgoOrds");
    for (ObjectNode stop : stops) {
      list.add(stop);
    }
    return text(Desk.item(desk.post("trade/order", body)), "sCode");
  }

  private static ObjectNode profit(String px, String sz) {
    return Desk.body("tpTriggerPx", px, "tpOrdPx", "-1", "sz", sz);
  }

  private static String[] stop(String px, String... more) {
    String[] all = new String[4 + more.length];
    System.arraycopy(new String[] {"slTriggerPx", px, "slOrdPx", "-1"}, 0, all, 0, 4);
    System.arraycopy(more, 0, all, 4, more.length);
    return all;
  }

  private static String[] stopAbove() {
    return stop("51000");
  }

  private static String[] limit(String side, String px) {
    return new String[] {
      "instId",
      "BTC-USDT-SWAP",
      "tdMode",
      "cross",
      "side",
      side,
      "ordType",
      "limit",
      "sz",
      "2",
      "px",
      px
    };
  }
}
