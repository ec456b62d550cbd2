package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.number;
import static dev.okxguard.paper.engine.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Reckless trading over days: liquidations, fundings, deliveries and auto-deleveraging among the
/// trader's own orders.
class RiskPropertyTest {
  private static final List<String> CONTRACTS = List.of("SWAP", "FUTURES");

  private final RandomTrader trader = new RandomTrader();
  private final Desk desk = trader.desk;

  @Test
  void billsAddUpToEveryBalanceToTheLastDigit() {
    trader.gamble(130);
    Map<String, BigDecimal> sums = new HashMap<>();
    Set<String> types = new TreeSet<>();
    for (JsonNode bill : bills().reversed()) {
      BigDecimal sum = sums.merge(text(bill, "ccy"), number(bill, "balChg"), BigDecimal::add);
      assertThat(number(bill, "bal")).as(trader.seed()).isEqualByComparingTo(sum);
      types.add(text(bill, "type"));
    }
    sums.forEach(
        (ccy, sum) -> assertThat(desk.cash(ccy)).as(trader.seed()).isEqualByComparingTo(sum));
    assertThat(types).as(trader.seed()).contains("1", "2", "6", "8");
  }

  @Test
  void whatPositionsRealisedIsTheSumOfTheirBills() {
    trader.gamble(130);
    Map<String, BigDecimal> realized = new HashMap<>();
    List<JsonNode> rows = new ArrayList<>(desk.rows("account/positions"));
    for (String type : List.of("2", "3", "6")) {
      rows.addAll(trader.pages("account/positions-history", "uTime", "type", type));
    }
    for (JsonNode row : rows) {
      BigDecimal parts =
          number(row, "pnl")
              .add(number(row, "fee"))
              .add(number(row, "fundingFee"))
              .add(number(row, "liqPenalty"));
      assertThat(number(row, "realizedPnl")).as(trader.seed()).isEqualByComparingTo(parts);
      realized.merge(text(row, "ccy"), parts, BigDecimal::add);
    }
    Map<String, BigDecimal> billed = new HashMap<>();
    for (JsonNode bill : bills()) {
      if (CONTRACTS.contains(text(bill, "instType"))) {
        BigDecimal change = number(bill, "balChg");
        boolean transfer = text(bill, "type").equals("6");
        billed.merge(text(bill, "ccy"), transfer ? BigDecimal.ZERO : change, BigDecimal::add);
      }
    }
    assertThat(billed.keySet()).as(trader.seed()).isEqualTo(realized.keySet());
    billed.forEach(
        (ccy, sum) ->
            assertThat(realized.get(ccy)).as(trader.seed() + ccy).isEqualByComparingTo(sum));
  }

  @Test
  void whatLeftTheCashAsIsolatedMarginIsInThePosition() {
    trader.gamble(130);
    Map<String, BigDecimal> moved = new HashMap<>();
    for (JsonNode bill : bills()) {
      if (text(bill, "type").equals("6")) {
        moved.merge(text(bill, "ccy"), number(bill, "balChg"), BigDecimal::add);
      }
    }
    for (JsonNode row : desk.rows("account/positions")) {
      if (text(row, "mgnMode").equals("isolated")) {
        moved.merge(text(row, "ccy"), number(row, "margin"), BigDecimal::add);
      }
    }
    moved.values().forEach(sum -> assertThat(sum).as(trader.seed()).isZero());
  }

  @Test
  void aPositionIsTheSumOfItsFillsTheExchangesOwnIncluded() {
    trader.gamble(130);
    Map<String, BigDecimal> sums = new HashMap<>();
    boolean forced = false;
    for (String type : CONTRACTS) {
      for (JsonNode fill : trader.pages("trade/fills-history", "billId", "instType", type)) {
        BigDecimal sz = number(fill, "fillSz");
        BigDecimal signed = text(fill, "side").equals("buy") ? sz : sz.negate();
        sums.merge(text(fill, "instId"), signed, BigDecimal::add);
        boolean own = text(fill, "execType").isEmpty();
        assertThat(text(fill, "tradeId").startsWith("-")).as(trader.seed()).isEqualTo(own);
        forced |= own;
      }
    }
    assertThat(forced).as(trader.seed() + " saw the exchange act").isTrue();
    sums.forEach(
        (instId, sum) ->
            assertThat(desk.position(instId)).as(trader.seed()).isEqualByComparingTo(sum));
  }

  @Test
  void nothingLivesOnWithoutMarginAndNobodyOwesTheExchange() {
    for (int i = 0; i < 90; i++) {
      trader.gamble(1);
      List<JsonNode> positions = desk.rows("account/positions");
      for (JsonNode row : positions) {
        assertThat(number(row, "mgnRatio")).as(trader.seed()).isGreaterThan(BigDecimal.ONE);
      }
      if (positions.isEmpty()) {
        for (String ccy : List.of("USDT", "BTC", "ETH")) {
          assertThat(desk.cash(ccy)).as(trader.seed()).isNotNegative();
        }
      }
    }
  }

  @Test
  void lookingOftenOrOnceComesToTheSame() {
    trader.gamble(60);
    String saved = Desk.saved(desk.engine);
    TradingEngine often = desk.restored(saved);
    for (int i = 0; i < 40; i++) {
      trader.drift();
      often.advance(desk.now);
      desk.wait(Duration.ofHours(1));
      often.advance(desk.now);
    }
    desk.engine.advance(desk.now);
    assertThat(Desk.saved(desk.engine)).as(trader.seed()).isEqualTo(Desk.saved(often));
  }

  private List<JsonNode> bills() {
    return trader.pages("account/bills-archive", "billId");
  }
}
