package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.journal.Record;
import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoDraft;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Fault;
import dev.okxguard.model.InstType;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.PriceType;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.okx.Write;
import dev.okxguard.okx.WriteReply;
import dev.okxguard.okx.wire.Transport;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.Tampered;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Cancelling everything: all pages, whole requests, until a look shows nothing.
class CancelAllTest {
  private static final String BATCH = "/api/v5/trade/cancel-batch-orders";
  private static final CancelSelection ALL = selection(false);

  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private PaperDesk desk;
  private Positions positions;

  @BeforeEach
  void open() {
    desk = new PaperDesk(home, time, 7);
    positions = new Positions(desk, time);
  }

  private static CancelSelection selection(boolean algos) {
    return new CancelSelection(Optional.empty(), Optional.empty(), Optional.empty(), algos);
  }

  private void rest(int count, InstType type, Side side) {
    boolean swap = type == InstType.SWAP;
    for (int i = 0; i < count; i++) {
      positions.trade(
          new OrderDraft(
              type,
              swap ? Orders.SWAP : Orders.PAIR,
              swap ? TdMode.CROSS : TdMode.CASH,
              side,
              PosSide.NET,
              OrdType.LIMIT,
              new BigDecimal(swap ? "0.01" : "0.0001"),
              Optional.of(new BigDecimal(side == Side.BUY ? "86000" : "99000")),
              false,
              "",
              Optional.empty()));
    }
  }

  private List<Order> pending() {
    try (PaperDesk.Process process = desk.process()) {
      return process.exchange().pendingOrders();
    }
  }

  @Test
  void everythingGoesInWholeRequestsEachOnRecord() {
    rest(23, InstType.SPOT, Side.BUY);
    rest(1, InstType.SWAP, Side.SELL);
    assertThat(pending()).hasSize(24);
    try (PaperDesk.Process process = desk.process()) {
      Cancelled done = process.gateway().cancelAll(ALL);
      assertThat(done.complete()).as(done.toString()).isTrue();
      assertThat(done.selected()).isEqualTo(24);
      assertThat(done.uid()).isEqualTo(desk.uid());
      assertThat(process.wire().count("POST", BATCH)).isEqualTo(2);
      assertThat(process.gateway().cancelAll(ALL).selected()).isZero();
    }
    assertThat(pending()).isEmpty();
    assertThat(words()).containsExactly("accepted", "accepted");
  }

  private List<String> words() {
    return desk.records().stream()
        .filter(record -> record.type().equals("outcome"))
        .map(Record::data)
        .map(data -> data.path("outcome").asString(""))
        .toList();
  }

  @Test
  void onlyTheSelectionGoes() {
    rest(2, InstType.SPOT, Side.BUY);
    rest(1, InstType.SWAP, Side.BUY);
    rest(1, InstType.SWAP, Side.SELL);
    assertThat(pending()).hasSize(4);
    cancel(new CancelSelection(Optional.of(Orders.SWAP), Optional.empty(), side("sell"), false));
    assertThat(pending()).hasSize(3).noneMatch(o -> o.side() == Side.SELL);
    cancel(
        new CancelSelection(Optional.empty(), Optional.of(InstType.SWAP), Optional.empty(), false));
    assertThat(pending()).hasSize(2).allMatch(o -> o.instType() == InstType.SPOT);
    cancel(new CancelSelection(Optional.empty(), Optional.empty(), side("sell"), false));
    assertThat(pending()).hasSize(2);
    cancel(new CancelSelection(Optional.of(Orders.PAIR), Optional.empty(), side("buy"), false));
    assertThat(pending()).isEmpty();
  }

  private static Optional<Side> side(String word) {
    return Side.of(word);
  }

  private void cancel(CancelSelection selection) {
    try (PaperDesk.Process process = desk.process()) {
      assertThat(process.gateway().cancelAll(selection).complete()).isTrue();
    }
  }

