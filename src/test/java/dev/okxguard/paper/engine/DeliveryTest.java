package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.number;
import static dev.okxguard.paper.engine.Desk.swap;
import static dev.okxguard.paper.engine.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.paper.market.Market;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeliveryTest {
  private static final String FUTURES = "BTC-USDT-261225";
  private static final Instant EXPIRY = TestMarket.START.plus(Duration.ofDays(1));

  private final Desk desk = new Desk();

  @BeforeEach
  void expire() {
    desk.market.expire(FUTURES, EXPIRY);
  }

  /// Ten contracts bought at 50000.1 for a fee of 2.500005 gain 0.1 x (51000 - 50000.1) = 99.99.
  @Test
  void aPositionIsSettledAtTheIndexPriceOfItsExpiry() {
    desk.place(swap("buy", "10", "instId", FUTURES));
    desk.market.price(FUTURES, Market.PriceType.INDEX, "51000", EXPIRY.minusSeconds(60));
    desk.market.price(FUTURES, Market.PriceType.INDEX, "70000", EXPIRY.plusSeconds(60));
    desk.wait(Duration.ofDays(3));
    assertThat(desk.rows("account/positions")).isEmpty();
    assertThat(desk.cash("USDT")).isEqualByComparingTo("10097.489995");
    JsonNode bill = desk.rows("account/bills", "type", "3").getFirst();
    assertThat(text(bill, "subType")).isEqualTo("112");
    assertThat(text(bill, "ts")).isEqualTo("" + EXPIRY.toEpochMilli());
    assertThat(number(bill, "px")).isEqualByComparingTo("51000");
    assertThat(number(bill, "pnl")).isEqualByComparingTo("99.99");
    assertThat(number(bill, "fee")).isZero();
    JsonNode order =
        desk.rows("trade/orders-history", "instType", "FUTURES", "category", "delivery").getFirst();
    assertThat(text(order, "state")).isEqualTo("filled");
    assertThat(text(order, "clOrdId")).isEmpty();
    JsonNode closed = desk.rows("account/positions-history").getFirst();
    assertThat(text(closed, "type")).isEqualTo("2");
    assertThat(number(closed, "closeAvgPx")).isEqualByComparingTo("51000");
  }

  @Test
  void aShortIsNamedByItsOwnBillAndItsMarginComesBack() {
    desk.place(swap("sell", "3", "instId", FUTURES, "tdMode", "isolated"));
    desk.wait(Duration.ofDays(1));
    assertThat(text(desk.rows("account/bills", "type", "3").getFirst(), "subType"))
        .isEqualTo("113");
    assertThat(number(desk.balance("USDT"), "isoEq")).isZero();
    // 1499.997 x 0.0005 for the opening, and 0.03 x 0.1 lost on the spread
    assertThat(desk.cash("USDT"))
        .isEqualByComparingTo(new BigDecimal("10000").subtract(new BigDecimal("0.7529985")));
  }

  @Test
  void whatWasReachedBeforeTheExpiryStillFillsWhatWasNotIsCancelled() {
    String filled =
        desk.place(swap("buy", "1", "instId", FUTURES, "ordType", "limit", "px", "49000"));
    String never =
        desk.place(swap("buy", "1", "instId", FUTURES, "ordType", "limit", "px", "48000"));
    desk.market.price(FUTURES, "49000", EXPIRY.minusSeconds(3600));
    desk.market.price(FUTURES, "48000", EXPIRY.plusSeconds(1));
    desk.wait(Duration.ofHours(25));
    assertThat(text(desk.order(FUTURES, filled), "state")).isEqualTo("filled");
    assertThat(text(desk.order(FUTURES, never), "state")).isEqualTo("canceled");
    assertThat(text(desk.order(FUTURES, never), "cancelSource")).isEqualTo("7");
    assertThat(text(desk.order(FUTURES, never), "uTime")).isEqualTo("" + EXPIRY.toEpochMilli());
    assertThat(desk.position(FUTURES)).isZero();
  }

  @Test
  void anExpiredContractTakesNoOrders() {
    assertThat(desk.verdict(swap("buy", "1", "instId", FUTURES))).isEqualTo("0");
    desk.wait(Duration.ofDays(1));
    assertThat(desk.verdict(swap("buy", "1", "instId", FUTURES))).isEqualTo("51027");
  }

  @Test
  void aPositionSavedAfterItsExpiryIsSettledAtTheNextLook() {
    desk.place(swap("buy", "10", "instId", FUTURES));
    desk.market.expire(FUTURES, TestMarket.START);
    desk.wait(Duration.ofSeconds(1));
    assertThat(desk.rows("account/positions")).isEmpty();
  }
}
