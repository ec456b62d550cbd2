package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.number;
import static dev.okxguard.paper.engine.Desk.text;
import static dev.okxguard.paper.engine.TestMarket.OPTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.okxguard.testing.Seed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Whatever is traded on margin and in options, every balance is what the fills say.
class MarginAndOptionPropertyTest {
  private static final String PAIR = "BTC-USDT";
  private static final BigDecimal MULTIPLIER = new BigDecimal("0.01");

  /// One digit of what is posted, for each fill.
  private static final BigDecimal DUST = new BigDecimal("0.0000000000000005");

  private final Desk desk = new Desk();
  private Random random;

  @Test
  void cashMovesByPremiumProfitMarginAndFeeAndNothingElse() throws Exception {
    Seed.check(
        (seeded, _) -> {
          random = seeded;
          trade(120);
          billsAddUp();
          legsAreTheSumOfTheirFills();
          equityIsWhatWasPutInAndWon();
          closeAll();
          onlyFeesAndProfitsRemain();
        });
  }

  @Test
  void aSavedAccountGoesOnTheSameWay() throws Exception {
    Seed.check(
        (seeded, _) -> {
          random = seeded;
          trade(40);
          String text = Desk.saved(desk.engine);
          desk.engine = desk.restored(text);
          assertThat(Desk.saved(desk.engine)).isEqualTo(text);
          equityIsWhatWasPutInAndWon();
        });
  }

  private void trade(int steps) {
    for (int i = 0; i < steps; i++) {
      desk.wait(Duration.ofMillis(random.nextInt(2000)));
      switch (random.nextInt(6)) {
        case 0 -> desk.market.price(PAIR, near(PAIR, 150), desk.now);
        case 1 -> desk.market.price(OPTION, near(OPTION, 200), desk.now);
        case 2, 3 -> margin();
        default -> option();
      }
    }
  }

  private void margin() {
    boolean market = random.nextBoolean();
    boolean buy = random.nextBoolean();
    String quote = BigDecimal.valueOf(1 + random.nextInt(400_000), 2).toPlainString();
    String coins = BigDecimal.valueOf(1000 + random.nextInt(8_000_000), 8).toPlainString();
    order(PAIR, market ? "market" : "limit", buy, market && buy ? quote : coins)
        .put("px", near(PAIR, 20))
        .put("ccy", "USDT")
        .put("reduceOnly", random.nextInt(3) == 0);
    send();
  }

  private void option() {
    order(OPTION, random.nextBoolean() ? "limit" : "ioc", random.nextBoolean(), lots())
        .put("px", near(OPTION, 300));
    send();
  }

  private String lots() {
    return Integer.toString(1 + random.nextInt(30));
  }

  private ObjectNode asked;

  private ObjectNode order(String instId, String type, boolean buy, String sz) {
    asked =
        Desk.body(
            "instId", instId,
            "tdMode", random.nextBoolean() ? "cross" : "isolated",
            "side", buy ? "buy" : "sell",
            "ordType", type,
            "sz", sz);
    return asked;
  }

  private void send() {
    desk.post("trade/order", asked);
  }

  private String near(String instId, int permyriad) {
    BigDecimal last = desk.market.prices(instId, desk.now).last();
    BigDecimal tick = desk.market.instrument(instId).orElseThrow().tickSz();
    BigDecimal factor =
        BigDecimal.valueOf(10_000L + random.nextInt(2 * permyriad + 1) - permyriad, 4);
    BigDecimal moved = last.multiply(factor).divide(tick, 0, RoundingMode.HALF_UP).multiply(tick);
    return moved.max(tick.multiply(BigDecimal.valueOf(20))).toPlainString();
  }

  private List<JsonNode> pages(String path) {
    List<JsonNode> all = new ArrayList<>();
    String after = "";
    while (true) {
      List<JsonNode> page = desk.rows(path, "after", after, "limit", "100");
      if (page.isEmpty()) {
        return all.reversed();
      }
      all.addAll(page);
      after = text(page.getLast(), "billId");
    }
  }

  private void billsAddUp() {
    Map<String, BigDecimal> sums = new HashMap<>();
    for (JsonNode bill : pages("account/bills")) {
      BigDecimal sum = sums.merge(text(bill, "ccy"), number(bill, "balChg"), BigDecimal::add);
      assertThat(number(bill, "bal")).isEqualByComparingTo(sum);
    }
    sums.forEach((ccy, sum) -> assertThat(desk.cash(ccy)).isEqualByComparingTo(sum));
    // The coins of margin positions never touch the coins of the account.
    assertThat(desk.cash("ETH")).isEqualByComparingTo("1");
  }

