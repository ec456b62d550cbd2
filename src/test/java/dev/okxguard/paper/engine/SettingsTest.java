package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.number;
import static dev.okxguard.paper.engine.Desk.swap;
import static dev.okxguard.paper.engine.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.paper.Result;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SettingsTest {
  private static final String SWAP = "BTC-USDT-SWAP";

  private final Desk desk = new Desk();

  @Test
  void aFreshAccountIsAMainAccountThatMayTradeButNotWithdraw() {
    JsonNode config = desk.rows("account/config").getFirst();
    assertThat(text(config, "uid")).matches("[0-9]{18,19}").isEqualTo(desk.engine.uid());
    assertThat(text(config, "mainUid")).isEqualTo(desk.engine.uid());
    assertThat(text(config, "acctLv")).isEqualTo("2");
    assertThat(text(config, "posMode")).isEqualTo("net_mode");
    assertThat(text(config, "perm")).isEqualTo("read_only,trade");
    assertThat(text(config, "ip")).isEmpty();
    assertThat(desk.cash("USDT")).isEqualByComparingTo("10000");
    JsonNode balance = desk.rows("account/balance").getFirst();
    assertThat(number(balance, "totalEq")).isEqualByComparingTo("17500");
    assertThat(List.copyOf(config.propertyNames())).isSorted();
    assertThat(List.copyOf(balance.path("details").get(0).propertyNames())).isSorted();
  }

  @Test
  void anOrdinaryAccountHasNoRateLimitOfItsOwn() {
    JsonNode limit = desk.rows("trade/account-rate-limit").getFirst();
    assertThat(List.copyOf(limit.propertyNames()))
        .containsExactly("accRateLimit", "fillRatio", "mainFillRatio", "nextAccRateLimit", "ts");
    assertThat(text(limit, "accRateLimit")).isEmpty();
    assertThat(text(limit, "ts")).isEqualTo(Long.toString(desk.now.toEpochMilli()));
  }

  @Test
  void leverageIsBoundByOneAndTheInstrument() {
    assertThat(set("cross", "101").code()).isEqualTo("59102");
    Result low = set("cross", "0.5");
    assertThat(low.code()).isEqualTo("59105");
    assertThat(low.status()).isEqualTo(400);
    assertThat(set("cross", "20").code()).isEqualTo("0");
    assertThat(
            text(
                desk.rows("account/leverage-info", "instId", SWAP, "mgnMode", "cross").getFirst(),
                "lever"))
        .isEqualTo("20");
  }

  @Test
  void aBillOfMovedMarginNamesItsPosition() {
    desk.place("instId", SWAP, "tdMode", "isolated", "side", "buy", "ordType", "market", "sz", "1");
    BigDecimal margin = number(desk.rows("account/positions").getFirst(), "margin");
    desk.post(
        "account/position/margin-balance",
        "instId",
        SWAP,
        "posSide",
        "net",
        "type",
        "add",
        "amt",
        "10");
    assertThat(set("isolated", "2").code()).isEqualTo("0");
    List<JsonNode> added = desk.rows("account/bills", "subType", "160", "mgnMode", "isolated");
    assertThat(added).as("by hand, and by the lower leverage").hasSize(2);
    JsonNode bill = added.getLast();
    assertThat(text(bill, "instId")).isEqualTo(SWAP);
    assertThat(text(bill, "instType")).isEqualTo("SWAP");
    assertThat(number(bill, "balChg")).isEqualByComparingTo("-10");
    assertThat(number(bill, "sz")).isEqualByComparingTo("10");
    assertThat(number(bill, "posBalChg")).isEqualByComparingTo("10");
    assertThat(number(bill, "posBal")).isEqualByComparingTo(margin.add(BigDecimal.TEN));
    assertThat(text(bill, "px")).isEmpty();
    assertThat(text(bill, "ordId")).isEmpty();
  }

  @Test
  void leverageWaitsForPendingOrdersOfItsMode() {
    desk.place(
        "instId", SWAP, "tdMode", "cross", "side", "buy", "ordType", "limit", "sz", "1", "px",
        "49000");
    assertThat(set("cross", "5").code()).isEqualTo("59107");
    assertThat(set("cross", "3").code()).as("unchanged").isEqualTo("0");
    assertThat(set("isolated", "5").code()).isEqualTo("0");
  }

  @Test
  void aHigherLeverageNeedsLessMarginAndALowerOneMayNotFit() {
    desk.place(swap("buy", "50"));
    assertThat(set("cross", "10").code()).isEqualTo("0");
    assertThat(number(desk.balance("USDT"), "imr")).isEqualByComparingTo("2500");
    assertThat(set("cross", "1").code()).isEqualTo("59108");
    assertThat(number(desk.balance("USDT"), "imr")).isEqualByComparingTo("2500");
  }

  @Test
  void isolatedLeverageMovesMarginBetweenPositionAndCash() {
    desk.place("instId", SWAP, "tdMode", "isolated", "side", "buy", "ordType", "market", "sz", "6");
    BigDecimal before = desk.cash("USDT");
    assertThat(set("isolated", "6").code()).isEqualTo("0");
    assertThat(number(desk.rows("account/positions").getFirst(), "margin"))
        .isEqualByComparingTo("500.001");
    assertThat(desk.cash("USDT").subtract(before)).isEqualByComparingTo("500.001");
    JsonNode bill = desk.rows("account/bills", "type", "6").getFirst();
    assertThat(text(bill, "subType")).isEqualTo("161");
    assertThat(text(bill, "from")).as("no transfer between accounts").isEmpty();
  }

  @Test
  void crossFuturesShareOneLeverageInTheirFamily() {
    desk.post(
        "account/set-leverage", "instId", "BTC-USDT-261225", "mgnMode", "cross", "lever", "8");
    assertThat(lever("BTC-USDT-261225")).isEqualTo("8");
    assertThat(lever(SWAP)).isEqualTo("3");
  }

  @Test
  void thePositionModeStaysWhileThereArePositionsOrOrders() {
    assertThat(mode("sideways").code()).isEqualTo("51000");
    desk.place(swap("buy", "1"));
    assertThat(mode("long_short_mode").code()).isEqualTo("59000");
    desk.place(swap("sell", "1"));
    assertThat(mode("long_short_mode").code()).isEqualTo("0");
    assertThat(text(desk.rows("account/config").getFirst(), "posMode"))
        .isEqualTo("long_short_mode");
  }

  @Test
  void theLargestSizeItNamesIsAccepted() {
    JsonNode size =
        desk.rows("account/max-size", "instId", SWAP, "tdMode", "cross", "px", "50000").getFirst();
    String[] largest = {
      "instId",
      SWAP,
      "tdMode",
      "cross",
      "side",
      "buy",
      "ordType",
      "limit",
      "sz",
      text(size, "maxBuy"),
      "px",
      "50000"
    };
    assertThat(number(size, "maxBuy")).isPositive();
    assertThat(desk.verdict(largest)).isEqualTo("0");
    JsonNode free =
        desk.rows("account/max-avail-size", "instId", "BTC-USDT", "tdMode", "cash").getFirst();
    assertThat(number(free, "availSell")).isEqualByComparingTo("0.1");
    assertThat(desk.get("account/max-size", "instId", SWAP, "tdMode", "cash").code())
        .isEqualTo("51010");
  }

  @Test
  void theLargestIsolatedSizeIsWithoutProfitsThatIsolatedMarginCannotUse() {
    desk.place(swap("buy", "50"));
    desk.price(SWAP, "51500");
    assertThat(largestTaken("tdMode", "isolated", "px", "51500")).isEqualTo("0");
    String[] asked = {"instId", SWAP, "tdMode", "isolated"};
    assertThat(number(desk.rows("account/max-avail-size", asked).getFirst(), "availBuy"))
        .isEqualByComparingTo(number(desk.balance("USDT"), "availBal"));
  }

  @Test
  void theLargestIsolatedSizeOfALegGoesByItsOwnLeverage() {
    mode("long_short_mode");
    String[] lever = {"instId", SWAP, "mgnMode", "isolated", "posSide", "long", "lever", "1"};
    assertThat(desk.post("account/set-leverage", lever).code()).isEqualTo("0");
    assertThat(largestTaken("tdMode", "isolated", "px", "50000", "posSide", "long")).isEqualTo("0");
  }

  @Test
  void theLargestSizeCanBeAskedForAnotherLeverage() {
    String[] asked = {"instId", SWAP, "tdMode", "cross", "px", "50000", "leverage", "1"};
    JsonNode size = desk.rows("account/max-size", asked).getFirst();
    assertThat(number(size, "maxBuy")).isEqualByComparingTo("19.99");
    asked[7] = "0";
    assertThat(desk.get("account/max-size", asked).code()).isEqualTo("51000");
  }

  /// The code with which the largest buy that is named is answered.
  private String largestTaken(String... order) {
    ObjectNode body = Desk.body(order);
    body.put("instId", SWAP).put("side", "buy").put("ordType", "limit");
    String[] asked = {"instId", SWAP, "tdMode", text(body, "tdMode"), "px", text(body, "px")};
    JsonNode size = desk.rows("account/max-size", asked).getFirst();
    assertThat(number(size, "maxBuy")).isPositive();
    body.put("sz", text(size, "maxBuy"));
    return text(Desk.item(desk.post("trade/order", body)), "sCode");
  }

  @Test
  void aLeverageThatWouldLiquidateItsPositionIsRefused() {
    desk.place("instId", SWAP, "tdMode", "isolated", "side", "buy", "ordType", "market", "sz", "6");
    desk.price(SWAP, "48000");
    assertThat(set("isolated", "50").code()).isEqualTo("59109");
    JsonNode position = desk.rows("account/positions").getFirst();
    assertThat(text(position, "lever")).isEqualTo("3");
    assertThat(number(position, "margin")).isEqualByComparingTo("1000.002");
    assertThat(set("isolated", "10").code()).isEqualTo("0");
    assertThat(desk.position(SWAP)).isEqualByComparingTo("6");
  }

  @Test
  void feesAreNegativeRatesByGroup() {
    JsonNode fees = desk.rows("account/trade-fee", "instType", "SWAP").getFirst();
    assertThat(text(fees, "taker")).isEqualTo("-0.0005");
    assertThat(text(fees.path("feeGroup").get(0), "groupId")).isEqualTo("4");
    assertThat(text(desk.rows("account/trade-fee", "instType", "SPOT").getFirst(), "maker"))
        .isEqualTo("-0.0008");
  }

  @Test
  void whatOtherClientsAskForIsServed() {
    assertThat(desk.rows("asset/balances")).isEmpty();
    assertThat(desk.rows("account/interest-rate", "ccy", "USDT").toString())
        .isEqualTo("[{\"ccy\":\"USDT\",\"interestRate\":\"0\"}]");
    assertThat(desk.rows("asset/currencies"))
        .extracting(row -> text(row, "ccy"))
        .contains("BTC", "ETH", "USDT");
    assertThat(desk.rows("trade/orders-algo-pending", "ordType", "conditional,oco")).isEmpty();
    assertThat(desk.get("trade/orders-algo-pending").code()).isEqualTo("50014");
    assertThat(desk.get("trade/orders-algo-pending", "ordType", "trigger,oco").code())
        .isEqualTo("51000");
    assertThat(desk.get("trade/orders-algo-history", "ordType", "oco").code()).isEqualTo("50015");
    assertThat(desk.engine.serves("GET", "/api/v5/account/balance")).isTrue();
    for (String other : List.of("/api/v5/trade/mass-cancel", "/api/v5/market/ticker")) {
      assertThat(desk.engine.serves("POST", other)).isFalse();
    }
  }

  private String lever(String instId) {
    return text(
        desk.rows("account/leverage-info", "instId", instId, "mgnMode", "cross").getFirst(),
        "lever");
  }

  private Result mode(String word) {
    return desk.post("account/set-position-mode", "posMode", word);
  }

  private Result set(String mode, String lever) {
    return desk.post("account/set-leverage", "instId", SWAP, "mgnMode", mode, "lever", lever);
  }
}
