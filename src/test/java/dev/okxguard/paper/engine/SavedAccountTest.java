package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.swap;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.paper.Snapshot;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
    String text = Desk.saved(desk.engine);
    desk.engine = desk.restored(text);
    assertThat(answers()).as(trader.seed()).isEqualTo(before);
    assertThat(desk.engine.changed()).isFalse();
    assertThat(Desk.saved(desk.engine)).as(trader.seed()).isEqualTo(text);

    String last = desk.place(swap("buy", "0.01"));
    for (JsonNode row : desk.rows("trade/orders-history", "instType", "SWAP")) {
      assertThat(row.path("ordId").asString()).as(trader.seed()).isLessThanOrEqualTo(last);
    }
  }

  @Test
  void numbersAreSavedAsText() {
    desk.place(swap("buy", "1.5"));
    Snapshot saved = desk.engine.save();
    assertThat(saved.document().path("wallets").get(0).path("cash").isString()).isTrue();
    JsonNode order = kinds(saved, "order").getFirst();
    assertThat(order.path("terms").path("sz").isString()).isTrue();
  }

  @Test
  void whatIsWrittenBitByBitIsTheWholeAccount() {
    StringBuilder record = new StringBuilder();
    Snapshot last = desk.engine.save();
    record.append(Desk.record(last.lines()));
    Random random = new Random(trader.seed().hashCode());
    for (int i = 0; i < 60; i++) {
      trader.trade(random.nextInt(5));
      if (random.nextInt(20) == 0) {
        desk.wait(Duration.ofHours(random.nextInt(5)));
      }
      last = desk.engine.save();
      assertThat(last.anew()).isFalse();
      record.append(Desk.record(last.lines()));
    }
    TradingEngine restored = desk.restored(last.document(), record.toString());
    assertThat(Desk.saved(restored)).as(trader.seed()).isEqualTo(Desk.saved(desk.engine));
  }

  @Test
  void whatAnOrderWritesDoesNotGrowWithWhatWasBefore() {
    desk.place(swap("buy", "1"));
    desk.engine.save();
    desk.place(swap("buy", "1"));
    int early = size(desk.engine.save());
    for (int i = 0; i < 200; i++) {
      desk.place(swap(i % 2 == 0 ? "sell" : "buy", "1"));
    }
    desk.engine.save();
    desk.place(swap("buy", "1"));
    assertThat(size(desk.engine.save())).isLessThan(early + early / 10);
  }

  @Test
  void theRecordBeginsAnewOnceMostOfItCountsNoMore() {
    String id = desk.place(Desk.spot("buy", "limit", "0.001", "px", "40000"));
    List<byte[]> record = new ArrayList<>(desk.engine.save().lines());
    Snapshot last = desk.engine.save();
    for (int i = 1; !last.anew() && i < 3_000; i++) {
      String px = i % 2 == 0 ? "40000" : "40001";
      desk.post("trade/amend-order", "instId", "BTC-USDT", "ordId", id, "newPx", px);
      last = desk.engine.save();
      record.addAll(last.lines());
    }
    assertThat(last.anew()).isTrue();
    assertThat(record).hasSizeGreaterThan(1_000);
    assertThat(last.lines()).hasSizeLessThan(20);
    TradingEngine restored = desk.restored(last.document(), Desk.record(last.lines()));
    assertThat(Desk.saved(restored)).isEqualTo(Desk.saved(desk.engine));
  }

  private static int size(Snapshot snapshot) {
    int lines = snapshot.lines().stream().mapToInt(line -> line.length).sum();
    return snapshot.document().toString().length() + lines;
  }

  /// Lines of that kind, what they say.
  private static List<JsonNode> kinds(Snapshot snapshot, String kind) {
    return snapshot.lines().stream()
        .map(line -> JsonMapper.shared().readTree(line))
        .filter(line -> line.has(kind))
        .map(line -> line.path(kind))
        .toList();
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
    ObjectNode newer = desk.engine.save().document();
    newer.put("version", 5);
    assertThatThrownBy(() -> desk.restored(newer, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("newer version");
    for (String field :
        List.of("version", "wallets", "legs", "funding", "parents", "advanced", "uid")) {
      ObjectNode damaged = desk.engine.save().document();
      damaged.remove(field);
      assertThatThrownBy(() -> desk.restored(damaged, ""))
          .as(field)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("damaged");
    }
    ObjectNode wrong = desk.engine.save().document();
    ((ObjectNode) wrong.path("wallets").get(0)).put("cash", "plenty");
    assertThatThrownBy(() -> desk.restored(wrong, "")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDamagedLineIsRefused() {
    desk.place(swap("buy", "1"));
    Snapshot saved = desk.engine.whole();
    String line = new String(saved.lines().getFirst(), UTF_8);
    for (String damaged :
        List.of(
            line.substring(1),
            line.substring(0, line.length() - 1),
            line.replace("bill", "gift"),
            line.replace("balChg", "change"),
            "{}",
            "[]",
            "{\"bill\":null}",
            "1",
            "\0\0\0\0")) {
      assertThatThrownBy(() -> desk.restored(saved.document(), line + "\n" + damaged))
          .as(damaged)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("damaged");
    }
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
