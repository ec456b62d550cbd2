package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.number;
import static dev.okxguard.paper.engine.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Spot pairs on margin: best ask 50000.1, best bid 49999.9, mark 50000, leverage 3, fee 0.1 %.
class MarginTradingTest {
  private static final String PAIR = "BTC-USDT";

  private final Desk desk = new Desk();

  private static String[] isolated(String side, String type, String sz, String... more) {
    return order("isolated", side, type, sz, more);
  }

  private static String[] cross(String side, String type, String sz, String... more) {
    String[] ccy = Stream.concat(Stream.of("ccy", "USDT"), Stream.of(more)).toArray(String[]::new);
    return order("cross", side, type, sz, ccy);
  }

  private static String[] order(String mode, String side, String type, String sz, String... more) {
    String[] all = {"instId", PAIR, "tdMode", mode, "side", side, "ordType", type, "sz", sz};
    return Stream.of(all, more).flatMap(Arrays::stream).toArray(String[]::new);
  }

  private JsonNode position() {
    return desk.rows("account/positions", "instType", "MARGIN").getFirst();
  }

  @Test
  void aMarketBuyCountsQuoteCurrencyAndLeavesCoinsHeldAndQuoteOwed() {
    // 5000.01 / 50000.1 = 0.1
    String id = desk.place(isolated("buy", "market", "5000.01"));

    JsonNode order = desk.order(PAIR, id);
    assertThat(text(order, "instType")).isEqualTo("MARGIN");
    assertThat(text(order, "state")).isEqualTo("filled");
    assertThat(number(order, "accFillSz")).isEqualByComparingTo("0.1");
    assertThat(number(order, "fee")).isEqualByComparingTo("-5.00001");
    assertThat(text(order, "feeCcy")).isEqualTo("USDT");
    JsonNode leg = position();
    assertThat(number(leg, "pos")).isEqualByComparingTo("0.1");
    assertThat(text(leg, "posCcy")).isEqualTo("BTC");
    assertThat(number(leg, "availPos")).isEqualByComparingTo("0.1");
    assertThat(number(leg, "liab")).isEqualByComparingTo("-5000.01");
    assertThat(text(leg, "liabCcy")).isEqualTo("USDT");
    assertThat(number(leg, "margin")).isEqualByComparingTo("1666.67");
    assertThat(number(leg, "upl")).isEqualByComparingTo("-0.01");
    assertThat(number(leg, "notionalUsd")).isEqualByComparingTo("5000");
    // 10000 - 5.00001 fee - 1666.67 margin; the coins are in the position
    assertThat(desk.cash("USDT")).isEqualByComparingTo("8328.32999");
    assertThat(desk.cash("BTC")).isEqualByComparingTo("0.1");
  }

  @Test
  void aMarketSellCountsCoinsAndLeavesQuoteHeldAndCoinsOwed() {
    desk.place(cross("sell", "market", "0.1"));

    JsonNode leg = position();
    assertThat(text(leg, "posSide")).isEqualTo("net");
    assertThat(number(leg, "pos")).isEqualByComparingTo("4999.99");
    assertThat(text(leg, "posCcy")).isEqualTo("USDT");
    assertThat(number(leg, "liab")).isEqualByComparingTo("-0.1");
    assertThat(text(leg, "liabCcy")).isEqualTo("BTC");
    assertThat(number(leg, "imr").setScale(4, RoundingMode.DOWN)).isEqualByComparingTo("1666.6666");
    assertThat(text(leg, "margin")).isEmpty();
    // 10000 - 4.99999
    assertThat(desk.cash("USDT")).isEqualByComparingTo("9995.00001");
    assertThat(desk.cash("BTC")).isEqualByComparingTo("0.1");
  }

  @Test
  void aShortIsBoughtBackWholeAndItsGainIsPaid() {
    desk.place(cross("sell", "market", "0.1"));
    desk.price(PAIR, "49000");
    dev.okxguard.paper.Result closed =
        desk.post("trade/close-position", "instId", PAIR, "mgnMode", "cross", "ccy", "USDT");

    assertThat(closed.code()).isEqualTo("0");
    assertThat(desk.rows("account/positions", "instType", "MARGIN")).isEmpty();
    // + (49999.9 - 49000.1) x 0.1 = 99.98, - 4.90001
    assertThat(desk.cash("USDT")).isEqualByComparingTo("10090.08");
    JsonNode history = desk.rows("account/positions-history", "instType", "MARGIN").getFirst();
    assertThat(number(history, "pnl")).isEqualByComparingTo("99.98");
    assertThat(text(history, "direction")).isEqualTo("short");
    JsonNode fill = desk.rows("trade/fills", "instType", "MARGIN").getFirst();
    assertThat(number(fill, "feeRate")).isEqualByComparingTo("-0.001");
    assertThat(number(fill, "fillPnl")).isEqualByComparingTo("99.98");
    assertThat(desk.rows("account/bills", "instType", "MARGIN")).hasSize(2);
    assertThat(desk.rows("trade/orders-history", "instType", "MARGIN")).hasSize(2);
  }

