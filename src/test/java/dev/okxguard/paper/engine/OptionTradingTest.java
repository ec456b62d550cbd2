package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.number;
import static dev.okxguard.paper.engine.Desk.text;
import static dev.okxguard.paper.engine.TestMarket.OPTION;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A call on 0.01 BTC, struck at 50000: premium 0.05, best ask 0.0505, best bid 0.0495; BTC at
/// 50000, and 0.1 BTC in the account. Ten of them are about 0.1 BTC.
class OptionTradingTest {
  private final Desk desk = new Desk();

  private static String[] order(String side, String type, String sz, String px, String... more) {
    String[] all = {
      "instId", OPTION, "tdMode", "cross", "side", side, "ordType", type, "sz", sz, "px", px
    };
    return Stream.of(all, more).flatMap(Arrays::stream).toArray(String[]::new);
  }

  private JsonNode position() {
    return desk.rows("account/positions", "instType", "OPTION").getFirst();
  }

  @Test
  void aBuyerPaysThePremiumInTheCoinAndOwnsItsValue() {
    String id = desk.place(order("buy", "limit", "10", "0.0505"));

    assertThat(text(desk.order(OPTION, id), "state")).isEqualTo("filled");
    assertThat(text(desk.order(OPTION, id), "pxType")).isEqualTo("px");
    // 10 x 0.01 x 0.0505 = 0.00505; fee 0.1 x 0.03 %
    assertThat(number(desk.order(OPTION, id), "fee")).isEqualByComparingTo("-0.00003");
    assertThat(desk.cash("BTC")).isEqualByComparingTo("0.09492");
    JsonNode leg = position();
    assertThat(number(leg, "pos")).isEqualByComparingTo("10");
    assertThat(number(leg, "optVal")).isEqualByComparingTo("0.005");
    assertThat(number(leg, "availPos")).isEqualByComparingTo("10");
    assertThat(number(leg, "upl")).isEqualByComparingTo("-0.00005");
    assertThat(number(leg, "imr")).isEqualByComparingTo("0");
    assertThat(number(leg, "notionalUsd")).isEqualByComparingTo("5000");
    assertThat(number(leg, "idxPx")).isEqualByComparingTo("50000");
    assertThat(text(leg, "lever")).isEmpty();
    JsonNode btc = desk.balance("BTC");
    assertThat(number(btc, "eq")).isEqualByComparingTo("0.09992");
    // what was bought is no free equity
    assertThat(number(btc, "availEq")).isEqualByComparingTo("0.09492");
    assertThat(number(btc, "frozenBal")).isEqualByComparingTo("0.005");
  }

  @Test
  void aSellerGetsThePremiumAndSetsMarginAside() {
    desk.place(order("sell", "limit", "10", "0.0495"));

    // + 0.00495 - 0.00003
    assertThat(desk.cash("BTC")).isEqualByComparingTo("0.10492");
    JsonNode leg = position();
    assertThat(number(leg, "pos")).isEqualByComparingTo("-10");
    assertThat(number(leg, "optVal")).isEqualByComparingTo("-0.005");
    assertThat(number(leg, "imr")).isEqualByComparingTo("0.015");
    assertThat(number(leg, "mmr")).isEqualByComparingTo("0.0075");
    JsonNode btc = desk.balance("BTC");
    assertThat(number(btc, "eq")).isEqualByComparingTo("0.09992");
    assertThat(number(btc, "availEq")).isEqualByComparingTo("0.08492");
  }

  @Test
  void theFeeNeverTakesMoreThanSevenPercentOfThePremium() {
    desk.price(OPTION, "0.001");
    // 0.1 x 0.0015 = 0.00015, of which 7 % is less than 0.00003
    String id = desk.place(order("buy", "limit", "10", "0.0015"));
    assertThat(number(desk.order(OPTION, id), "fee")).isEqualByComparingTo("-0.0000105");
  }

