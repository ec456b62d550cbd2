package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.close;
import static dev.okxguard.paper.engine.Desk.number;
import static dev.okxguard.paper.engine.Desk.swap;
import static dev.okxguard.paper.engine.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Accounts that the first version of this program saved.
class UpgradeTest {
  private static final String SWAP = "BTC-USDT-SWAP";

  private final Desk desk = new Desk();

  @Test
  void anAccountOfTheFirstFormatGoesOnWithNothingUnaskedSoFar() {
    desk.protect(swap("buy", "2"), "slTriggerPx", "49000", "slOrdPx", "-1");
    desk.price(SWAP, "48900");
    desk.place(swap("buy", "3"));
    desk.algoOrder(close("conditional", "sz", "3", "slTriggerPx", "45000", "slOrdPx", "-1"));
    String before = desk.rows("account/positions").toString();
    ObjectNode first = first(desk.engine.save());
    desk.engine = TradingEngine.restore(desk.market, first);
    assertThat(desk.rows("account/positions").toString()).isEqualTo(before);
    JsonNode closed = desk.rows("account/positions-history").getFirst();
    assertThat(text(closed, "type")).isEqualTo("2");
    assertThat(number(closed, "fundingFee")).isZero();
    JsonNode stopped = desk.rows("trade/orders-history", "instType", "SWAP").get(1);
    assertThat(text(stopped, "category")).isEqualTo("normal");
    assertThat(text(stopped, "source")).isEqualTo("7");
    desk.wait(Duration.ofHours(8));
    assertThat(desk.rows("account/bills", "type", "8")).hasSize(1);
    assertThat(desk.engine.save().path("version").asInt()).isEqualTo(3);
    assertThat(first.path("version").asInt()).as("the document read stays as it was").isEqualTo(1);
  }

  @Test
  void anAccountOfTheSecondFormatHasAnEmptyFundingAccount() {
    ObjectNode second = (ObjectNode) JsonMapper.shared().readTree(desk.engine.save().toString());
    second.put("version", 2);
    second.remove("funding");
    second.remove("transfers");
    desk.engine = TradingEngine.restore(desk.market, second);
    assertThat(desk.rows("asset/balances")).isEmpty();
    assertThat(desk.cash("USDT")).isEqualByComparingTo("10000");
  }

  /// The document as the first version wrote it.
  private static ObjectNode first(ObjectNode saved) {
    ObjectNode old = (ObjectNode) JsonMapper.shared().readTree(saved.toString());
    old.put("version", 1);
    old.remove("funding");
    old.remove("transfers");
    old.path("legs").forEach(leg -> ((ObjectNode) leg).remove("unasked"));
    old.path("closed").forEach(closed -> ((ObjectNode) closed.path("leg")).remove("unasked"));
    old.path("orders").forEach(order -> origin(order.path("terms")));
    old.path("algos").forEach(algo -> origin(algo.path("terms").path("order")));
    assertThat(old.toString()).doesNotContain("unasked").doesNotContain("NORMAL");
    return old;
  }

  private static void origin(JsonNode terms) {
    if (terms.path("origin") instanceof ObjectNode known) {
      known.remove("category");
    }
  }
}