  @Test
  void isolatedMarginComesBackWithTheProfit() {
    desk.place(isolated("buy", "limit", "0.1", "px", "50000.1"));
    desk.price(PAIR, "50500.1");
    desk.place(isolated("sell", "market", "0.1", "reduceOnly", "true"));

    // 10000 - 5.00001 + (50500 - 50000.1) x 0.1 - 5.05
    assertThat(desk.cash("USDT")).isEqualByComparingTo("10039.93999");
    assertThat(desk.rows("account/positions", "instType", "MARGIN")).isEmpty();
  }

  @Test
  void reduceOnlyIsHeldToThePosition() {
    assertThat(desk.verdict(isolated("sell", "market", "0.1", "reduceOnly", "true")))
        .isEqualTo("51169");
    desk.place(isolated("buy", "limit", "0.1", "px", "50000.1"));
    assertThat(desk.verdict(isolated("buy", "market", "500", "reduceOnly", "true")))
        .isEqualTo("51170");
    assertThat(desk.verdict(isolated("sell", "market", "0.2", "reduceOnly", "true")))
        .isEqualTo("51112");
    assertThat(desk.verdict(cross("sell", "market", "0.1", "reduceOnly", "true")))
        .isEqualTo("51169");
  }

  @Test
  void aReducingBuyCountedInQuoteNeverTurnsTheShortAround() {
    desk.place(cross("sell", "market", "0.1"));
    String id = desk.place(cross("buy", "market", "9000", "reduceOnly", "true"));

    assertThat(number(desk.order(PAIR, id), "accFillSz")).isEqualByComparingTo("0.1");
    assertThat(desk.rows("account/positions", "instType", "MARGIN")).isEmpty();
  }

  @Test
  void aRestingOrderTiesUpMarginAndTheFeeAndIsListedAsMargin() {
    String id = desk.place(cross("buy", "limit", "0.3", "px", "49000"));

    assertThat(desk.rows("trade/orders-pending", "instType", "MARGIN")).hasSize(1);
    assertThat(desk.rows("trade/orders-pending", "instType", "SPOT")).isEmpty();
    // 14700 / 3 + 14.7
    assertThat(number(desk.balance("USDT"), "ordFrozen")).isEqualByComparingTo("4914.7");
    assertThat(desk.verdict(cross("buy", "limit", "0.4", "px", "49000"))).isEqualTo("51008");
    desk.post("trade/cancel-order", "instId", PAIR, "ordId", id);
    assertThat(text(desk.order(PAIR, id), "state")).isEqualTo("canceled");
  }

  @Test
  void theMarginCurrencyIsTheQuoteCurrencyAndNamedForCross() {
    String[] unnamed = order("cross", "buy", "limit", "0.1", "px", "49000");
    assertThat(desk.verdict(unnamed)).isEqualTo("51000");
    assertThat(desk.verdict(order("cross", "buy", "limit", "0.1", "px", "49000", "ccy", "BTC")))
        .isEqualTo("51130");
    assertThat(desk.verdict(isolated("buy", "limit", "0.1", "px", "49000", "ccy", "BTC")))
        .isEqualTo("51130");
  }

  @Test
  void leverageIsSetForThePairAndBoundedByTen() {
    JsonNode before =
        desk.rows("account/leverage-info", "instId", PAIR, "mgnMode", "isolated").getFirst();
    assertThat(number(before, "lever")).isEqualByComparingTo("3");
    assertThat(text(before, "posSide")).isEqualTo("net");
    assertThat(lever("11").code()).isEqualTo("59102");
    assertThat(lever("5").code()).isEqualTo("0");
    desk.place(isolated("buy", "limit", "0.1", "px", "50000.1"));
    assertThat(number(position(), "margin")).isEqualByComparingTo("1000.002");
    assertThat(number(position(), "lever")).isEqualByComparingTo("5");
    lever("10");
    assertThat(number(position(), "margin")).isEqualByComparingTo("500.001");
  }

