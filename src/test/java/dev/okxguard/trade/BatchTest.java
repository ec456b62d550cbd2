package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.guard.Denial;
import dev.okxguard.journal.Halt;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderState;
import dev.okxguard.model.Side;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many writes in few requests: each judged, recorded and settled on its own.
class BatchTest {
  private static final String BATCH = "/api/v5/trade/batch-orders";

  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private PaperDesk desk;

  @BeforeEach
  void open() throws IOException {
    desk = new PaperDesk(home, time, 7);
    limits("max_position_size = 100000");
  }

  private void limits(String more) throws IOException {
    Files.writeString(
        home.resolve("guard.toml"),
        """
        [limits]
        max_orders_per_minute = 1000
        max_daily_trades = 1000
        max_open_orders = 1000
        repeat_limit = 0
        price_collar = 0.9
        require_stop_loss = "never"
        """
            + more
            + "\n");
  }

  private List<Outcome> place(List<PlaceRequest> requests, String... faults) {
    try (PaperDesk.Process process = desk.process(faults)) {
      return process.gateway().placeAll(requests, _ -> {});
    }
  }

  /// Resting buys of that many dollars each, with keys.
  private List<PlaceRequest> buys(int count, String usd) {
    BigDecimal px = price(Orders.PAIR, "0.99");
    BigDecimal sz = new BigDecimal(usd).divide(px, 5, RoundingMode.DOWN);
    return IntStream.range(0, count)
        .mapToObj(i -> Orders.limit(Side.BUY, sz.toPlainString(), px.toPlainString(), "k" + i))
        .toList();
  }

  private BigDecimal price(String instId, String factor) {
    try (PaperDesk.Process process = desk.process()) {
      BigDecimal last = process.exchange().quote(instId).orElseThrow().last();
      return last.multiply(new BigDecimal(factor)).setScale(1, RoundingMode.DOWN);
    }
  }

  private static List<String> words(List<Outcome> outcomes) {
    return outcomes.stream().map(o -> o.getClass().getSimpleName()).toList();
  }

  private static List<String> codes(Outcome outcome) {
    return ((Outcome.Denied) outcome).denials().stream().map(Denial::code).toList();
  }

  @Test
  void moreThanTwentyGoInSeveralRequestsInTheirOrder() {
    List<Integer> settled = new ArrayList<>();
    try (PaperDesk.Process process = desk.process()) {
      List<Outcome> outcomes = process.gateway().placeAll(buys(23, "20"), settled::add);
      assertThat(words(outcomes)).hasSize(23).containsOnly("Accepted");
      assertThat(process.wire().count("POST", BATCH)).isEqualTo(2);
      assertThat(outcomes)
          .extracting(o -> ((Outcome.Accepted) o).seen().orElseThrow().clOrdId())
          .doesNotHaveDuplicates()
          .isEqualTo(outcomes.stream().map(o -> o.ticket().clOrdId()).toList());
    }
    assertThat(settled).containsExactly(20, 23);
    assertThat(desk.accepted()).hasSize(23);
    new Truth(desk).journalAgrees();
  }

  @Test
  void theAccountIsReadOnceForAllOfARequest() {
    try (PaperDesk.Process process = desk.process()) {
      process.gateway().placeAll(buys(5, "20"), _ -> {});
      assertThat(process.wire().count("GET", "/api/v5/account/positions")).isEqualTo(1);
      assertThat(process.wire().count("POST", BATCH)).isEqualTo(1);
    }
  }

  @Test
  void everyIntentIsOnRecordBeforeTheRequestGoes() {
    place(buys(3, "20"), "lost-request@POST:/trade/batch-orders");
    List<String> types =
        desk.records().stream()
            .map(r -> r.type())
            .filter(t -> !Set.of("marks", "pinned").contains(t))
            .toList();
    assertThat(types.subList(0, 3)).containsOnly("intent");
    assertThat(types.subList(3, types.size())).containsOnly("outcome");
  }

  /// Each is within the limit of 100 USD; four together are not.
  @Test
  void onlyThoseThatFitTogetherAreSent() throws IOException {
    limits("max_position_size = 100");
    List<Outcome> outcomes = place(buys(5, "30"));
    assertThat(words(outcomes))
        .containsExactly("Accepted", "Accepted", "Accepted", "Denied", "Denied");
    assertThat(codes(outcomes.get(3))).containsExactly("MAX_POSITION_SIZE");
    assertThat(desk.accepted()).hasSize(3);
  }