  @Test
  void stopsStayUnlessAlgoOrdersAreAskedFor() {
    for (int i = 0; i < 11; i++) {
      algo(AlgoType.CONDITIONAL, i);
    }
    algo(AlgoType.TRIGGER, 11);
    rest(1, InstType.SPOT, Side.BUY);
    cancel(ALL);
    assertThat(pending()).isEmpty();
    assertThat(algos()).hasSize(12);
    try (PaperDesk.Process process = desk.process()) {
      Cancelled done = process.gateway().cancelAll(selection(true));
      assertThat(done.complete()).as(done.toString()).isTrue();
      assertThat(done.selected()).isEqualTo(12);
      assertThat(process.wire().count("POST", "/api/v5/trade/cancel-algos")).isEqualTo(3);
    }
    assertThat(algos()).isEmpty();
  }

  private List<Algo> algos() {
    try (PaperDesk.Process process = desk.process()) {
      return process.exchange().pendingAlgos();
    }
  }

  private void algo(AlgoType type, int number) {
    BigDecimal below = new BigDecimal("80000");
    boolean trigger = type == AlgoType.TRIGGER;
    AttachedStop stop =
        new AttachedStop(
            Optional.empty(),
            Optional.empty(),
            trigger ? Optional.empty() : Optional.of(below),
            Optional.empty(),
            PriceType.LAST,
            PriceType.LAST);
    AlgoDraft draft =
        new AlgoDraft(
            InstType.SWAP,
            Orders.SWAP,
            TdMode.CROSS,
            Side.SELL,
            PosSide.NET,
            type,
            Optional.of(new BigDecimal("0.01")),
            false,
            false,
            "",
            "",
            stop,
            trigger ? Optional.of(below) : Optional.empty(),
            trigger ? Optional.of(BigDecimal.ONE.negate()) : Optional.empty(),
            PriceType.LAST,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    try (PaperDesk.Process process = desk.process()) {
      var body = process.exchange().algoBody(draft, new ClOrdId("algo" + number));
      assertThat(process.exchange().send(Write.ALGO, body, Optional.empty()))
          .isInstanceOf(WriteReply.Accepted.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lost-reply",
        "lost-request",
        "50004",
        "50004+effect",
        "429",
        "truncated",
        "51405"
      })
  void aFailingRequestIsFollowedByAnotherLookAndNothingIsLeft(String fault) {
    rest(3, InstType.SPOT, Side.BUY);
    try (PaperDesk.Process process = desk.process(fault + "@POST:/trade/cancel-batch-orders#1")) {
      Cancelled done = process.gateway().cancelAll(ALL);
      assertThat(done.complete()).as(done.toString()).isTrue();
      assertThat(done.selected()).isEqualTo(3);
    }
    assertThat(pending()).isEmpty();
    assertThat(desk.ledger().openIntents()).isEmpty();
  }

  @Test
  void whatOkxKeepsRefusingIsLeftAndNamed() {
    rest(3, InstType.SPOT, Side.BUY);
    try (PaperDesk.Process process = desk.process("51405@POST:/trade/cancel-batch-ordersx*")) {
      Cancelled done = process.gateway().cancelAll(ALL);
      assertThat(done.complete()).isFalse();
      assertThat(done.orders()).hasSize(3);
      assertThat(done.refusals()).anyMatch(said -> said.startsWith("51405"));
      assertThat(done.unanswered()).isFalse();
    }
  }

  /// Nothing of it was accepted, and it may be repeated.
  @Test
  void whatOkxHasNoTimeForIsNotRefused() {
    rest(3, InstType.SPOT, Side.BUY);
    try (PaperDesk.Process process = desk.process("429@POST:/trade/cancel-batch-ordersx*")) {
      Cancelled done = process.gateway().cancelAll(ALL);
      assertThat(done.orders()).hasSize(3);
      assertThat(done.refusals()).isEmpty();
      assertThat(done.taken()).isFalse();
      assertThat(done.remark()).contains("too many requests");
    }
    assertThat(words()).containsOnly("not_sent");
  }

  @Test
  void aLastLookThatFailsIsNotTakenForNothingLeft() {
    rest(3, InstType.SPOT, Side.BUY);
    AtomicBoolean sent = new AtomicBoolean();
    Tampered blind =
        new Tampered(
            desk.transport(List.of()),
            (request, text) -> {
              sent.compareAndSet(false, request.method().equals("POST"));
              return sent.get() && request.path().endsWith("/orders-pending") ? "?" : text;
            });
    try (PaperDesk.Process process = desk.process(blind, time, PaperDesk.TIMEOUT)) {
      Cancelled done = process.gateway().cancelAll(ALL);
      assertThat(done.complete()).isFalse();
      assertThat(done.unread()).isPresent();
      assertThat(done.orders()).as("as last read").hasSize(3);
    }
    assertThat(pending()).isEmpty();
  }

  /// Looks: which of the looks at what rests shows nothing, counted from one.
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void oneLookThatShowsNothingDoesNotPassForNothingLeft(int look) {
    rest(2, InstType.SPOT, Side.BUY);
    int[] looks = {0};
    Transport wire =
        new Tampered(
            desk.transport(List.of("lost-request@POST:" + BATCH + "#1")),
            (request, text) ->
                request.path().endsWith("/orders-pending") && ++looks[0] == look
                    ? "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}"
                    : text);
    try (PaperDesk.Process process = desk.process(wire, time, PaperDesk.TIMEOUT)) {
      assertThat(process.gateway().cancelAll(ALL).complete()).isTrue();
      assertThat(process.exchange().pendingOrders()).isEmpty();
    }
  }

  @Test
  void ordersGoAlthoughTheListOfAlgoOrdersCannotBeRead() {
    rest(2, InstType.SPOT, Side.BUY);
    algo(AlgoType.TRIGGER, 1);
    try (PaperDesk.Process process = desk.process("50026@GET:/trade/orders-algo-pendingx*")) {
      assertThat(process.gateway().cancelAll(selection(true)).unread()).isPresent();
    }
    assertThat(pending()).isEmpty();
    assertThat(algos()).hasSize(1);
  }

  @Test
  void algoOrdersGoAlthoughTheListOfOrdersCannotBeRead() {
    rest(2, InstType.SPOT, Side.BUY);
    algo(AlgoType.TRIGGER, 1);
    try (PaperDesk.Process process = desk.process("50026@GET:/trade/orders-pendingx*")) {
      assertThat(process.gateway().cancelAll(selection(true)).unread()).isPresent();
    }
    assertThat(algos()).isEmpty();
    assertThat(pending()).hasSize(2);
  }

  /// A list that lags behind, or somebody who places more all the time.
  @Test
  void cancelsThatWereTakenAreToldOfAlthoughTheirOrdersShow() {
    rest(2, InstType.SPOT, Side.BUY);
    String[] first = {null};
    Tampered late =
        new Tampered(
            desk.transport(List.of()),
            (request, text) -> {
              if (!request.path().endsWith("/orders-pending")) {
                return text;
              }
              first[0] = first[0] == null ? text : first[0];
              return first[0];
            });
    try (PaperDesk.Process process = desk.process(late, time, PaperDesk.TIMEOUT)) {
      Cancelled done = process.gateway().cancelAll(ALL);
      assertThat(done.orders()).hasSize(2);
      assertThat(done.taken()).isTrue();
    }
    assertThat(pending()).isEmpty();
  }

  @Test
  void whatRestsMustBeReadable() {
    rest(1, InstType.SPOT, Side.BUY);
    try (PaperDesk.Process process = desk.process("50026@GET:/trade/orders-pendingx*")) {
      assertThatThrownBy(() -> process.gateway().cancelAll(ALL)).isInstanceOf(Fault.class);
      assertThat(process.wire().count("POST", BATCH)).isZero();
    }
    assertThat(pending()).hasSize(1);
  }
}
