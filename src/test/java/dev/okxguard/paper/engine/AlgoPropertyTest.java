package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.number;
import static dev.okxguard.paper.engine.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AlgoPropertyTest {
  private final RandomTrader trader = new RandomTrader();
  private final Desk desk = trader.desk;

  @Test
  void aStopNeverOpensOrTurnsAPosition() {
    for (int round = 0; round < 10 && stopOrders().isEmpty(); round++) {
      trader.trade(300);
    }
    Set<String> stops = stopOrders();
    assertThat(stops).as(trader.seed()).isNotEmpty();
    for (String instId : List.of("BTC-USDT-SWAP", "BTC-USD-SWAP")) {
      BigDecimal pos = BigDecimal.ZERO;
      for (JsonNode fill : trader.pages("trade/fills", "billId", "instId", instId).reversed()) {
        BigDecimal sz = number(fill, "fillSz");
        BigDecimal after = pos.add(text(fill, "side").equals("buy") ? sz : sz.negate());
        if (stops.contains(text(fill, "ordId"))) {
          assertThat(after.abs()).as(trader.seed()).isLessThan(pos.abs());
          assertThat(after.signum()).as(trader.seed()).isNotEqualTo(-pos.signum());
        }
        pos = after;
      }
    }
  }

  @Test
  void everyAlgoOrderExecutesOnceAtMostAndEveryLiveStopHasAPositionToReduce() {
    trader.trade(400);
    Map<String, Integer> children = new HashMap<>();
    for (JsonNode order : history()) {
      if (!text(order, "algoId").isEmpty()) {
        children.merge(text(order, "algoId"), 1, Integer::sum);
      }
    }
    assertThat(children).as(trader.seed()).isNotEmpty();
    assertThat(children.values()).as(trader.seed()).containsOnly(1);
    for (JsonNode live : algos("live")) {
      assertThat(children).as(trader.seed()).doesNotContainKey(text(live, "algoId"));
      BigDecimal pos = desk.position(text(live, "instId"));
      boolean attached = !text(live.path("linkedOrd"), "ordId").isEmpty();
      if (attached && text(live, "instType").equals("SWAP")) {
        int sign = text(live, "side").equals("sell") ? 1 : -1;
        assertThat(pos.signum()).as(trader.seed()).isEqualTo(sign);
      }
    }
  }

  @Test
  void anOrderCancelledWithoutAFillLeavesNoStop() {
    trader.trade(400);
    Set<String> parents = new HashSet<>();
    for (String state : List.of("live", "canceled", "effective", "order_failed")) {
      algos(state).forEach(algo -> parents.add(text(algo.path("linkedOrd"), "ordId")));
    }
    parents.remove("");
    assertThat(parents).as(trader.seed()).isNotEmpty();
    for (JsonNode order : history()) {
      if (number(order, "accFillSz").signum() == 0) {
        assertThat(parents).as(trader.seed()).doesNotContain(text(order, "ordId"));
      }
    }
    for (JsonNode order : trader.pages("trade/orders-pending", "ordId")) {
      assertThat(parents).as(trader.seed()).doesNotContain(text(order, "ordId"));
    }
  }

  @Test
  void lookingOftenOrOnceGivesTheSameHistory() {
    trader.trade(100);
    String saved = Desk.saved(desk.engine);
    TradingEngine often = copy(saved);
    TradingEngine once = copy(saved);
    for (int i = 0; i < 60; i++) {
      trader.moveOnly();
      often.advance(desk.now);
    }
    once.advance(desk.now);
    assertThat(Desk.saved(once)).as(trader.seed()).isEqualTo(Desk.saved(often));
  }

  private TradingEngine copy(String saved) {
    return desk.restored(saved);
  }

  private List<JsonNode> history() {
    List<JsonNode> all = new ArrayList<>();
    for (String type : List.of("SWAP", "SPOT")) {
      all.addAll(trader.pages("trade/orders-history", "ordId", "instType", type));
    }
    return all;
  }

  private List<JsonNode> algos(String state) {
    String types = "conditional,oco";
    return state.equals("live")
        ? trader.pages("trade/orders-algo-pending", "algoId", "ordType", types)
        : trader.pages("trade/orders-algo-history", "algoId", "ordType", types, "state", state);
  }

  private Set<String> stopOrders() {
    Set<String> ids = new HashSet<>();
    for (JsonNode row : history()) {
      if (text(row, "source").equals("7") && text(row, "instType").equals("SWAP")) {
        ids.add(text(row, "ordId"));
      }
    }
    return ids;
  }
}