  @Test
  void closingMovesThePremiumBackAndTellsTheProfit() {
    desk.place(order("buy", "limit", "10", "0.0505"));
    assertThat(desk.post("trade/close-position", "instId", OPTION, "mgnMode", "cross").code())
        .isEqualTo("0");

    assertThat(desk.rows("account/positions", "instType", "OPTION")).isEmpty();
    // 0.09492 + 0.00495 - 0.00003
    assertThat(desk.cash("BTC")).isEqualByComparingTo("0.09984");
    JsonNode history = desk.rows("account/positions-history", "instType", "OPTION").getFirst();
    assertThat(number(history, "pnl")).isEqualByComparingTo("-0.0001");
    assertThat(number(history, "fee")).isEqualByComparingTo("-0.00006");
    JsonNode fill = desk.rows("trade/fills", "instType", "OPTION").getFirst();
    assertThat(number(fill, "fillPnl")).isEqualByComparingTo("-0.0001");
    JsonNode bill = desk.rows("account/bills", "instType", "OPTION").getFirst();
    assertThat(number(bill, "balChg")).isEqualByComparingTo("0.00492");
  }

  @Test
  void aShortIsBoughtBackEvenWhenAllCoinsAreMargin() {
    desk.place(order("sell", "limit", "60", "0.0485"));
    assertThat(desk.post("trade/close-position", "instId", OPTION, "mgnMode", "cross").code())
        .isEqualTo("0");
    assertThat(desk.rows("account/positions", "instType", "OPTION")).isEmpty();
  }

  @Test
  void isolatedMarginOfASellerGoesAndComesBack() {
    desk.place(order("sell", "limit", "10", "0.0495", "tdMode", "isolated"));
    // 0.015 and the premium, which is not the seller's before the options are bought back
    assertThat(number(position(), "margin")).isEqualByComparingTo("0.01995");
    // 0.1 - 0.00003 - 0.015
    assertThat(desk.cash("BTC")).isEqualByComparingTo("0.08497");
    assertThat(number(desk.balance("BTC"), "eq")).isEqualByComparingTo("0.09992");
    desk.place(order("buy", "limit", "10", "0.0505", "tdMode", "isolated"));
    // - 0.00505 - 0.00003 + 0.01995
    assertThat(desk.cash("BTC")).isEqualByComparingTo("0.09984");
    assertThat(desk.rows("account/positions", "instType", "OPTION")).isEmpty();
  }

  @Test
  void whatOptionsDoNotTakeIsRefused() {
    assertThat(desk.verdict(order("buy", "market", "1", ""))).isEqualTo("51066");
    assertThat(desk.verdict(order("buy", "optimal_limit_ioc", "1", "0.05"))).isEqualTo("51000");
    assertThat(desk.verdict(order("buy", "limit", "1", "0.0502"))).isEqualTo("51150");
    assertThat(desk.verdict(order("buy", "limit", "1.5", "0.0505"))).isEqualTo("51121");
    assertThat(desk.verdict(order("buy", "limit", "1", "0.05", "tdMode", "cash")))
        .isEqualTo("51000");
    assertThat(desk.get("account/leverage-info", "instId", OPTION, "mgnMode", "cross").code())
        .isEqualTo("51010");
    assertThat(
            desk.algoVerdict(
                order("sell", "conditional", "1", "", "slTriggerPx", "0.04", "slOrdPx", "-1")))
        .isEqualTo("51066");
    // 0.1 BTC buys 196 at 0.0505 with the fee, and margins 66
    assertThat(desk.verdict(order("buy", "limit", "198", "0.0505"))).isEqualTo("51008");
    assertThat(desk.verdict(order("sell", "limit", "67", "0.06"))).isEqualTo("51008");
    assertThat(desk.rows("trade/orders-history", "instType", "OPTION")).isEmpty();
  }

  @Test
  void theGreatestSizeIsOneThatIsTaken() {
    JsonNode row =
        desk.rows("account/max-size", "instId", OPTION, "tdMode", "cross", "px", "0.0505")
            .getFirst();
    // 0.1 / (0.01 x 0.0505 + 0.01 x 0.0003), 0.1 / (0.01 x 0.15 + 0.01 x 0.0003)
    assertThat(number(row, "maxBuy")).isEqualByComparingTo("196");
    assertThat(number(row, "maxSell")).isEqualByComparingTo("66");
    desk.place(order("sell", "limit", "66", "0.0505"));
  }

  @Test
  void reduceOnlyMeansNothingForOptionsSoThatNobodyReliesOnIt() {
    String id = desk.place(order("sell", "limit", "1", "0.06", "reduceOnly", "true"));
    assertThat(text(desk.order(OPTION, id), "reduceOnly")).isEqualTo("false");
  }

