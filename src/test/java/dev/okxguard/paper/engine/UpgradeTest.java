package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.close;
import static dev.okxguard.paper.engine.Desk.number;
import static dev.okxguard.paper.engine.Desk.swap;
import static dev.okxguard.paper.engine.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.paper.Snapshot;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
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
    ObjectNode first = first(third(desk.engine));
    desk.engine = desk.restored(first, "");
    assertThat(desk.rows("account/positions").toString()).isEqualTo(before);
    JsonNode closed = desk.rows("account/positions-history").getFirst();
    assertThat(text(closed, "type")).isEqualTo("2");
    assertThat(number(closed, "fundingFee")).isZero();
    JsonNode stopped = desk.rows("trade/orders-history", "instType", "SWAP").get(1);
    assertThat(text(stopped, "category")).isEqualTo("normal");
    assertThat(text(stopped, "source")).isEqualTo("7");
    desk.wait(Duration.ofHours(8));
    assertThat(desk.rows("account/bills", "type", "8")).hasSize(1);
    Snapshot saved = desk.engine.save();
    assertThat(saved.document().path("version").asInt()).isEqualTo(4);
    assertThat(saved.lines()).hasSameSizeAs(desk.engine.whole().lines());
    assertThat(first.path("version").asInt()).as("the document read stays as it was").isEqualTo(1);
  }

  @Test
  void anAccountOfTheSecondFormatHasAnEmptyFundingAccount() {
    ObjectNode second = third(desk.engine);
    second.put("version", 2);
    second.remove("funding");
    second.remove("transfers");
    desk.engine = desk.restored(second, "");
    assertThat(desk.rows("asset/balances")).isEmpty();
    assertThat(desk.cash("USDT")).isEqualByComparingTo("10000");
  }

  @Test
  void anAccountOfTheThirdFormatIsTheSameOnRecord() {
    RandomTrader trader = new RandomTrader();
    trader.trade(80);
    String before = Desk.saved(trader.desk.engine);
    TradingEngine restored = trader.desk.restored(third(trader.desk.engine), "");
    assertThat(restored.changed()).isTrue();
    Snapshot first = restored.save();
    assertThat(Desk.saved(restored)).as(trader.seed()).isEqualTo(before);
    assertThat(Desk.saved(trader.desk.restored(first.document(), Desk.record(first.lines()))))
        .as(trader.seed())
        .isEqualTo(before);
  }

  @Test
  void aDamagedAccountOfAnOlderFormatIsRefused() {
    for (String field : List.of("orders", "bills", "trades", "closed", "algos")) {
      ObjectNode damaged = third(desk.engine);
      damaged.remove(field);
      assertThatThrownBy(() -> desk.restored(damaged, ""))
          .as(field)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("damaged");
    }
  }

  /// The document as it was while it held what is on record now.
  private static ObjectNode third(TradingEngine engine) {
    Snapshot whole = engine.whole();
    ObjectNode old = (ObjectNode) JsonMapper.shared().readTree(whole.document().toString());
    old.put("version", 3);
    List.of("orders", "algos", "trades", "bills", "closed", "transfers").forEach(old::putArray);
    for (byte[] line : whole.lines()) {
      JsonMapper.shared()
          .readTree(line)
          .forEachEntry(
              (kind, row) ->
                  ((ArrayNode) old.path(kind.equals("closed") ? kind : kind + "s")).add(row));
    }
    return old;
  }

  /// The document as the first version wrote it.
  private static ObjectNode first(ObjectNode old) {
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
