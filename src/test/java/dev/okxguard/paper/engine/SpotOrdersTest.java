package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.number;
import static dev.okxguard.paper.engine.Desk.spot;
import static dev.okxguard.paper.engine.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SpotOrdersTest {
  private final Desk desk = new Desk();

  @Test
  void aMarketBuyIsSizedInQuoteCutToTheLotAndPaysItsFeeInBase() {
    String id = desk.place(spot("buy", "market", "100"));

    JsonNode order = desk.order("BTC-USDT", id);
    assertThat(text(order, "state")).isEqualTo("filled");
    assertThat(text(order, "tgtCcy")).isEqualTo("quote_ccy");
    assertThat(number(order, "accFillSz")).isEqualByComparingTo("0.00199999");
    assertThat(text(order, "feeCcy")).isEqualTo("BTC");
    assertThat(number(order, "fee")).isEqualByComparingTo("-0.00000199999");
    assertThat(desk.cash("BTC")).isEqualByComparingTo("0.10199799001");
    assertThat(desk.cash("USDT")).isEqualByComparingTo("9900.000300001");
  }

  @Test
  void aMarketSellIsSizedInBaseAndPaysItsFeeInQuote() {
    String id = desk.place(spot("sell", "market", "0.01"));

    JsonNode order = desk.order("BTC-USDT", id);
    assertThat(number(order, "avgPx")).isEqualByComparingTo("49999.9");
    assertThat(text(order, "feeCcy")).isEqualTo("USDT");
    assertThat(number(order, "fee")).isEqualByComparingTo("-0.499999");
    assertThat(desk.cash("BTC")).isEqualByComparingTo("0.09");
    assertThat(desk.cash("USDT")).isEqualByComparingTo("10499.499001");
  }

  @Test
  void aMarketBuySizedInBaseIsCutToTheBalanceUnlessTheCallerForbidsIt() {
    String[] large = spot("buy", "market", "1", "tgtCcy", "base_ccy", "banAmend", "true");
    assertThat(desk.verdict(large)).isEqualTo("51008");

    String id = desk.place(spot("buy", "market", "1", "tgtCcy", "base_ccy"));
    JsonNode order = desk.order("BTC-USDT", id);
    assertThat(text(order, "state")).isEqualTo("filled");
    assertThat(number(order, "accFillSz")).isBetween(new BigDecimal("0.19"), BigDecimal.ONE);
    assertThat(desk.cash("USDT").signum()).isPositive();
  }

  @Test
  void aRestingBuyFreezesItsValueAndFillsAtItsOwnPriceWhenTheMarketTouchesIt() {
    String id = desk.place(spot("buy", "limit", "0.1", "px", "49000"));
    assertThat(text(desk.order("BTC-USDT", id), "state")).isEqualTo("live");
    assertThat(number(desk.balance("USDT"), "ordFrozen")).isEqualByComparingTo("4900");
    assertThat(number(desk.balance("USDT"), "availBal")).isEqualByComparingTo("5100");

    desk.price("BTC-USDT", "49000.1");
    assertThat(text(desk.order("BTC-USDT", id), "state")).isEqualTo("live");
    desk.price("BTC-USDT", "49000");

    JsonNode order = desk.order("BTC-USDT", id);
    assertThat(text(order, "state")).isEqualTo("filled");
    assertThat(number(order, "avgPx")).isEqualByComparingTo("49000");
    assertThat(number(order, "fee")).isEqualByComparingTo("-0.00008");
    assertThat(number(desk.balance("USDT"), "ordFrozen")).isZero();
  }

  @Test
  void aTouchBetweenTwoCallsIsNotMissed() {
    String id = desk.place(spot("buy", "limit", "0.01", "px", "49000"));
    desk.market.price("BTC-USDT", "48000", desk.now.plusSeconds(10));
    desk.market.price("BTC-USDT", "50000", desk.now.plusSeconds(20));
    desk.wait(Duration.ofMinutes(1));
    assertThat(text(desk.order("BTC-USDT", id), "state")).isEqualTo("filled");
  }

  @Test
  void advancingTwiceToTheSameTimeChangesNothing() {
    desk.place(spot("buy", "limit", "0.01", "px", "49000"));
    desk.price("BTC-USDT", "49000");
    String once = Desk.saved(desk.engine);
    desk.engine.advance(desk.now);
    assertThat(desk.engine.changed()).isFalse();
    assertThat(Desk.saved(desk.engine)).isEqualTo(once);
  }

  @Test
  void aCrossingLimitOrderTakesWhatIsThereAndRestsWithTheRemainder() {
    desk.market.levelSize("0.01");
    String id = desk.place(spot("buy", "limit", "0.05", "px", "50000.2"));
    JsonNode order = desk.order("BTC-USDT", id);
    assertThat(text(order, "state")).isEqualTo("partially_filled");
    assertThat(number(order, "accFillSz")).isEqualByComparingTo("0.02");
    assertThat(number(order, "avgPx")).isEqualByComparingTo("50000.15");
  }

  @Test
  void postOnlyThatWouldTakeIsAcceptedAndCancelled() {
    String id = desk.place(spot("buy", "post_only", "0.01", "px", "50001"));
    JsonNode order = desk.order("BTC-USDT", id);
    assertThat(text(order, "state")).isEqualTo("canceled");
    assertThat(text(order, "cancelSource")).isEqualTo("31");
    assertThat(number(order, "accFillSz")).isZero();
  }

  @Test
  void fokIsAllOrNothingAndIocKeepsWhatItGot() {
    desk.market.levelSize("0.01");
    String fok = desk.place(spot("buy", "fok", "0.05", "px", "50000.2"));
    assertThat(text(desk.order("BTC-USDT", fok), "cancelSource")).isEqualTo("13");
    assertThat(number(desk.order("BTC-USDT", fok), "accFillSz")).isZero();

    String ioc = desk.place(spot("buy", "ioc", "0.05", "px", "50000.2"));
    assertThat(text(desk.order("BTC-USDT", ioc), "cancelSource")).isEqualTo("14");
    assertThat(number(desk.order("BTC-USDT", ioc), "accFillSz")).isEqualByComparingTo("0.02");
  }

  @Test
  void anOwnRestingOrderIsCancelledInsteadOfTradedWith() {
    String resting = desk.place(spot("sell", "limit", "0.01", "px", "50010"));
    String taker = desk.place(spot("buy", "limit", "0.01", "px", "50010"));
    assertThat(text(desk.order("BTC-USDT", resting), "cancelSource")).isEqualTo("32");
    assertThat(text(desk.order("BTC-USDT", taker), "state")).isEqualTo("filled");
  }

  @Test
  void aMarketBuySizedInBaseNeverSpendsMoreThanThereIsHoweverThinTheBook() {
    desk.market.levelSize("0.05");
    desk.market.levelTicks(50000);
    String id = desk.place(spot("buy", "market", "0.17", "tgtCcy", "base_ccy"));
    JsonNode order = desk.order("BTC-USDT", id);
    assertThat(text(order, "state")).isEqualTo("canceled");
    assertThat(number(order, "accFillSz")).isEqualByComparingTo("0.16428571");
    assertThat(desk.cash("USDT").signum()).isNotNegative();
  }

  @Test
  void aSellOfMoreThanThereIsIsRefused() {
    assertThat(desk.verdict(spot("sell", "limit", "0.2", "px", "50100"))).isEqualTo("51008");
    desk.place(spot("sell", "limit", "0.06", "px", "50100"));
    assertThat(desk.verdict(spot("sell", "limit", "0.06", "px", "50100"))).isEqualTo("51008");
  }
}
