package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.close;
import static dev.okxguard.paper.engine.Desk.swap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlgoRefusalsTest {
  private final Desk desk = new Desk();

  @BeforeEach
  void aLongPosition() {
    desk.place(swap("buy", "3"));
  }

  @Test
  void aTriggerThatIsReachedAlreadyIsRefusedByPriceTypeAndSide() {
    Map.of(
            "last",
            "51277,51278,51279,51280",
            "mark",
            "51300,51302,51303,51304",
            "index",
            "51305,51306,51307,51308")
        .forEach(
            (type, codes) -> {
              String[] code = codes.split(",", -1);
              assertThat(stop("buy", "tp", "50100", type)).isEqualTo(code[0]);
              assertThat(stop("buy", "sl", "49900", type)).isEqualTo(code[1]);
              assertThat(stop("sell", "tp", "49900", type)).isEqualTo(code[2]);
              assertThat(stop("sell", "sl", "50100", type)).isEqualTo(code[3]);
            });
  }

  @Test
  void eachTypeNeedsItsOwnParameters() {
    assertThat(desk.algoVerdict(close("conditional", "sz", "1"))).isEqualTo("51000");
    assertThat(desk.algoVerdict(sl("oco", "sz", "1"))).isEqualTo("51000");
    assertThat(desk.algoVerdict(close("trigger", "sz", "1", "triggerPx", "51000")))
        .isEqualTo("51000");
    assertThat(desk.algoVerdict(close("move_order_stop", "sz", "1"))).isEqualTo("51000");
    assertThat(trail("callbackRatio", "0.01", "callbackSpread", "9")).isEqualTo("51000");
    assertThat(trail("callbackRatio", "0.0001")).isEqualTo("51257");
    assertThat(trail("callbackRatio", "1")).isEqualTo("51257");
    assertThat(trail("callbackRatio", "0.01", "slTriggerPx", "49000", "slOrdPx", "-1"))
        .isEqualTo("51000");
    for (String unserved : new String[] {"chase", "twap", "iceberg", "smart_iceberg", "other"}) {
      assertThat(desk.algoVerdict(sl(unserved, "sz", "1"))).isEqualTo("51000");
    }
  }

  @Test
  void sizesAreCheckedAsForOrders() {
    assertThat(desk.algoVerdict(sl("conditional"))).isEqualTo("51000");
    assertThat(desk.algoVerdict(sl("conditional", "sz", "0.015"))).isEqualTo("51121");
    assertThat(desk.algoVerdict(sl("conditional", "sz", "30001"))).isEqualTo("51202");
  }

  @Test
  void closeFractionIsForClosingAWholeContractPositionAtTheMarket() {
    String[] priced = {"closeFraction", "1", "slTriggerPx", "49000", "slOrdPx", "48900"};
    assertThat(desk.algoVerdict(close("conditional", priced))).isEqualTo("51330");
    assertThat(desk.algoVerdict(sl("conditional", "closeFraction", "0.5"))).isEqualTo("51000");
    assertThat(desk.algoVerdict(sl("conditional", "closeFraction", "1", "sz", "1")))
        .isEqualTo("51000");
    assertThat(desk.algoVerdict(sl("conditional", "closeFraction", "1", "reduceOnly", "false")))
        .isEqualTo("51328");
    String[] spot =
        sl(
            "conditional",
            "closeFraction",
            "1",
            "instId",
            "BTC-USDT",
            "tdMode",
            "cash",
            "reduceOnly",
            "false");
    assertThat(desk.algoVerdict(spot)).isEqualTo("51327");
    desk.place(swap("sell", "3"));
    assertThat(desk.algoVerdict(sl("conditional", "closeFraction", "1"))).isEqualTo("51058");
  }

  @Test
  void cxlOnClosePosIsForOrdersThatOnlyReduce() {
    String[] free = sl("conditional", "sz", "1", "cxlOnClosePos", "true", "reduceOnly", "false");
    assertThat(desk.algoVerdict(free)).isEqualTo("51000");
  }

  @Test
  void clientIdsOfLiveAlgoOrdersAreTaken() {
    String[] mine = sl("conditional", "sz", "1", "algoClOrdId", "mine1");
    assertThat(desk.algoVerdict(mine)).isEqualTo("0");
    assertThat(desk.algoVerdict(mine)).isEqualTo("51065");
    desk.protect(
        swap("buy", "1", "ordType", "limit", "px", "49000"),
        "slTriggerPx",
        "48000",
        "slOrdPx",
        "-1",
        "attachAlgoClOrdId",
        "mine2");
    assertThat(desk.algoVerdict(sl("conditional", "sz", "1", "algoClOrdId", "mine2")))
        .isEqualTo("51068");
  }

  @Test
  void spotTriggersLookAtTheLastPriceAndTakeNoTargetCurrency() {
    String[] order = {
      "instId",
      "BTC-USDT",
      "tdMode",
      "cash",
      "side",
      "buy",
      "ordType",
      "trigger",
      "sz",
      "100",
      "triggerPx",
      "51000",
      "orderPx",
      "-1"
    };
    assertThat(desk.algoVerdict(with(order, "triggerPxType", "mark"))).isEqualTo("51415");
    assertThat(desk.algoVerdict(with(order, "tgtCcy", "quote_ccy"))).isEqualTo("51281");
    assertThat(desk.algoVerdict(with(order, "advanceOrdType", "ioc"))).isEqualTo("51000");
    assertThat(desk.algoVerdict(order)).isEqualTo("0");
    assertThat(desk.algoVerdict(sl("conditional", "sz", "1", "tgtCcy", "base_ccy")))
        .isEqualTo("59110");
  }

  @Test
  void noMoreThanFiftyTrailingStopsWaitForOneInstrument() {
    for (int i = 0; i < 50; i++) {
      assertThat(trail("callbackRatio", "0.01")).isEqualTo("0");
    }
    assertThat(trail("callbackRatio", "0.01")).isEqualTo("51260");
    for (int i = 0; i < 100; i++) {
      assertThat(desk.algoVerdict(sl("conditional", "sz", "1"))).isEqualTo("0");
    }
    assertThat(desk.algoVerdict(sl("conditional", "sz", "1"))).isEqualTo("51261");
  }

  private String stop(String side, String leg, String px, String type) {
    return desk.algoVerdict(
        close(
            "conditional",
            "sz",
            "1",
            "side",
            side,
            leg + "TriggerPx",
            px,
            leg + "OrdPx",
            "-1",
            leg + "TriggerPxType",
            type));
  }

  private String trail(String... distance) {
    return desk.algoVerdict(with(close("move_order_stop", "sz", "1"), distance));
  }

  private static String[] sl(String type, String... more) {
    return with(close(type, "slTriggerPx", "49000", "slOrdPx", "-1"), more);
  }

  private static String[] with(String[] first, String... more) {
    return Stream.of(first, more).flatMap(Arrays::stream).toArray(String[]::new);
  }
}
