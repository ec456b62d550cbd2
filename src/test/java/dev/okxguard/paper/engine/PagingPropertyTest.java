package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Whoever pages through what happened meets each row once, whatever the pages' length.
class PagingPropertyTest {
  private final RandomTrader trader = new RandomTrader();

  @ParameterizedTest
  @CsvSource({
    "trade/fills, billId, ts, ''",
    "trade/fills-history, billId, ts, SWAP",
    "account/bills, billId, ts, ''",
    "trade/orders-history, ordId, cTime, SPOT",
    "trade/orders-pending, ordId, '', ''",
  })
  void eachRowComesOnceAndNewestFirst(String path, String id, String time, String instType) {
    wait(8);
    trader.trade(150);
    wait(8);
    String[] type = instType.isEmpty() ? new String[0] : new String[] {"instType", instType};
    List<JsonNode> all = pages(path, id, 100, type);
    assertThat(all).as(trader.seed()).hasSizeGreaterThan(3);
    assertThat(all.stream().map(row -> Long.valueOf(text(row, id))))
        .isSortedAccordingTo((a, b) -> Long.compare(b, a))
        .doesNotHaveDuplicates();
    for (int limit : List.of(1, 3, 7)) {
      assertThat(pages(path, id, limit, type)).as(trader.seed()).isEqualTo(all);
    }
    int middle = all.size() / 2;
    String cursor = text(all.get(middle), id);
    int newer = Math.min(middle, 100);
    assertThat(rows(path, type, "before", cursor)).isEqualTo(all.subList(0, newer));
    if (!time.isEmpty()) {
      within(path, time, type, all);
    }
  }

  /// Orders that wait, as long as nobody cancels them.
  private void wait(int count) {
    for (int i = 0; i < count; i++) {
      trader.desk.post("trade/order", Desk.spot("buy", "limit", "0.0001", "px", "4000" + i));
    }
  }

  private void within(String path, String time, String[] type, List<JsonNode> all) {
    long begin = Long.parseLong(text(all.get(all.size() * 3 / 4), time));
    long end = Long.parseLong(text(all.get(all.size() / 4), time));
    List<JsonNode> expected =
        all.stream()
            .filter(row -> Long.parseLong(text(row, time)) >= begin)
            .filter(row -> Long.parseLong(text(row, time)) <= end)
            .limit(100)
            .toList();
    assertThat(expected).isNotEmpty();
    assertThat(rows(path, type, "begin", "" + begin, "end", "" + end))
        .as(trader.seed())
        .isEqualTo(expected);
  }

  private List<JsonNode> pages(String path, String id, int limit, String... type) {
    List<JsonNode> all = new ArrayList<>(rows(path, type, "limit", "" + limit));
    List<JsonNode> page = List.copyOf(all);
    while (!page.isEmpty()) {
      assertThat(page.size()).isLessThanOrEqualTo(limit);
      page = rows(path, type, "limit", "" + limit, "after", text(page.getLast(), id));
      all.addAll(page);
    }
    return all;
  }

  private List<JsonNode> rows(String path, String[] type, String... more) {
    return trader.desk.rows(
        path, Stream.concat(Stream.of(type), Stream.of(more)).toArray(String[]::new));
  }
}