  private void legsAreTheSumOfTheirFills() {
    Map<String, BigDecimal> sums = new HashMap<>();
    for (JsonNode fill : pages("trade/fills")) {
      boolean buy = text(fill, "side").equals("buy");
      BigDecimal sz = number(fill, "fillSz");
      sums.merge(text(fill, "instId"), buy ? sz : sz.negate(), BigDecimal::add);
    }
    Map<String, BigDecimal> held = new HashMap<>();
    for (JsonNode leg : desk.rows("account/positions")) {
      held.merge(text(leg, "instId"), size(leg), BigDecimal::add);
    }
    sums.forEach(
        (instId, sum) ->
            assertThat(held.getOrDefault(instId, BigDecimal.ZERO)).isEqualByComparingTo(sum));
  }

  /// Coins with their sign, as a client reads them.
  private static BigDecimal size(JsonNode leg) {
    boolean owes = text(leg, "liabCcy").equals("BTC");
    return owes ? number(leg, "liab") : number(leg, "pos");
  }

  private void equityIsWhatWasPutInAndWon() {
    BigDecimal usdt = new BigDecimal("10000");
    BigDecimal btc = new BigDecimal("0.1");
    BigDecimal coin = desk.market.prices(PAIR, desk.now).mark();
    BigDecimal premium = desk.market.prices(OPTION, desk.now).mark();
    for (JsonNode fill : pages("trade/fills")) {
      BigDecimal sign = BigDecimal.valueOf(text(fill, "side").equals("buy") ? 1 : -1);
      BigDecimal signed = number(fill, "fillSz").multiply(sign);
      boolean option = text(fill, "instType").equals("OPTION");
      BigDecimal distance = (option ? premium : coin).subtract(number(fill, "fillPx"));
      BigDecimal won = distance.multiply(signed).multiply(option ? MULTIPLIER : BigDecimal.ONE);
      usdt = option ? usdt : usdt.add(won).add(number(fill, "fee"));
      btc = option ? btc.add(won).add(number(fill, "fee")) : btc;
    }
    assertThat(number(desk.balance("USDT"), "eq")).isCloseTo(usdt, within(DUST));
    assertThat(number(desk.balance("BTC"), "eq")).isCloseTo(btc, within(DUST));
    for (String ccy : List.of("USDT", "BTC")) {
      JsonNode row = desk.balance(ccy);
      BigDecimal available = number(row, "eq").subtract(number(row, "frozenBal"));
      assertThat(number(row, "availEq")).isEqualByComparingTo(available.max(BigDecimal.ZERO));
    }
  }

  private void closeAll() {
    for (JsonNode leg : desk.rows("account/positions")) {
      var result =
          desk.post(
              "trade/close-position",
              "instId",
              text(leg, "instId"),
              "mgnMode",
              text(leg, "mgnMode"),
              "ccy",
              "USDT",
              "autoCxl",
              "true");
      assertThat(result.code()).as(result.msg()).isEqualTo("0");
    }
    assertThat(desk.rows("account/positions")).isEmpty();
  }

  /// Options without any rounding, since their cash is the premium; margin within the rounding of
  /// average prices.
  private void onlyFeesAndProfitsRemain() {
    BigDecimal usdt = new BigDecimal("10000");
    BigDecimal btc = new BigDecimal("0.1");
    for (JsonNode fill : pages("trade/fills")) {
      BigDecimal sign = BigDecimal.valueOf(text(fill, "side").equals("buy") ? -1 : 1);
      BigDecimal value = number(fill, "fillSz").multiply(number(fill, "fillPx")).multiply(sign);
      boolean option = text(fill, "instType").equals("OPTION");
      usdt = option ? usdt : usdt.add(value).add(number(fill, "fee"));
      btc = option ? btc.add(value.multiply(MULTIPLIER)).add(number(fill, "fee")) : btc;
    }
    assertThat(desk.cash("BTC")).isEqualByComparingTo(btc);
    assertThat(desk.cash("USDT")).isCloseTo(usdt, within(DUST));
  }
}
