package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.number;
import static dev.okxguard.paper.engine.Desk.swap;
import static dev.okxguard.paper.engine.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The tests start at midnight UTC, when funding has just been settled; the rate is 0.01 %.
class FundingTest {
  private static final String SWAP = "BTC-USDT-SWAP";
  private static final String INVERSE = "BTC-USD-SWAP";

  private final Desk desk = new Desk();

  @BeforeEach
  void oneLevelIsEnough() {
    desk.market.levelSize("100");
  }

  /// 50 contracts are worth 25000 at the mark price, so a long pays 2.5.
  @Test
  void aLongPaysEveryEightHoursAtTheMarkPriceOfThatTime() {
    desk.place(swap("buy", "50"));
    BigDecimal before = desk.cash("USDT");
    desk.wait(Duration.ofHours(8).minusMillis(1));
    assertThat(desk.cash("USDT")).isEqualByComparingTo(before);
    desk.wait(Duration.ofMillis(1));
    assertThat(desk.cash("USDT")).isEqualByComparingTo(before.subtract(new BigDecimal("2.5")));
    JsonNode bill = desk.rows("account/bills", "type", "8").getFirst();
    assertThat(text(bill, "subType")).isEqualTo("173");
    assertThat(text(bill, "instId")).isEqualTo(SWAP);
    assertThat(text(bill, "ts"))
        .isEqualTo("" + TestMarket.START.plus(Duration.ofHours(8)).toEpochMilli());
    assertThat(number(bill, "pnl")).isEqualByComparingTo("-2.5");
    assertThat(number(bill, "balChg")).isEqualByComparingTo("-2.5");
    assertThat(number(bill, "px")).isEqualByComparingTo("50000");
    assertThat(number(bill, "sz")).isEqualByComparingTo("50");
    assertThat(text(bill, "tradeId") + text(bill, "execType")).isEmpty();
  }

  @Test
  void anAccountNobodyTouchedForThreeDaysSettlesNineTimes() {
    desk.place(swap("buy", "50"));
    desk.market.price(SWAP, "60000", desk.now.plus(Duration.ofHours(30)));
    desk.wait(Duration.ofDays(3));
    JsonNode position = desk.rows("account/positions").getFirst();
    List<JsonNode> bills = desk.rows("account/bills", "type", "8");
    assertThat(bills).hasSize(9);
    // Three at 50000, six at 60000: 3 x 2.5 + 6 x 3
    assertThat(number(position, "fundingFee")).isEqualByComparingTo("-25.5");
    // less 25000.05 x 0.0005 for the opening
    assertThat(number(position, "realizedPnl")).isEqualByComparingTo("-38.000025");
    desk.rows("account/positions");
    assertThat(desk.rows("account/bills", "type", "8")).hasSize(9);
  }

  @Test
  void aShortReceivesAndANegativeRateTurnsItRound() {
    desk.place(
        "instId", INVERSE, "tdMode", "cross", "side", "sell", "ordType", "market", "sz", "10");
    BigDecimal before = desk.cash("BTC");
    desk.wait(Duration.ofHours(8));
    // 1000 USD at 50000 are 0.02 BTC.
    assertThat(desk.cash("BTC").subtract(before)).isEqualByComparingTo("0.000002");
    assertThat(text(desk.rows("account/bills", "type", "8").getFirst(), "subType"))
        .isEqualTo("174");
    desk.market.fundingRate("-0.0003");
    desk.wait(Duration.ofHours(8));
    assertThat(desk.cash("BTC").subtract(before)).isEqualByComparingTo("-0.000004");
  }

  @Test
  void anIsolatedPositionPaysOutOfItsMargin() {
    desk.place(swap("buy", "6", "tdMode", "isolated"));
    BigDecimal before = desk.cash("USDT");
    desk.wait(Duration.ofHours(8));
    assertThat(desk.cash("USDT")).isEqualByComparingTo(before);
    JsonNode position = desk.rows("account/positions").getFirst();
    // 1000.002 less 3000 x 0.0001
    assertThat(number(position, "margin")).isEqualByComparingTo("999.702");
    assertThat(number(position, "fundingFee")).isEqualByComparingTo("-0.3");
  }

  @Test
  void onlyWhatIsOpenAtThatTimeIsCharged() {
    desk.place(swap("buy", "5"));
    desk.place(swap("sell", "5", "ordType", "limit", "px", "51000", "reduceOnly", "true"));
    desk.market.price(SWAP, "51000", desk.now.plus(Duration.ofHours(12)));
    desk.wait(Duration.ofDays(2));
    assertThat(desk.rows("account/bills", "type", "8")).hasSize(1);
    JsonNode closed = desk.rows("account/positions-history").getFirst();
    assertThat(number(closed, "fundingFee")).isEqualByComparingTo("-0.25");
    assertThat(number(closed, "realizedPnl"))
        .isEqualByComparingTo(
            number(closed, "pnl").add(number(closed, "fee")).add(new BigDecimal("-0.25")));
  }

  @Test
  void futuresAndCoinsPayNothing() {
    desk.place(swap("buy", "5", "instId", "BTC-USDT-261225"));
    desk.wait(Duration.ofDays(1));
    assertThat(desk.rows("account/bills", "type", "8")).isEmpty();
  }

  /// A long of 50 lives on 9987.499975; at 30165 it is left with 69.949975 against 67.87125, until
  /// it pays 1.50825 twice.
  @Test
  void fundingAloneCanExhaustAMargin() {
    desk.place(swap("buy", "50"));
    desk.price(SWAP, "30165");
    desk.wait(Duration.ofHours(12));
    assertThat(desk.position(SWAP)).isEqualByComparingTo("50");
    desk.wait(Duration.ofHours(12));
    assertThat(desk.position(SWAP)).isZero();
  }
}
