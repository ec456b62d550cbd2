package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.number;
import static dev.okxguard.paper.engine.Desk.spot;
import static dev.okxguard.paper.engine.Desk.swap;
import static dev.okxguard.paper.engine.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.paper.market.Market.PriceType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AttachedAlgoTest {
  private static final String SWAP = "BTC-USDT-SWAP";

  private final Desk desk = new Desk();

  @Test
  void aStopLossTakesThePositionOutAtTheMarket() {
    String parent = desk.protect(swap("buy", "3"), "slTriggerPx", "48000", "slOrdPx", "-1");
    JsonNode algo = desk.algos().getFirst();
    assertThat(text(algo, "ordType")).isEqualTo("conditional");
    assertThat(text(algo, "side")).isEqualTo("sell");
    assertThat(text(algo, "reduceOnly")).isEqualTo("true");
    assertThat(text(algo, "state")).isEqualTo("live");
    assertThat(text(algo, "slOrdPx")).isEqualTo("-1");
    assertThat(text(algo.path("linkedOrd"), "ordId")).isEqualTo(parent);

    desk.price(SWAP, "48000.1");
    assertThat(desk.position(SWAP)).isEqualByComparingTo("3");
    desk.price(SWAP, "48000");
    assertThat(desk.position(SWAP)).isZero();
    assertThat(desk.algos()).isEmpty();

    JsonNode fired = desk.algo(text(algo, "algoId"));
    assertThat(text(fired, "state")).isEqualTo("effective");
    assertThat(text(fired, "actualSide")).isEqualTo("sl");
    assertThat(number(fired, "actualSz")).isEqualByComparingTo("3");
    assertThat(text(fired, "triggerTime")).isEqualTo(Long.toString(desk.now.toEpochMilli()));
    JsonNode child = desk.order(SWAP, text(fired, "ordId"));
    assertThat(text(child, "source")).isEqualTo("7");
    assertThat(text(child, "algoId")).isEqualTo(text(algo, "algoId"));
    assertThat(text(child, "state")).isEqualTo("filled");
    assertThat(text(child, "reduceOnly")).isEqualTo("true");
  }

  @Test
  void anOrderShowsTheStopsItCarriesWhileItRestsAndAfterwards() {
    String id =
        desk.protect(
            limit("buy", "2", "49000"),
            "tpTriggerPx",
            "52000",
            "tpOrdPx",
            "51990",
            "slTriggerPx",
            "48000",
            "slOrdPx",
            "-1",
            "slTriggerPxType",
            "mark",
            "attachAlgoClOrdId",
            "guard7");
    assertThat(desk.algos()).isEmpty();
    for (JsonNode row :
        List.of(desk.order(SWAP, id), desk.rows("trade/orders-pending").getFirst())) {
      JsonNode leg = row.path("attachAlgoOrds").get(0);
      assertThat(text(leg, "attachAlgoId")).isNotEmpty();
      assertThat(text(leg, "attachAlgoClOrdId")).isEqualTo("guard7");
      assertThat(text(leg, "tpTriggerPx")).isEqualTo("52000");
      assertThat(text(leg, "tpOrdPx")).isEqualTo("51990");
      assertThat(text(leg, "tpTriggerPxType")).isEqualTo("last");
      assertThat(text(leg, "slTriggerPxType")).isEqualTo("mark");
      assertThat(text(row, "slTriggerPx")).isEqualTo("48000");
    }
    desk.price(SWAP, "49000");
    JsonNode algo = desk.algos().getFirst();
    assertThat(text(algo, "ordType")).isEqualTo("oco");
    assertThat(text(algo, "algoClOrdId")).isEqualTo("guard7");
    JsonNode old = desk.rows("trade/orders-history", "instType", "SWAP").getFirst();
    assertThat(old.path("attachAlgoOrds")).hasSize(1);
  }

  @Test
  void cancellingAnUnfilledOrderLeavesNothingBehind() {
    String id = desk.protect(limit("buy", "2", "49000"), "slTriggerPx", "48000", "slOrdPx", "-1");
    desk.post("trade/cancel-order", "instId", SWAP, "ordId", id);
    desk.price(SWAP, "47000");
    assertThat(desk.algos()).isEmpty();
    assertThat(desk.doneAlgos("canceled")).isEmpty();
    assertThat(desk.position(SWAP)).isZero();
  }

  @Test
  void theFilledPartOfACancelledOrderIsProtected() {
    desk.market.levelSize("0.5");
    String id = desk.protect(limit("buy", "2", "50000.2"), "slTriggerPx", "48000", "slOrdPx", "-1");
    assertThat(desk.position(SWAP)).isEqualByComparingTo("1");
    assertThat(desk.algos()).isEmpty();
    desk.post("trade/cancel-order", "instId", SWAP, "ordId", id);
    assertThat(number(desk.algos().getFirst(), "sz")).isEqualByComparingTo("1");
  }

  @Test
  void onlyOneLegOfAnOcoExecutes() {
    desk.protect(
        swap("buy", "2"),
        "tpTriggerPx",
        "51000",
        "tpOrdPx",
        "-1",
        "slTriggerPx",
        "49000",
        "slOrdPx",
        "-1");
    desk.price(SWAP, "51000");
    assertThat(desk.position(SWAP)).isZero();
    assertThat(text(desk.doneAlgos("effective").getFirst(), "actualSide")).isEqualTo("tp");
    desk.place(swap("buy", "2"));
    desk.price(SWAP, "48000");
    assertThat(desk.position(SWAP)).isEqualByComparingTo("2");
  }

  @Test
  void closingOrTurningThePositionByOtherMeansCancelsItsStops() {
    desk.protect(swap("buy", "2"), "slTriggerPx", "49000", "slOrdPx", "-1");
    desk.post("trade/close-position", "instId", SWAP, "mgnMode", "cross");
    assertThat(desk.algos()).isEmpty();
    assertThat(desk.doneAlgos("canceled")).hasSize(1);
    desk.protect(swap("buy", "2"), "slTriggerPx", "49000", "slOrdPx", "-1");
    desk.place(swap("sell", "3"));
    assertThat(desk.algos()).isEmpty();
    desk.price(SWAP, "48000");
    assertThat(desk.position(SWAP)).isEqualByComparingTo("-1");
  }

  @Test
  void aStopSellsNoMoreThanIsLeft() {
    desk.protect(swap("buy", "5"), "slTriggerPx", "49000", "slOrdPx", "-1");
    desk.place(swap("sell", "3"));
    desk.price(SWAP, "49000");
    assertThat(desk.position(SWAP)).isZero();
    assertThat(number(desk.doneAlgos("effective").getFirst(), "actualSz"))
        .isEqualByComparingTo("2");
  }

  @Test
  void anOrderThatOnlyReducesAPositionGetsNoStopAndSaysWhy() {
    desk.place(swap("sell", "5"));
    String id = desk.protect(swap("buy", "3"), "slTriggerPx", "49000", "slOrdPx", "-1");
    assertThat(desk.algos()).isEmpty();
    JsonNode leg = desk.order(SWAP, id).path("attachAlgoOrds").get(0);
    assertThat(text(leg, "failCode")).isEqualTo("51169");
  }

  @Test
  void eachPriceTypeIsWatchedByItself() {
    desk.protect(
        swap("buy", "1"), "slTriggerPx", "49000", "slOrdPx", "-1", "slTriggerPxType", "mark");
    desk.protect(
        swap("buy", "1"), "slTriggerPx", "49000", "slOrdPx", "-1", "slTriggerPxType", "index");
    desk.market.price(SWAP, PriceType.MARK, "50000", desk.now);
    desk.market.price(SWAP, PriceType.INDEX, "50000", desk.now);
    desk.price(SWAP, "48500");
    assertThat(desk.position(SWAP)).isEqualByComparingTo("2");
    desk.wait(Duration.ofSeconds(1));
    desk.market.price(SWAP, PriceType.MARK, "49000", desk.now);
    assertThat(desk.position(SWAP)).isEqualByComparingTo("1");
    desk.wait(Duration.ofSeconds(1));
    desk.market.price(SWAP, PriceType.INDEX, "48999", desk.now);
    assertThat(desk.position(SWAP)).isZero();
  }

  @Test
  void whatHappenedWhileNobodyLookedHappensInTheOrderOfPrices() {
    desk.protect(limit("buy", "2", "49000"), "slTriggerPx", "48000", "slOrdPx", "-1");
    for (String px : List.of("48900", "47900", "52000")) {
      desk.wait(Duration.ofMinutes(90));
      desk.market.price(SWAP, px, desk.now);
    }
    desk.wait(Duration.ofMinutes(90));
    assertThat(desk.position(SWAP)).isZero();
    List<JsonNode> fills = desk.rows("trade/fills", "instId", SWAP).reversed();
    assertThat(fills).extracting(row -> text(row, "side")).containsExactly("buy", "sell");
    long spread =
        Long.parseLong(text(fills.get(1), "ts")) - Long.parseLong(text(fills.get(0), "ts"));
    assertThat(spread).isEqualTo(Duration.ofMinutes(90).toMillis());
    assertThat(number(fills.get(1), "fillPx")).isLessThan(number(fills.get(0), "fillPx"));
  }

  @Test
  void aStopThatIsPastWhenItsOrderFillsFiresAtOnce() {
    desk.protect(limit("buy", "2", "49000"), "slTriggerPx", "48000", "slOrdPx", "-1");
    desk.price(SWAP, "47500");
    assertThat(desk.position(SWAP)).isZero();
    assertThat(desk.doneAlgos("effective")).hasSize(1);
  }

  @Test
  void aSpotStopSellsWhatWasBought() {
    String[] order = spot("buy", "market", "500");
    desk.protect(order, "slTriggerPx", "49000", "slOrdPx", "-1");
    JsonNode algo = desk.algos().getFirst();
    assertThat(text(algo, "reduceOnly")).isEqualTo("false");
    desk.price("BTC-USDT", "48990");
    JsonNode done = desk.doneAlgos("effective").getFirst();
    JsonNode child = desk.order("BTC-USDT", text(done, "ordId"));
    assertThat(text(child, "state")).isEqualTo("filled");
    assertThat(number(child, "accFillSz")).isEqualByComparingTo(number(algo, "sz"));
    assertThat(desk.cash("BTC")).isBetween(new BigDecimal("0.1"), new BigDecimal("0.10000001"));
  }

  @Test
  void aLimitStopRestsAtItsPriceAndAFailedOneSaysWhy() {
    desk.protect(swap("buy", "1"), "tpTriggerPx", "51000", "tpOrdPx", "51500");
    desk.price(SWAP, "51000");
    JsonNode resting = desk.rows("trade/orders-pending").getFirst();
    assertThat(text(resting, "ordType")).isEqualTo("limit");
    assertThat(text(resting, "px")).isEqualTo("51500");
    desk.price(SWAP, "51500");
    assertThat(desk.position(SWAP)).isZero();

    desk.protect(swap("buy", "1"), "slTriggerPx", "51000", "slOrdPx", "40000");
    desk.price(SWAP, "51000");
    JsonNode failed = desk.doneAlgos("order_failed").getFirst();
    assertThat(text(failed, "failCode")).isEqualTo("51006");
    assertThat(desk.position(SWAP)).isEqualByComparingTo("1");
  }

  @Test
  void longAndShortLegsKeepTheirOwnStops() {
    desk.post("account/set-position-mode", "posMode", "long_short_mode");
    desk.protect(swap("buy", "2", "posSide", "long"), "slTriggerPx", "49000", "slOrdPx", "-1");
    desk.protect(swap("sell", "2", "posSide", "short"), "slTriggerPx", "51000", "slOrdPx", "-1");
    desk.price(SWAP, "49000");
    assertThat(desk.rows("account/positions")).hasSize(1);
    assertThat(text(desk.rows("account/positions").getFirst(), "posSide")).isEqualTo("short");
    desk.price(SWAP, "51000");
    assertThat(desk.rows("account/positions")).isEmpty();
  }

  @Test
  void stopsSurviveSavingInEveryState() {
    desk.protect(swap("buy", "1"), "slTriggerPx", "49000", "slOrdPx", "-1");
    desk.protect(limit("buy", "2", "49500"), "slTriggerPx", "48000", "slOrdPx", "-1");
    String text = Desk.saved(desk.engine);
    desk.engine = desk.restored(text);
    assertThat(Desk.saved(desk.engine)).isEqualTo(text);
    assertThat(desk.algos()).hasSize(1);
    desk.price(SWAP, "49000");
    assertThat(desk.position(SWAP)).isEqualByComparingTo("2");
    desk.price(SWAP, "48000");
    assertThat(desk.position(SWAP)).isZero();
  }

  private static String[] limit(String side, String sz, String px) {
    return new String[] {
      "instId", SWAP, "tdMode", "cross", "side", side, "ordType", "limit", "sz", sz, "px", px
    };
  }
}
