package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.guard.Breaker;
import dev.okxguard.guard.Policy;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.Halt;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Environment;
import dev.okxguard.model.InstType;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.Size;
import dev.okxguard.model.TdMode;
import dev.okxguard.okx.Write;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What other trading systems are known to do with orders, stops and answers, and the gateway does
/// not.
class HolesOfOthersTest {
  private static final String LOST = "lost-reply@POST:/trade/order";
  private static final String UNREADABLE = "50026@GET:/trade/orderx*";
  private static final Positions.Kind NET =
      new Positions.Kind(Orders.SWAP, TdMode.CROSS, PosSide.NET);

  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private PaperDesk desk;
  private Truth truth;

  @BeforeEach
  void open() {
    desk = new PaperDesk(home, time, 7);
    truth = new Truth(desk);
  }

  @Test
  void anAnswerThatNeverComesIsNoRefusal() {
    Truth.Attempt attempt = truth.place(Orders.buy("20", "k"), List.of(LOST, UNREADABLE));
    assertThat(attempt.unknown()).as(attempt.told()).isTrue();
    assertThat(desk.accepted()).hasSize(1);
    Truth.Attempt next = truth.place(Orders.buy("21", "l"), List.of(UNREADABLE));
    assertThat(next.told()).contains("unresolved");
    assertThat(next.sent()).isZero();
  }