  @Test
  void theLimitOfAllPositionsHoldsForTheBatch() throws IOException {
    limits("max_position_size = 100000\nmax_total_ratio = 0.03");
    BigDecimal equity;
    try (PaperDesk.Process process = desk.process()) {
      equity = process.exchange().balance().totalEq();
    }
    List<Outcome> outcomes = place(buys(8, "60"));
    long fit =
        equity
            .multiply(new BigDecimal("0.03"))
            .divide(new BigDecimal("60"), 0, RoundingMode.DOWN)
            .longValue();
    assertThat(desk.accepted().size()).isBetween(1, 7).isGreaterThanOrEqualTo((int) fit);
    BigDecimal spent =
        desk.accepted().stream()
            .map(o -> o.sz().multiply(price(Orders.PAIR, "1")))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(spent).isLessThanOrEqualTo(equity.multiply(new BigDecimal("0.03")));
    assertThat(words(outcomes)).contains("Denied");
  }

  @Test
  void countsAndPaceHoldForTheBatch() throws IOException {
    Files.writeString(
        home.resolve("guard.toml"),
        "[limits]\nmax_orders_per_minute = 3\nprice_collar = 0.9\nmax_position_size = 100000\n");
    List<Outcome> outcomes = place(buys(5, "20"));
    assertThat(words(outcomes))
        .containsExactly("Accepted", "Accepted", "Accepted", "Denied", "Denied");
    assertThat(codes(outcomes.get(3))).containsExactly("MAX_ORDERS_PER_MINUTE");
  }

  @Test
  void theSameOrderTwiceNeedsAnIntentIdOfItsOwn() {
    List<PlaceRequest> twins =
        buys(2, "20").stream().map(r -> new PlaceRequest(r.draft(), Optional.empty())).toList();
    List<Outcome> outcomes = place(twins);
    assertThat(words(outcomes)).containsExactly("Accepted", "Denied");
    assertThat(codes(outcomes.get(1))).containsExactly("DUPLICATE_ORDER");
  }

  @Test
  void nothingIsSafeBecauseOfAnEarlierItem() {
    List<Outcome> outcomes =
        place(
            List.of(
                Orders.swap(Side.BUY, "0.05", false, "open"),
                Orders.swap(Side.SELL, "0.05", true, "close")));
    assertThat(words(outcomes)).containsExactly("Accepted", "Denied");
    assertThat(codes(outcomes.get(1))).containsExactly("WRONG_DIRECTION");
  }

  @Test
  void twoExitsTogetherCannotTurnThePosition() throws IOException {
    place(List.of(Orders.swap(Side.BUY, "0.05", false, "open")));
    limits("max_order_size = 1");
    List<Outcome> outcomes =
        place(
            List.of(
                Orders.swap(Side.SELL, "0.05", false, "one"),
                Orders.swap(Side.SELL, "0.05", false, "two")));
    assertThat(words(outcomes)).containsExactly("Accepted", "Denied");
    try (PaperDesk.Process process = desk.process()) {
      assertThat(process.exchange().positions()).allMatch(p -> p.flat());
    }
  }

  @Test
  void anItemThatOkxRefusesLeavesTheOthersAlone() {
    List<PlaceRequest> three = new ArrayList<>(buys(2, "20"));
    BigDecimal wild = price(Orders.PAIR, "0.2");
    three.add(1, Orders.limit(Side.SELL, "0.0005", wild.toPlainString(), "wild"));
    List<Outcome> outcomes = place(three);
    assertThat(words(outcomes)).containsExactly("Accepted", "Rejected", "Accepted");
    assertThat(desk.accepted()).hasSize(2);
    new Truth(desk).journalAgrees();
  }

  @Test
  void whatWasPlacedBeforeIsReportedAndNotSent() {
    List<PlaceRequest> first = buys(2, "20");
    place(first);
    try (PaperDesk.Process process = desk.process()) {
      List<Outcome> again = process.gateway().placeAll(buys(3, "20"), _ -> {});
      assertThat(words(again)).containsOnly("Accepted");
      assertThat(again)
          .extracting(o -> ((Outcome.Accepted) o).replayed())
          .containsExactly(true, true, false);
      assertThat(process.wire().count("POST", BATCH)).isZero();
      assertThat(process.wire().placed()).as("the one left goes alone").isEqualTo(1);
    }
    assertThat(desk.accepted()).hasSize(3);
  }

