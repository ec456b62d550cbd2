package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.number;
import static dev.okxguard.paper.engine.Desk.swap;
import static dev.okxguard.paper.engine.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.okxguard.paper.market.Market;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The book's best ask is 50000.1; maintenance is 0.4 %, the liquidation fee 0.05 % of the value.
class LiquidationTest {
  private static final String SWAP = "BTC-USDT-SWAP";
  private static final String INVERSE = "BTC-USD-SWAP";

  private final Desk desk = new Desk();

  @BeforeEach
  void oneLevelIsEnough() {
    desk.market.levelSize("100");
  }

  /// Cash after buying 50 contracts: 10000 - 25000.05 x 0.0005 = 9987.499975. At 30160.8 the loss
  /// is 0.5 x 19839.3 = 9919.65, which leaves 67.849975 against 15080.4 x 0.0045 = 67.8618; a tick
  /// higher it is 67.899975 against 67.862025.
  @Test
  void aCrossPositionIsLiquidatedAtTheFirstMarkPriceThatItsMarginDoesNotCarry() {
    desk.place(swap("buy", "50"));
    desk.price(SWAP, "30160.9");
    JsonNode position = desk.rows("account/positions").getFirst();
    assertThat(number(position, "liqPx"))
        .isBetween(new BigDecimal("30160.8"), new BigDecimal("30160.9"));
    assertThat(number(position, "mgnRatio"))
        .isBetween(new BigDecimal("1.0005"), new BigDecimal("1.0006"));
    assertThat(number(position, "mmr")).isEqualByComparingTo("60.3218");
    assertThat(number(desk.balance("USDT"), "mgnRatio"))
        .isEqualByComparingTo(number(position, "mgnRatio"));
    desk.price(SWAP, "30160.8");
    assertThat(desk.rows("account/positions")).isEmpty();
    assertThat(desk.cash("USDT")).isZero();
  }

  @Test
  void theRecordsOfALiquidationAreOkxsOwn() {
    desk.place(swap("buy", "50"));
    desk.price(SWAP, "30160.8");
    JsonNode order =
        desk.rows("trade/orders-history", "instType", "SWAP", "category", "full_liquidation")
            .getFirst();
    assertThat(text(order, "state")).isEqualTo("filled");
    assertThat(text(order, "side")).isEqualTo("sell");
    assertThat(text(order, "clOrdId") + text(order, "source")).isEmpty();
    assertThat(number(order, "avgPx")).isEqualByComparingTo("30160.8");
    JsonNode fill = desk.rows("trade/fills").getFirst();
    assertThat(text(fill, "ordId")).isEqualTo(text(order, "ordId"));
    assertThat(text(fill, "tradeId")).startsWith("-");
    assertThat(text(fill, "execType")).isEmpty();
    assertThat(text(fill, "subType")).isEqualTo("107");
    assertThat(number(fill, "fillPnl")).isEqualByComparingTo("-9919.65");
    assertThat(number(fill, "fee")).isZero();
    List<JsonNode> bills = desk.rows("account/bills", "type", "5");
    assertThat(bills).extracting(bill -> text(bill, "subType")).containsExactly("111", "107");
    assertThat(number(bills.get(0), "balChg")).isEqualByComparingTo("-67.849975");
    assertThat(number(bills.get(1), "balChg")).isEqualByComparingTo("-9919.65");
    assertThat(text(bills.get(1), "execType")).isEmpty();
    JsonNode closed = desk.rows("account/positions-history").getFirst();
    assertThat(text(closed, "type")).isEqualTo("3");
    assertThat(number(closed, "triggerPx")).isEqualByComparingTo("30160.8");
    assertThat(number(closed, "liqPenalty")).isEqualByComparingTo("-67.849975");
    // -9919.65 - 12.500025 - 67.849975
    assertThat(number(closed, "realizedPnl")).isEqualByComparingTo("-10000");
  }

