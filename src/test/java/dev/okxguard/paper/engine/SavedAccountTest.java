package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.swap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SavedAccountTest {
  private static final List<String> READS =
      List.of(
          "account/config",
          "account/balance",
          "account/positions",
          "account/positions-history",
          "account/bills",
          "trade/orders-pending",
          "trade/fills");

  private final RandomTrader trader = new RandomTrader();
  private final Desk desk = trader.desk;

  @Test
  void aRestoredAccountAnswersAsTheSavedOneAndGoesOnTheSameWay() {
    trader.trade(150);
    List<String> before = answers();
    String text = desk.engine.save().toString();
    desk.engine = TradingEngine.restore(desk.market, JsonMapper.shared().readTree(text));
    assertThat(answers()).as(trader.seed()).isEqualTo(before);
    assertThat(desk.engine.changed()).isFalse();
    assertThat(desk.engine.save().toString()).as(trader.seed()).isEqualTo(text);

    String last = desk.place(swap("buy", "0.01"));
    for (JsonNode row : desk.rows("trade/orders-history", "instType", "SWAP")) {
      assertThat(row.path("ordId").asString()).as(trader.seed()).isLessThanOrEqualTo(last);
    }
  }

  @Test
  void numbersAreSavedAsText() {
    desk.place(swap("buy", "1.5"));
    ObjectNode saved = desk.engine.save();
    assertThat(saved.path("wallets").get(0).path("cash").isString()).isTrue();
    assertThat(saved.path("orders").get(0).path("terms").path("sz").isString()).isTrue();
  }

  @Test
  void onlyWhatMattersCountsAsAChange() {
    desk.engine.save();
    desk.rows("account/balance");
    desk.rows("trade/orders-pending");
    assertThat(desk.engine.changed()).isFalse();
    desk.post("trade/order", swap("buy", "0"));
    assertThat(desk.engine.changed()).isFalse();
    desk.place(swap("buy", "1"));
    assertThat(desk.engine.changed()).isTrue();
    desk.engine.save();
    desk.post("account/set-leverage", "instId", "BTC-USD-SWAP", "mgnMode", "cross", "lever", "7");
    assertThat(desk.engine.changed()).isTrue();
  }

  @Test
  void aNewerOrDamagedDocumentIsRefused() {
    ObjectNode newer = desk.engine.save();
    newer.put("version", 4);
    assertThatThrownBy(() -> TradingEngine.restore(desk.market, newer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("newer version");
    for (String field :
        List.of("version", "wallets", "orders", "algos", "parents", "advanced", "uid")) {
      ObjectNode damaged = desk.engine.save();
      damaged.remove(field);
      assertThatThrownBy(() -> TradingEngine.restore(desk.market, damaged))
          .as(field)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("damaged");
    }
    ObjectNode wrong = desk.engine.save();
    ((ObjectNode) wrong.path("wallets").get(0)).put("cash", "plenty");
    assertThatThrownBy(() -> TradingEngine.restore(desk.market, wrong))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void fundingAddsAndTakesWithABillButNeverMoreThanIsFree() {
    desk.engine.fund("USDC", new BigDecimal("250.5"), desk.now);
    assertThat(desk.cash("USDC")).isEqualByComparingTo("250.5");
    desk.engine.fund("USDC", new BigDecimal("-50.5"), desk.now);
    JsonNode bill = desk.rows("account/bills", "ccy", "USDC").getFirst();
    assertThat(bill.path("type").asString()).isEqualTo("1");
    assertThat(bill.path("subType").asString()).isEqualTo("12");
    assertThat(Desk.number(bill, "bal")).isEqualByComparingTo("200");
    assertThatThrownBy(() -> desk.engine.fund("USDC", new BigDecimal("-200.1"), desk.now))
        .isInstanceOf(IllegalArgumentException.class);
    desk.place(Desk.spot("buy", "limit", "0.2", "px", "49000"));
    assertThatThrownBy(() -> desk.engine.fund("USDT", new BigDecimal("-5000"), desk.now))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<String> answers() {
    return READS.stream().map(path -> desk.get(path).data().toString()).toList();
  }
}