  @Test
  void restingOrdersAreListedFilledByTheirPremiumAndCancelled() {
    String id = desk.place(order("buy", "post_only", "10", "0.048"));
    assertThat(desk.rows("trade/orders-pending", "instType", "OPTION", "instFamily", "BTC-USD"))
        .hasSize(1);
    // 0.0048 + 0.00003
    assertThat(number(desk.balance("BTC"), "ordFrozen")).isEqualByComparingTo("0.00483");
    desk.price(OPTION, "0.0475");
    assertThat(text(desk.order(OPTION, id), "state")).isEqualTo("filled");
    String other = desk.place(order("buy", "post_only", "1", "0.04"));
    desk.post("trade/cancel-order", "instId", OPTION, "ordId", other);
    assertThat(text(desk.order(OPTION, other), "state")).isEqualTo("canceled");
  }

  @Test
  void whoHasSoldIsLiquidatedWhenThePremiumTakesTheMargin() {
    desk.place(order("sell", "limit", "60", "0.0485"));
    // on average at 0.049: cash 0.1 + 0.6 x 0.049 - 0.00018 = 0.12922
    // 0.12922 - 0.6 p = 0.045 + 0.00018, p = 0.08404 / 0.6
    assertThat(number(position(), "liqPx").setScale(6, RoundingMode.HALF_UP))
        .isEqualByComparingTo("0.140067");
    desk.price(OPTION, "0.14");
    assertThat(desk.rows("account/positions", "instType", "OPTION")).hasSize(1);
    desk.price(OPTION, "0.1405");
    assertThat(desk.rows("account/positions", "instType", "OPTION")).isEmpty();
    // 0.12922 - 0.6 x 0.1405 = 0.04492, of which 0.04518 would be kept
    assertThat(desk.cash("BTC")).isEqualByComparingTo("0");
  }

  @Test
  void optionsBoughtAreNeverLiquidatedHoweverLittleTheyAreWorth() {
    desk.place(order("buy", "limit", "190", "0.0505"));
    desk.price(OPTION, "0.0005");
    assertThat(number(position(), "pos")).isEqualByComparingTo("190");
    assertThat(text(position(), "mgnRatio")).isEmpty();
  }

  @Test
  void whatPaysAtExpiryIsExercisedAtTheIndexOfThatMoment() {
    desk.place(order("buy", "limit", "10", "0.0505"));
    desk.price("BTC-USDT", "60000");
    desk.wait(Duration.ofDays(40));
    desk.market.price("BTC-USDT", "10000", desk.now);
    desk.engine.advance(desk.now);

    assertThat(desk.rows("account/positions", "instType", "OPTION")).isEmpty();
    // + 0.1 x 10000 / 60000
    assertThat(desk.cash("BTC")).isEqualByComparingTo("0.111586666666666667");
    JsonNode bill = desk.rows("account/bills-archive", "instType", "OPTION").getFirst();
    assertThat(text(bill, "type") + "/" + text(bill, "subType")).isEqualTo("3/170");
    assertThat(number(bill, "pnl")).isEqualByComparingTo("0.011616666666666667");
  }

  @Test
  void whoHasSoldPaysAtExpiryAndWhatPaysNothingLapses() {
    desk.place(order("sell", "limit", "10", "0.0495"));
    desk.price("BTC-USDT", "62500");
    desk.wait(Duration.ofDays(40));
    desk.engine.advance(desk.now);
    // 0.10492 - 0.1 x 12500 / 62500
    assertThat(desk.cash("BTC")).isEqualByComparingTo("0.08492");

    Desk other = new Desk();
    other.place(order("buy", "limit", "10", "0.0505"));
    other.wait(Duration.ofDays(40));
    other.engine.advance(other.now);
    assertThat(other.cash("BTC")).isEqualByComparingTo("0.09492");
    assertThat(other.rows("account/positions", "instType", "OPTION")).isEmpty();
  }

  @Test
  void anOrderThatOutlivesItsOptionIsCancelledByTheExpiry() {
    String id = desk.place(order("buy", "limit", "1", "0.01"));
    desk.now = TestMarket.EXPIRY;
    assertThat(text(desk.order(TestMarket.OPTION, id), "cancelSource")).isEqualTo("10");
  }
}