  /// At 30190 the loss of 9905.05 leaves 82.449975 against 67.9275; an order that needs 20 makes
  /// the difference.
  @Test
  void ordersThatTieUpTheMarginAreCancelledFirstWhichMayBeEnough() {
    desk.place(swap("buy", "50"));
    String spot = desk.place(Desk.spot("buy", "limit", "0.001", "px", "20000"));
    String other = desk.place(Desk.spot("sell", "limit", "0.01", "px", "60000"));
    desk.price(SWAP, "30190");
    assertThat(desk.position(SWAP)).isEqualByComparingTo("50");
    assertThat(text(desk.order("BTC-USDT", spot), "cancelSource")).isEqualTo("3");
    assertThat(text(desk.order("BTC-USDT", other), "state")).isEqualTo("live");
  }

  /// The margin is 3000.006 / 3 = 1000.002. At 33450 the loss is 0.06 x 16550.1 = 993.006, which
  /// leaves 6.996 against 2007 x 0.0045 = 9.0315.
  @Test
  void anIsolatedPositionLosesItsMarginAndNothingElse() {
    desk.place(swap("buy", "6", "tdMode", "isolated"));
    String stop =
        desk.algoOrder(
            Desk.close(
                "conditional",
                "tdMode",
                "isolated",
                "sz",
                "6",
                "slTriggerPx",
                "20000",
                "slOrdPx",
                "-1"));
    String order =
        desk.place(swap("buy", "1", "tdMode", "isolated", "ordType", "limit", "px", "30000"));
    String cross = desk.place(swap("buy", "1", "ordType", "limit", "px", "30000"));
    assertThat(number(desk.rows("account/positions").getFirst(), "liqPx"))
        // (3000.006 - 1000.002) / (0.06 x 0.9955)
        .isCloseTo(new BigDecimal("33484.08"), within(new BigDecimal("0.01")));
    desk.price(SWAP, "33450");
    assertThat(desk.rows("account/positions")).isEmpty();
    assertThat(desk.cash("USDT")).isEqualByComparingTo("8998.497997");
    assertThat(text(desk.algo(stop), "state")).isEqualTo("canceled");
    assertThat(text(desk.order(SWAP, order), "cancelSource")).isEqualTo("3");
    assertThat(text(desk.order(SWAP, cross), "state")).isEqualTo("live");
    JsonNode closed = desk.rows("account/positions-history").getFirst();
    assertThat(number(closed, "liqPenalty")).isEqualByComparingTo("-6.996");
  }

  /// At 30000 the loss is 1200.006, 200.004 more than the margin.
  @Test
  void aLossBeyondTheMarginIsMadeGood() {
    desk.place(swap("buy", "6", "tdMode", "isolated"));
    desk.price(SWAP, "30000");
    assertThat(desk.cash("USDT")).isEqualByComparingTo("8998.497997");
    JsonNode bill = desk.rows("account/bills", "type", "5").getFirst();
    assertThat(text(bill, "subType")).isEqualTo("110");
    assertThat(number(bill, "balChg")).isEqualByComparingTo("200.004");
    assertThat(number(desk.rows("account/positions-history").getFirst(), "liqPenalty")).isZero();
  }

  @Test
  void aCrossAccountNeverOwesAnything() {
    desk.place(swap("buy", "50"));
    desk.price(SWAP, "20000");
    assertThat(desk.rows("account/positions")).isEmpty();
    assertThat(desk.cash("USDT")).isZero();
  }

  /// A short of 20 x 100 USD: the margin is 2000 / 49999.9 / 3 BTC, and the shown price is where
  /// margin - 2000 / 49999.9 + 2000 / p is 2000 / p x 0.0045.
  @Test
  void anInverseShortIsLiquidatedByRisingPrices() {
    desk.place(
        "instId", INVERSE, "tdMode", "isolated", "side", "sell", "ordType", "market", "sz", "20");
    BigDecimal liqPx = number(desk.rows("account/positions").getFirst(), "liqPx");
    // 49999.9 x 0.9955 x 1.5
    assertThat(liqPx).isCloseTo(new BigDecimal("74662.35"), within(new BigDecimal("0.01")));
    desk.price(INVERSE, "74662.3");
    assertThat(desk.position(INVERSE)).isEqualByComparingTo("-20");
    desk.price(INVERSE, "74662.4");
    assertThat(desk.position(INVERSE)).isZero();
    assertThat(text(desk.rows("trade/fills").getFirst(), "subType")).isEqualTo("106");
  }