  @Test
  void anOrderThatIsNotShownAtOnceIsNotCalledFailed() {
    Truth.Attempt attempt =
        truth.place(Orders.buy("20", "k"), List.of(LOST, "late-visibility=3000"));
    assertThat(attempt.told()).isEqualTo("Accepted");
    truth.journalAgrees();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lost-reply", "50001", "50004", "50011", "50013", "50026", "http-503"})
  void noOrderIsSentASecondTimeWhateverTheAnswer(String fault) {
    Truth.Attempt attempt =
        truth.place(Orders.buy("20", "k"), List.of(fault + "@POST:/trade/orderx*"));
    assertThat(attempt.sent()).isEqualTo(1);
    assertThat(desk.accepted()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void anOldOrderThatIsNotFoundIsNotTakenForOneThatMayBeSentAgain() {
    crashed(Orders.buy("20", "k").draft(), new ClOrdId("okgpforgotten"), Optional.of("k"));
    time.advance(Duration.ofDays(6));
    Truth.Attempt again = truth.place(Orders.buy("20", "k"), List.of());
    assertThat(again.sent()).isZero();
    assertThat(again.told()).isNotEqualTo("Accepted");
  }

  @Test
  void aCrashAfterSendingLeavesNoOrderThatNobodyKnows() {
    OrderDraft draft = Orders.buy("20").draft();
    ClOrdId id = new ClOrdId("okgpcrashed");
    crashed(draft, id, Optional.empty());
    try (PaperDesk.Process process = desk.process()) {
      process
          .exchange()
          .send(
              Write.ORDER,
              process.exchange().orderBody(draft, id),
              Optional.of(time.now().plusSeconds(5)));
    }
    assertThat(truth.place(Orders.buy("30"), List.of()).told()).isEqualTo("Accepted");
    assertThat(desk.accepted()).hasSize(2).extracting(Order::clOrdId).contains(id.text());
    assertThat(desk.ledger().openIntents()).isEmpty();
    truth.journalAgrees();
  }

  @Test
  void aPriceTooFarAwayIsRefusedAndNotMovedCloser() {
    Truth.Attempt attempt =
        truth.place(Orders.limit(Side.BUY, "0.0005", price("1.05"), "k"), List.of());
    assertThat(attempt.told()).isEqualTo("Denied [price_collar]");
    assertThat(attempt.sent()).isZero();
    assertThat(desk.accepted()).isEmpty();
  }

  @Test
  void anOrderThatIsTooLargeIsRefusedAndNotMadeSmaller() {
    Truth.Attempt attempt = truth.place(Orders.buy("100.01", "k"), List.of());
    assertThat(attempt.told()).contains("max_order_size");
    assertThat(attempt.sent()).isZero();
    assertThat(desk.accepted()).isEmpty();
    assertThat(truth.place(Orders.buy("100", "l"), List.of()).told()).isEqualTo("Accepted");
  }

  @Test
  void anOrderWhoseStopIsNotThereHaltsTradingAndIsNotMerelyTold() {
    Truth.Attempt attempt =
        truth.place(
            new PlaceRequest(stopped(), Optional.empty()),
            List.of("51603@GET:/trade/order-algox*"));
    assertThat(attempt.outcome()).containsInstanceOf(Outcome.Unsafe.class);
    Truth.Attempt next = truth.place(Orders.buy("20", "k"), List.of());
    assertThat(next.told()).isEqualTo("Halted");
    assertThat(next.sent()).isZero();
  }

  @Test
  void anExitIsMarkedSoThatTheExchangeKeepsItFromTurningThePosition() {
    Positions positions = new Positions(desk, time);
    positions.open(NET, "0.05");
    OrderDraft sale = Orders.contract(Side.SELL, OrdType.LIMIT, "0.05", price("1.01"), false);
    assertThat(truth.place(new PlaceRequest(sale, Optional.empty()), List.of()).told())
        .isEqualTo("Accepted");
    try (PaperDesk.Process process = desk.process()) {
      assertThat(process.exchange().pendingOrders())
          .singleElement()
          .matches(Order::reduceOnly, "reduce-only");
    }
  }

  @Test
  void aCloseOfMoreThanIsHeldTurnsNothing() {
    Positions positions = new Positions(desk, time);
    positions.open(NET, "1");
    CloseSize more = new CloseSize.Contracts(BigDecimal.TEN);
    positions.close(Positions.of(NET, more), List.of()).accepted();
    assertThat(positions.held(NET)).isZero();
  }

  @Test
  void aHaltOutlivesTheProcess() {
    new Halt(desk.state()).set(Environment.PAPER, desk.uid(), "enough", time);
    for (int run = 0; run < 3; run++) {
      assertThat(truth.place(Orders.buy("20", "k" + run), List.of()).told()).isEqualTo("Halted");
    }
    assertThat(desk.accepted()).isEmpty();
  }

  @Test
  void leverageBeyondTheLimitIsNotSet() {
    try (PaperDesk.Process process = desk.process()) {
      SettingRequest request =
          new SettingRequest.Leverage(
              Orders.SWAP, new BigDecimal("3.01"), TdMode.CROSS, Optional.empty());
      assertThat(process.gateway().set(request)).isInstanceOf(Outcome.Denied.class);
      assertThat(process.wire().writes()).isEmpty();
    }
  }

  @Test
  void brakesAreOnWithoutAnybodyTurningThemOn() {
    Policy policy = desk.policy();
    assertThat(policy.problems()).isEmpty();
    assertThat(Breaker.values()).allMatch(breaker -> breaker.on(policy.breakers()));
    assertThat(policy.breakers().maxDailyLossRatio()).isLessThan(BigDecimal.ONE).isPositive();
    assertThat(policy.breakers().maxDrawdown()).isLessThan(BigDecimal.ONE).isPositive();
    assertThat(policy.maxOrderSize()).isPositive();
  }

  /// Writes what a command has written when it dies just before or after sending.
  private void crashed(OrderDraft draft, ClOrdId id, Optional<String> key) {
    try (PaperDesk.Process process = desk.process();
        Account account = Account.enter(process.desk(), process.exchange().config())) {
      account.record(
          new Event.Intent(
              id.text(),
              key,
              Digest.of(draft, new Size.Exact(draft.sz())),
              "place",
              draft.instType().name(),
              draft.instId(),
              id.text(),
              true,
              process.exchange().orderBody(draft, id),
              Optional.empty(),
              Optional.of(time.now().plusSeconds(5)),
              ""));
    }
  }

  private OrderDraft stopped() {
    OrderDraft bare = Orders.contract(Side.BUY, OrdType.MARKET, "0.01", "", false);
    return new OrderDraft(
        InstType.SWAP,
        bare.instId(),
        bare.tdMode(),
        bare.side(),
        bare.posSide(),
        bare.ordType(),
        bare.sz(),
        bare.px(),
        false,
        "",
        Optional.of(
            new AttachedStop(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BigDecimal(price("0.95"))),
                Optional.of(BigDecimal.ONE.negate()))));
  }

  private String price(String factor) {
    try (PaperDesk.Process process = desk.process()) {
      return process
          .exchange()
          .quote(Orders.SWAP)
          .orElseThrow()
          .last()
          .multiply(new BigDecimal(factor))
          .setScale(0, RoundingMode.DOWN)
          .toPlainString();
    }
  }
}