  @Test
  void aKeyOfSomethingElseStopsTheBatchBeforeAnythingIsSent() {
    place(buys(1, "20"));
    List<PlaceRequest> other = new ArrayList<>(buys(3, "25"));
    java.util.Collections.reverse(other);
    assertThatThrownBy(() -> place(other)).isInstanceOf(Fault.class).hasMessageContaining("k0");
    assertThatThrownBy(() -> place(List.of(other.getFirst(), other.getFirst())))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("twice");
    assertThat(desk.accepted()).hasSize(1);
  }

  @Test
  void aHaltStopsPlacingAndAmendingAndNoCancelling() {
    List<Outcome> placed = place(buys(2, "20"));
    new Halt(desk.state()).set(Environment.PAPER, desk.uid(), "enough", time);
    assertThat(words(place(buys(3, "21").subList(2, 3)))).containsExactly("Halted");
    try (PaperDesk.Process process = desk.process()) {
      List<CancelRequest> all =
          placed.stream().map(o -> cancel(((Outcome.Accepted) o).ordId())).toList();
      List<Outcome> outcomes = process.gateway().cancelAll(all, _ -> {});
      assertThat(outcomes)
          .allMatch(
              o ->
                  o instanceof Outcome.Accepted it
                      && it.seen().orElseThrow().state() == OrderState.CANCELED);
      assertThat(process.wire().count("POST", "/api/v5/trade/cancel-batch-orders")).isEqualTo(1);
    }
  }

  private static CancelRequest cancel(String ordId) {
    return new CancelRequest(Orders.PAIR, Optional.of(ordId), Optional.empty());
  }

  @Test
  void aCancelOfAnOrderNobodyKnowsLeavesTheOthersAlone() {
    String ordId = ((Outcome.Accepted) place(buys(1, "20")).getFirst()).ordId();
    try (PaperDesk.Process process = desk.process()) {
      List<Outcome> outcomes =
          process
              .gateway()
              .cancelAll(List.of(cancel("404"), cancel(ordId), cancel(ordId)), _ -> {});
      assertThat(words(outcomes)).containsExactly("Rejected", "Accepted", "NotSent");
      assertThat(process.exchange().pendingOrders()).isEmpty();
    }
  }

  @Test
  void aCheckSendsNothingAndSaysWhatPlacingSays() throws IOException {
    limits("max_position_size = 100");
    try (PaperDesk.Process process = desk.process()) {
      assertThat(words(process.gateway().checkAll(buys(5, "30"))))
          .containsExactly("Allowed", "Allowed", "Allowed", "Denied", "Denied");
      assertThat(process.wire().count("POST", BATCH)).isZero();
    }
    assertThat(desk.accepted()).isEmpty();
  }

  @Test
  void aLaterRequestThatFailsDoesNotHideTheFirst() {
    try (PaperDesk.Process process = desk.process("lost-request@POST:/trade/batch-orders#2")) {
      List<Outcome> outcomes = process.gateway().placeAll(buys(23, "20"), _ -> {});
      assertThat(words(outcomes.subList(0, 20))).containsOnly("Accepted");
      assertThat(words(outcomes.subList(20, 23))).containsOnly("NotSent");
    }
    assertThat(desk.accepted()).hasSize(20);
    new Truth(desk).journalAgrees();
  }

  @Test
  void readsThatFailBetweenRequestsEndInOutcomes() {
    List<Outcome> outcomes;
    try (PaperDesk.Process process =
        desk.process(
            "50026@GET:/account/balance#2",
            "50026@GET:/account/balance#3",
            "50026@GET:/account/balance#4",
            "50026@GET:/account/balance#5")) {
      outcomes = process.gateway().placeAll(buys(25, "20"), _ -> {});
    }
    assertThat(words(outcomes.subList(0, 20))).containsOnly("Accepted");
    assertThat(words(outcomes.subList(20, 25))).containsOnly("Denied");
    assertThat(codes(outcomes.get(24))).containsExactly("MISSING_DATA");
  }

  @Test
  void anUnknownRequestBlocksWhatFollows() {
    List<PlaceRequest> batch = buys(22, "20");
    List<Outcome> outcomes =
        place(batch, "lost-request@POST:/trade/batch-orders", "50026@GET:/trade/orderx*");
    assertThat(words(outcomes.subList(0, 20))).containsOnly("Unknown");
    assertThat(words(outcomes.subList(20, 22))).containsOnly("Denied");
    assertThat(desk.accepted()).isEmpty();
    assertThat(words(place(batch))).containsOnly("Accepted");
    assertThat(desk.accepted()).extracting(Order::clOrdId).hasSize(22).doesNotHaveDuplicates();
    new Truth(desk).journalAgrees();
  }
}
