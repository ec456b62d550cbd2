package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.number;
import static dev.okxguard.paper.engine.Desk.swap;
import static dev.okxguard.paper.engine.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReduceOnlyPropertyTest {
  private static final String SWAP = "BTC-USDT-SWAP";

  private final RandomTrader trader = new RandomTrader();
  private final Desk desk = trader.desk;

  @Test
  void aReduceOnlyOrderNeverIncreasesOrTurnsAPosition() {
    for (int round = 0; round < 10 && reduceOnlyOrders().isEmpty(); round++) {
      trader.trade(300);
    }
    assertThat(reduceOnlyOrders()).as(trader.seed()).isNotEmpty();
    for (String instId : List.of(SWAP, "BTC-USD-SWAP")) {
      Set<String> reducing = reduceOnlyOrders();
      BigDecimal pos = BigDecimal.ZERO;
      for (JsonNode fill : trader.pages("trade/fills", "billId", "instId", instId).reversed()) {
        BigDecimal sz = number(fill, "fillSz");
        BigDecimal after = pos.add(text(fill, "side").equals("buy") ? sz : sz.negate());
        if (reducing.contains(text(fill, "ordId"))) {
          assertThat(after.abs()).as(trader.seed()).isLessThan(pos.abs());
          assertThat(after.signum()).as(trader.seed()).isNotEqualTo(-pos.signum());
        }
        pos = after;
      }
    }
  }

  @Test
  void restingReduceOnlyOrdersShareThePositionAndTheBestPriceComesFirst() {
    desk.place(swap("buy", "5"));
    String far = rest("4", "51500");
    String near = rest("3", "51000");
    assertThat(text(desk.order(SWAP, near), "sz")).isEqualTo("3");
    assertThat(text(desk.order(SWAP, far), "sz")).isEqualTo("2");

    desk.place(swap("sell", "3"));
    assertThat(text(desk.order(SWAP, near), "sz")).isEqualTo("2");
    assertThat(text(desk.order(SWAP, far), "state")).isEqualTo("canceled");
    assertThat(text(desk.order(SWAP, far), "cancelSource")).isEqualTo("2");

    desk.price(SWAP, "51600");
    assertThat(desk.position(SWAP)).isZero();
  }

  @Test
  void aTurnedPositionCancelsOrdersThatWouldNowIncreaseIt() {
    desk.place(swap("buy", "5"));
    String id = rest("5", "51000");
    desk.place(swap("sell", "6"));
    assertThat(text(desk.order(SWAP, id), "state")).isEqualTo("canceled");
    desk.price(SWAP, "51500");
    assertThat(desk.position(SWAP)).isEqualByComparingTo("-1");
  }

  @Test
  void ordersThatFillInOneMoveOfTheMarketDoNotCloseMoreThanThereIs() {
    desk.place(swap("buy", "5"));
    desk.place(
        "instId", SWAP, "tdMode", "cross", "side", "sell", "ordType", "limit", "sz", "3", "px",
        "50500");
    String id = rest("5", "51000");
    desk.price(SWAP, "51500");
    assertThat(desk.position(SWAP)).isZero();
    assertThat(number(desk.order(SWAP, id), "accFillSz")).isEqualByComparingTo("2");
  }

  private String rest(String sz, String px) {
    return desk.place(
        "instId",
        SWAP,
        "tdMode",
        "cross",
        "side",
        "sell",
        "ordType",
        "limit",
        "sz",
        sz,
        "px",
        px,
        "reduceOnly",
        "true");
  }

  private Set<String> reduceOnlyOrders() {
    Set<String> ids = new HashSet<>();
    for (JsonNode row : trader.pages("trade/orders-history", "ordId", "instType", "SWAP")) {
      if (text(row, "reduceOnly").equals("true") && number(row, "accFillSz").signum() > 0) {
        ids.add(text(row, "ordId"));
      }
    }
    return ids;
  }
}
