package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.number;
import static dev.okxguard.paper.engine.Desk.swap;
import static dev.okxguard.paper.engine.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ContractOrdersTest {
  private static final String SWAP = "BTC-USDT-SWAP";
  private static final String FUTURES = "BTC-USDT-261225";
  private static final String INVERSE = "BTC-USD-SWAP";

  private final Desk desk = new Desk();

  @Test
  void aBuyOpensALongAndPaysItsFeeInTheSettlementCurrency() {
    String id = desk.place(swap("buy", "10"));

    JsonNode order = desk.order(SWAP, id);
    assertThat(text(order, "state")).isEqualTo("filled");
    assertThat(number(order, "avgPx")).isEqualByComparingTo("50000.1");
    assertThat(number(order, "fee")).isEqualByComparingTo("-2.500005");
    assertThat(text(order, "feeCcy")).isEqualTo("USDT");
    assertThat(text(order, "lever")).isEqualTo("3");
    assertThat(desk.cash("USDT")).isEqualByComparingTo("9997.499995");

    JsonNode position = desk.rows("account/positions").getFirst();
    assertThat(text(position, "posSide")).isEqualTo("net");
    assertThat(number(position, "pos")).isEqualByComparingTo("10");
    assertThat(number(position, "upl")).isEqualByComparingTo("-0.01");
    assertThat(number(position, "notionalUsd")).isEqualByComparingTo("5000");
    assertThat(number(position, "imr").setScale(4, RoundingMode.DOWN))
        .isEqualByComparingTo("1666.6666");
    assertThat(text(position, "margin")).isEmpty();
    assertThat(text(position, "liqPx")).isEmpty();
  }

  @Test
  void closingRealisesTheProfitOfTheClosedPartAndKeepsTheEntryPrice() {
    desk.place(swap("buy", "10"));
    desk.price(SWAP, "51000.1");
    String id = desk.place(swap("sell", "4"));

    assertThat(number(desk.order(SWAP, id), "pnl")).isEqualByComparingTo("39.996");
    JsonNode position = desk.rows("account/positions").getFirst();
    assertThat(number(position, "pos")).isEqualByComparingTo("6");
    assertThat(number(position, "avgPx")).isEqualByComparingTo("50000.1");
    assertThat(number(position, "pnl")).isEqualByComparingTo("39.996");
    assertThat(desk.rows("account/positions-history").getFirst().path("type").asString())
        .isEqualTo("1");
  }

  @Test
  void aLargerOppositeOrderTurnsANetPositionAround() {
    desk.place(swap("buy", "10"));
    desk.price(SWAP, "50500");
    desk.place(swap("sell", "15"));

    JsonNode position = desk.rows("account/positions").getFirst();
    assertThat(number(position, "pos")).isEqualByComparingTo("-5");
    assertThat(number(position, "avgPx")).isEqualByComparingTo("50499.9");
    assertThat(number(position, "pnl")).isZero();
    JsonNode closed = desk.rows("account/positions-history").getFirst();
    assertThat(text(closed, "type")).isEqualTo("2");
    assertThat(text(closed, "direction")).isEqualTo("long");
    assertThat(number(closed, "pnl")).isEqualByComparingTo("49.98");
    assertThat(number(closed, "closeTotalPos")).isEqualByComparingTo("10");
    assertThat(number(closed, "openMaxPos")).isEqualByComparingTo("10");
    // Each position bears the fee of its own contracts.
    assertThat(number(closed, "fee")).isEqualByComparingTo("-5.025");
    assertThat(number(closed, "realizedPnl")).isEqualByComparingTo("44.955");
    assertThat(number(position, "fee")).isEqualByComparingTo("-1.2624975");
  }

  @Test
  void inverseContractsAreMarginedAndPaidInTheCoin() {
    desk.place(
        "instId", INVERSE, "tdMode", "cross", "side", "sell", "ordType", "market", "sz", "10");
    desk.price(INVERSE, "40000");
    JsonNode position = desk.rows("account/positions").getFirst();
    assertThat(text(position, "ccy")).isEqualTo("BTC");
    assertThat(number(position, "notionalUsd")).isEqualByComparingTo("1000");
    // A short of 1000 USD gains 1000/40000 - 1000/49999.9 BTC.
    assertThat(number(position, "upl"))
        .isBetween(new BigDecimal("0.00499995"), new BigDecimal("0.0050000"));
    assertThat(desk.cash("USDT")).isEqualByComparingTo("10000");
    assertThat(desk.cash("BTC")).isLessThan(new BigDecimal("0.1"));
  }

  @Test
  void isolatedMarginLeavesTheCashAndComesBackWhenThePositionCloses() {
    String[] open = {
      "instId", SWAP, "tdMode", "isolated", "side", "buy", "ordType", "market", "sz", "6"
    };
    desk.place(open);
    JsonNode position = desk.rows("account/positions").getFirst();
    assertThat(number(position, "margin")).isEqualByComparingTo("1000.002");
    assertThat(text(position, "imr")).isEmpty();
    assertThat(number(desk.balance("USDT"), "isoEq"))
        .isEqualByComparingTo(number(position, "margin").add(number(position, "upl")));
    assertThat(desk.cash("USDT")).isEqualByComparingTo("8998.497997");

    desk.post("trade/close-position", "instId", SWAP, "mgnMode", "isolated");
    assertThat(desk.rows("account/positions")).isEmpty();
    assertThat(desk.cash("USDT")).isBetween(new BigDecimal("9996"), new BigDecimal("9997.1"));
    assertThat(number(desk.balance("USDT"), "isoEq")).isZero();
  }

  @Test
  void closingAPartOfAnIsolatedPositionReleasesThatPartOfItsMargin() {
    desk.place("instId", SWAP, "tdMode", "isolated", "side", "buy", "ordType", "market", "sz", "6");
    desk.place(
        "instId", SWAP, "tdMode", "isolated", "side", "sell", "ordType", "market", "sz", "2");
    JsonNode position = desk.rows("account/positions").getFirst();
    assertThat(number(position, "margin")).isEqualByComparingTo("666.668");
  }

  @Test
  void anOpenLossCanNotBeSpentOnSpot() {
    desk.place(swap("buy", "30"));
    desk.price(SWAP, "48000");
    JsonNode usdt = desk.balance("USDT");
    assertThat(number(usdt, "upl")).isEqualByComparingTo("-600.04");
    assertThat(number(usdt, "availBal"))
        .isEqualByComparingTo(
            number(usdt, "cashBal")
                .subtract(number(usdt, "imr"))
                .subtract(new BigDecimal("600.04")));
    assertThat(desk.verdict(Desk.spot("buy", "market", "4700"))).isEqualTo("51008");
  }

  @Test
  void crossAndIsolatedPositionsOfOneInstrumentStandSideBySide() {
    desk.place(swap("buy", "2"));
    desk.place(
        "instId", SWAP, "tdMode", "isolated", "side", "sell", "ordType", "market", "sz", "1");
    assertThat(desk.rows("account/positions")).hasSize(2);
  }

  @Test
  void equityIsCashAndProfitAndWhatIsNotFrozenIsAvailable() {
    desk.place(swap("buy", "10"));
    desk.place(
        "instId", SWAP, "tdMode", "cross", "side", "buy", "ordType", "limit", "sz", "3", "px",
        "49000");
    desk.price(SWAP, "50900");
    JsonNode usdt = desk.balance("USDT");
    assertThat(number(usdt, "eq"))
        .isEqualByComparingTo(number(usdt, "cashBal").add(number(usdt, "upl")));
    assertThat(number(usdt, "upl")).isEqualByComparingTo("89.99");
    assertThat(number(usdt, "ordFrozen")).isEqualByComparingTo("490.735");
    assertThat(number(usdt, "availEq"))
        .isEqualByComparingTo(number(usdt, "eq").subtract(number(usdt, "frozenBal")));
  }

  @Test
  void anOrderThatOnlyClosesNeedsNoMargin() {
    desk.place(swap("buy", "50"));
    desk.place(
        "instId", SWAP, "tdMode", "cross", "side", "sell", "ordType", "limit", "sz", "50", "px",
        "51000");
    assertThat(number(desk.balance("USDT"), "ordFrozen")).isZero();
    assertThat(
            desk.verdict(
                "instId", SWAP, "tdMode", "cross", "side", "sell", "ordType", "limit", "sz", "20",
                "px", "51000"))
        .as("the position closes only once")
        .isEqualTo("51008");
  }

  @Test
  void unrealisedProfitPaysForCrossMarginButNotForIsolated() {
    desk.place(swap("buy", "50"));
    desk.price(SWAP, "52000");
    String[] isolated = {
      "instId", SWAP, "tdMode", "isolated", "side", "buy", "ordType", "market", "sz", "10"
    };
    assertThat(desk.verdict(isolated)).isEqualTo("51008");
    desk.place(swap("buy", "10"));
  }

  @Test
  void ordersOnAnExpiredContractAreCancelledAndNewOnesRefused() {
    String[] order = {
      "instId", FUTURES, "tdMode", "cross", "side", "buy", "ordType", "limit", "sz", "1", "px",
      "49000"
    };
    String id = desk.place(order);
    desk.market.expire(FUTURES);
    desk.price(FUTURES, "48000");
    assertThat(text(desk.order(FUTURES, id), "state")).isEqualTo("canceled");
    assertThat(text(desk.order(FUTURES, id), "cancelSource")).isEqualTo("7");
    assertThat(desk.verdict(order)).isEqualTo("51027");
  }

  @Test
  void aMarketOrderStopsAtThePriceLimit() {
    desk.market.levelSize("1");
    desk.market.levelTicks(6000);
    String id = desk.place(swap("buy", "6"));
    JsonNode order = desk.order(SWAP, id);
    assertThat(text(order, "state")).isEqualTo("canceled");
    assertThat(text(order, "cancelSource")).isEqualTo("15");
    // 50600, 51200, 51800 and 52400, but not 53000: the limit is 52500.
    assertThat(number(order, "accFillSz")).isEqualByComparingTo("4");
  }
}