  private dev.okxguard.paper.Result lever(String lever) {
    return desk.post("account/set-leverage", "instId", PAIR, "mgnMode", "isolated", "lever", lever);
  }

  @Test
  void theGreatestSizeIsOneThatIsTaken() {
    for (String side : List.of("buy", "sell")) {
      JsonNode row =
          desk.rows("account/max-size", "instId", PAIR, "tdMode", "isolated", "px", "50000")
              .getFirst();
      String most = text(row, side.equals("buy") ? "maxBuy" : "maxSell");
      // 10000 / (50000 x (1/3 + 0.001)) = 0.598205...
      assertThat(new BigDecimal(most)).isBetween(new BigDecimal("0.598"), new BigDecimal("0.599"));
      String lot = new BigDecimal(most).add(new BigDecimal("0.00000001")).toPlainString();
      assertThat(desk.verdict(isolated(side, "limit", lot, "px", "50000"))).isEqualTo("51008");
      String id = desk.place(isolated(side, "post_only", most, "px", "50000"));
      desk.post("trade/cancel-order", "instId", PAIR, "ordId", id);
    }
  }

  @Test
  void aConditionalOrderBuysBackCoinsAndNoMore() {
    desk.place(cross("sell", "market", "0.1"));
    desk.algoOrder(
        "instId",
        PAIR,
        "tdMode",
        "cross",
        "ccy",
        "USDT",
        "side",
        "buy",
        "reduceOnly",
        "true",
        "ordType",
        "conditional",
        "sz",
        "0.2",
        "slTriggerPx",
        "50500",
        "slOrdPx",
        "-1");
    desk.price(PAIR, "50600");

    assertThat(desk.rows("account/positions")).isEmpty();
    JsonNode row = desk.rows("account/positions", "instId", PAIR).getFirst();
    assertThat(number(row, "pos")).isEqualByComparingTo("0");
    assertThat(text(row, "posCcy")).isEmpty();
  }

  @Test
  void anAttachedStopClosesThePosition() {
    desk.protect(isolated("buy", "market", "5000.01"), "slTriggerPx", "49500", "slOrdPx", "-1");
    desk.price(PAIR, "49400");

    assertThat(desk.rows("account/positions", "instType", "MARGIN")).isEmpty();
  }

  @Test
  void anAttachedStopOfAShortBuysBackCoins() {
    desk.protect(cross("sell", "market", "0.1"), "slTriggerPx", "50500", "slOrdPx", "-1");
    desk.price(PAIR, "50600");

    assertThat(desk.rows("account/positions", "instType", "MARGIN")).isEmpty();
    // 9995.00001 - (50600.1 - 49999.9) x 0.1 - 5.06001
    assertThat(desk.cash("USDT")).isEqualByComparingTo("9929.92");
  }

  @Test
  void aPositionItsMarginNoLongerCarriesIsLiquidated() {
    desk.place(isolated("buy", "limit", "0.1", "px", "50000.1"));
    // margin 1666.67; 1666.67 + 0.1 p - 5000.01 = 0.1 p x (0.004 + 0.001)
    // p = 3333.34 / 0.0995
    assertThat(number(position(), "liqPx").setScale(2, RoundingMode.HALF_UP))
        .isEqualByComparingTo("33500.9");
    desk.price(PAIR, "33501");
    assertThat(desk.rows("account/positions", "instType", "MARGIN")).hasSize(1);
    desk.price(PAIR, "33500.9");
    assertThat(desk.rows("account/positions", "instType", "MARGIN")).isEmpty();
    JsonNode end = desk.rows("account/positions-history", "instType", "MARGIN").getFirst();
    assertThat(text(end, "type")).isEqualTo("3");
    // 8328.32999 of cash stay; the rest of the margin, 0.08 x ..., is kept as penalty
    assertThat(desk.cash("USDT")).isBetween(new BigDecimal("8328"), new BigDecimal("8329"));
  }

  @Test
  void marginPositionsHaveNoLegsInLongShortMode() {
    desk.post("account/set-position-mode", "posMode", "long_short_mode");
    desk.place(cross("sell", "market", "0.1"));
    assertThat(text(position(), "posSide")).isEqualTo("net");
  }

  @Test
  void spotIsStillSpot() {
    desk.place(Desk.spot("buy", "market", "500"));
    assertThat(desk.rows("account/positions")).isEmpty();
    assertThat(desk.rows("trade/fills", "instType", "MARGIN")).isEmpty();
    assertThat(desk.rows("trade/fills", "instType", "SPOT")).hasSize(1);
  }
}