  @Test
  void theMarkPriceDecidesNotTheLast() {
    desk.place(swap("buy", "50"));
    desk.market.price(SWAP, Market.PriceType.MARK, "50000", desk.now);
    desk.price(SWAP, "25000");
    assertThat(desk.position(SWAP)).isEqualByComparingTo("50");
    desk.wait(Duration.ofSeconds(1));
    desk.market.price(SWAP, Market.PriceType.MARK, "30000", desk.now);
    assertThat(desk.position(SWAP)).isZero();
  }

  @Test
  void aLargerPositionNeedsMoreByItsTier() {
    desk.engine.fund("USDT", new BigDecimal("1000000"), desk.now);
    desk.market.levelSize("2000");
    desk.place(swap("buy", "1000"));
    assertThat(number(desk.rows("account/positions").getFirst(), "mmr"))
        .isEqualByComparingTo("2000");
    desk.place(swap("buy", "1"));
    // 1001 x 0.01 x 50000 x 0.008
    assertThat(number(desk.rows("account/positions").getFirst(), "mmr"))
        .isEqualByComparingTo("4004");
  }

  @Test
  void aStopOnTheWayDownSavesThePositionAlsoWhenNobodyLooked() {
    desk.protect(swap("buy", "50"), "slTriggerPx", "45000", "slOrdPx", "-1");
    desk.market.price(SWAP, "44000", desk.now.plusSeconds(60));
    desk.market.price(SWAP, "20000", desk.now.plusSeconds(120));
    desk.wait(Duration.ofHours(1));
    assertThat(desk.rows("account/positions")).isEmpty();
    assertThat(text(desk.rows("account/positions-history").getFirst(), "type")).isEqualTo("2");
    assertThat(desk.cash("USDT")).isBetween(new BigDecimal("6900"), new BigDecimal("7000"));
  }

  @Test
  void aLiquidationOnTheWayDownIsNotUndoneByALaterRise() {
    desk.place(swap("buy", "50"));
    desk.market.price(SWAP, "30000", desk.now.plusSeconds(60));
    desk.market.price(SWAP, "60000", desk.now.plusSeconds(61));
    desk.wait(Duration.ofHours(1));
    assertThat(desk.rows("account/positions")).isEmpty();
    long at = TestMarket.START.plusSeconds(60).toEpochMilli();
    assertThat(text(desk.rows("trade/fills").getFirst(), "fillTime")).isEqualTo("" + at);
  }

  /// A long and a short of the same size gain and lose alike; both are cross, so neither dies.
  @Test
  void crossLegsCarryOneAnother() {
    desk.post("account/set-position-mode", "posMode", "long_short_mode");
    desk.place(swap("buy", "20", "posSide", "long"));
    desk.place(swap("sell", "20", "posSide", "short"));
    desk.price(SWAP, "10000");
    assertThat(desk.rows("account/positions")).hasSize(2);
    assertThat(text(desk.rows("account/positions").getFirst(), "mgnRatio")).isNotEmpty();
  }

  @Test
  void inLongShortModeTheLegIsNamedByTheBill() {
    desk.post("account/set-position-mode", "posMode", "long_short_mode");
    desk.place(swap("sell", "50", "posSide", "short"));
    desk.price(SWAP, "80000");
    assertThat(desk.rows("account/positions")).isEmpty();
    JsonNode fill = desk.rows("trade/fills").getFirst();
    assertThat(text(fill, "subType")).isEqualTo("105");
    assertThat(text(fill, "side")).isEqualTo("buy");
  }
}
