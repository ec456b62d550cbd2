package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.spot;
import static dev.okxguard.paper.engine.Desk.swap;
import static dev.okxguard.paper.engine.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HistoryReadsTest {
  private final RandomTrader trader = new RandomTrader();
  private final Desk desk = trader.desk;

  @Test
  void aCancelledOrderWithoutFillsIsShownForTwoHoursAndNeverInTheArchive() {
    String id = desk.place(spot("buy", "limit", "0.01", "px", "49000"));
    desk.post("trade/cancel-order", "instId", "BTC-USDT", "ordId", id);
    assertThat(history("orders-history")).containsExactly(id);
    assertThat(history("orders-history-archive")).isEmpty();
    desk.wait(Duration.ofHours(2));
    assertThat(history("orders-history")).containsExactly(id);
    desk.wait(Duration.ofMillis(1));
    assertThat(history("orders-history")).isEmpty();
    assertThat(desk.get("trade/order", "instId", "BTC-USDT", "ordId", id).code())
        .isEqualTo("51603");
  }

  @Test
  void filledOrdersStaySevenDaysThenInTheArchiveForThreeMonths() {
    String id = desk.place(spot("buy", "market", "100"));
    desk.wait(Duration.ofDays(7));
    assertThat(history("orders-history")).containsExactly(id);
    desk.wait(Duration.ofMinutes(1));
    assertThat(history("orders-history")).isEmpty();
    assertThat(history("orders-history-archive")).containsExactly(id);
    desk.wait(Duration.ofDays(90));
    assertThat(history("orders-history-archive")).isEmpty();
  }

  @Test
  void fillsStayThreeDaysAndBillsSeven() {
    desk.place(swap("buy", "1"));
    desk.wait(Duration.ofDays(3).plusMillis(1));
    assertThat(desk.rows("trade/fills")).isEmpty();
    assertThat(desk.rows("trade/fills-history", "instType", "SWAP")).hasSize(1);
    desk.wait(Duration.ofDays(4));
    assertThat(desk.rows("account/bills", "type", "2")).isEmpty();
    assertThat(desk.rows("account/bills-archive", "type", "2")).hasSize(1);
  }

  @Test
  void aClosedPositionIsShownByNameForThirtyDays() {
    desk.place(swap("buy", "1"));
    String posId = text(desk.rows("account/positions").getFirst(), "posId");
    desk.place(swap("sell", "1"));
    assertThat(desk.rows("account/positions")).isEmpty();
    assertThat(desk.rows("account/positions", "instId", "BTC-USDT-SWAP")).hasSize(1);
    desk.place(swap("sell", "2"));
    assertThat(text(desk.rows("account/positions").getFirst(), "posId")).isEqualTo(posId);
    desk.place(swap("buy", "2"));
    desk.wait(Duration.ofDays(31));
    desk.engine.advance(desk.now);
    desk.engine.save();
    assertThat(desk.rows("account/positions", "posId", posId)).isEmpty();
    assertThat(desk.rows("account/positions-history")).hasSize(2);
  }

  /// Also when nothing was saved meanwhile.
  @Test
  void afterThirtyDaysAClosedPositionIsGoneAndItsPosIdWithIt() {
    desk.place(swap("buy", "1"));
    String posId = text(desk.rows("account/positions").getFirst(), "posId");
    desk.place(swap("sell", "1"));
    desk.wait(Duration.ofDays(30));
    assertThat(desk.rows("account/positions", "posId", posId)).hasSize(1);
    desk.wait(Duration.ofMillis(1));
    assertThat(desk.rows("account/positions", "posId", posId)).isEmpty();
    desk.place(swap("buy", "1"));
    assertThat(text(desk.rows("account/positions").getFirst(), "posId")).isNotEqualTo(posId);
  }

  @Test
  void whatWasOpenedLastIsListedFirstAlsoUnderAnOldPosId() {
    desk.place(swap("buy", "1"));
    desk.place(swap("buy", "1", "instId", "BTC-USD-SWAP"));
    desk.place(swap("sell", "1"));
    desk.wait(Duration.ofSeconds(1));
    desk.place(swap("buy", "1"));
    assertThat(desk.rows("account/positions"))
        .extracting(row -> text(row, "instId"))
        .containsExactly("BTC-USDT-SWAP", "BTC-USD-SWAP");
  }

  @Test
  void pagesCoverEachRowExactlyOnceNewestFirst() {
    trader.trade(250);
    everyRowOnce("account/bills", "billId");
    everyRowOnce("trade/fills", "billId");
    everyRowOnce("trade/orders-pending", "ordId");
    everyRowOnce("trade/orders-history", "ordId", "instType", "SWAP");
    everyRowOnce("trade/orders-history", "ordId", "instType", "SPOT");
  }

  @Test
  void positionsHistoryPagesByTimeWithoutLosingRowsOfOneMoment() {
    for (int i = 0; i < 4; i++) {
      desk.place(swap("buy", "1"));
      desk.place(swap("sell", "1"));
    }
    desk.wait(Duration.ofSeconds(1));
    desk.place(swap("buy", "1"));
    desk.place(swap("sell", "1"));
    List<JsonNode> first = desk.rows("account/positions-history", "limit", "2");
    assertThat(first).hasSize(5);
    String last = text(first.getLast(), "uTime");
    assertThat(desk.rows("account/positions-history", "after", last)).isEmpty();
  }

  @Test
  void beforeGivesWhatIsNewerAndBadCursorsAreRefused() {
    String a = desk.place(spot("buy", "market", "10"));
    String b = desk.place(spot("buy", "market", "10"));
    assertThat(desk.rows("trade/orders-history", "instType", "SPOT", "before", a))
        .extracting(row -> text(row, "ordId"))
        .containsExactly(b);
    assertThat(desk.get("trade/fills", "after", "x").code()).isEqualTo("51000");
    assertThat(desk.get("trade/fills", "limit", "101").code()).isEqualTo("51000");
    assertThat(desk.get("trade/orders-history").code()).isEqualTo("50014");
    assertThat(desk.get("trade/orders-history").status()).isEqualTo(400);
  }

  private void everyRowOnce(String path, String id, String... filter) {
    List<String> ids = trader.pages(path, id, filter).stream().map(row -> text(row, id)).toList();
    assertThat(ids).as(trader.seed()).doesNotHaveDuplicates();
    assertThat(ids).as(trader.seed()).isSortedAccordingTo((x, y) -> y.compareTo(x));
    List<String> newest = desk.rows(path, filter).stream().map(row -> text(row, id)).toList();
    assertThat(new HashSet<>(ids)).as(trader.seed()).containsAll(newest);
    if (newest.size() < 100) {
      assertThat(ids).as(trader.seed()).isEqualTo(newest);
    }
  }

  private List<String> history(String path) {
    return desk.rows("trade/" + path, "instType", "SPOT").stream()
        .map(row -> text(row, "ordId"))
        .toList();
  }
}
