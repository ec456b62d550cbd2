package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.guard.Policy;
import dev.okxguard.journal.AccountLock;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.Journal;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Environment;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Size;
import dev.okxguard.model.Time;
import dev.okxguard.okx.Write;
import dev.okxguard.okx.WriteReply;
import dev.okxguard.paper.PaperAdmin;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.ShiftedTime;
import dev.okxguard.testing.SlowNetwork;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Finding out what became of an order, whatever the clocks, the network and other people do.
class ResolutionTest {
  private static final String LOST = "lost-reply@POST:/trade/order";

  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private PaperDesk desk;
  private Truth truth;

  @BeforeEach
  void open() {
    desk = new PaperDesk(home, time, 7);
    truth = new Truth(desk);
  }

  /// The guard refuses entries on a wrong clock, unless its owner allows one.
  @ParameterizedTest
  @CsvSource({"PT1H", "PT-1H", "PT26H", "PT-4S"})
  void aWrongLocalClockDoesNotHideTheOrder(Duration ahead) throws Exception {
    Files.writeString(home.resolve("guard.toml"), "[require]\nclock_skew_ms = 200000000\n");
    Time local = new ShiftedTime(time, ahead);
    try (PaperDesk.Process process =
        desk.process(desk.transport(List.of(LOST)), local, PaperDesk.TIMEOUT)) {
      Truth.Attempt attempt = Truth.place(Orders.buy("20", "k"), process);
      assertThat(attempt.told()).isEqualTo("Accepted");
      truth.holds(attempt, desk.accepted());
    }
    truth.journalAgrees();
  }

  @Test
  void aCommandWithACorrectedClockFindsTheOrderOfOneWithout() throws Exception {
    Files.writeString(home.resolve("guard.toml"), "[require]\nclock_skew_ms = 200000000\n");
    try (PaperDesk.Process process =
        desk.process(
            desk.transport(List.of(LOST, "50026@GET:/trade/orderx*")),
            new ShiftedTime(time, Duration.ofHours(1)),
            PaperDesk.TIMEOUT)) {
      assertThat(Truth.place(Orders.buy("20", "k"), process).unknown()).isTrue();
    }
    assertThat(truth.place(Orders.buy("20", "k"), List.of()).told()).isEqualTo("Accepted");
    assertThat(desk.accepted()).hasSize(1);
    truth.journalAgrees();
  }

  /// A request that is still under way when the client gives up arrives in time, or too late.
  @ParameterizedTest
  @CsvSource({
    "100, 2000, Accepted",
    "100, 4900, Accepted",
    "1000, 4900, Accepted",
    "1000, 5200, NotSent",
    "4000, 4900, Accepted",
    "4000, 6500, NotSent",
    "10000, 4900, Accepted",
    "30000, 20000, NotSent"
  })
  void aRequestStillUnderWayIsWaitedFor(int timeout, int delay, String outcome) {
    SlowNetwork network = new SlowNetwork(desk::transport, time, Duration.ofMillis(delay));
    try (PaperDesk.Process process =
        desk.process(network, time, Duration.ofMillis(Math.max(timeout, 500)))) {
      Truth.Attempt attempt = Truth.place(Orders.buy("20", "k"), process);
      assertThat(attempt.told()).isEqualTo(outcome);
      time.advance(Duration.ofSeconds(60));
      process.exchange().config();
      truth.holds(attempt, desk.accepted());
    }
    truth.journalAgrees();
  }

  /// A clock that was read slowly is not known well; it must not seem later than it is, or an order
  /// under way would be given up while OKX would still take it.
  @ParameterizedTest
  @CsvSource({
    "delay=9000, 6500",
    "delay=9000, 8900",
    "delay=5000, 7400",
    "delay-after=9000, 4900",
    "delay-after=9000, 900"
  })
  void aSlowReadingOfTheClockNeverEndsTheWaitTooEarly(String slow, int delay) {
    SlowNetwork network =
        new SlowNetwork(
            clock ->
                clock == time
                    ? desk.transport(List.of(slow + "@GET:/public/time#1"))
                    : desk.transport(clock),
            time,
            Duration.ofMillis(delay),
            Optional.of(Duration.ofMillis(100)));
    try (PaperDesk.Process process = desk.process(network, time, PaperDesk.TIMEOUT)) {
      Truth.Attempt attempt = Truth.place(Orders.buy("20", "k"), process);
      time.advance(Duration.ofSeconds(60));
      process.exchange().config();
      truth.holds(attempt, desk.accepted());
    }
    truth.journalAgrees();
  }

  @Test
  void somebodyElsesOrderUnderTheSameClientIdIsNotOurs() {
    OrderDraft ours = Orders.buy("20", "k").draft();
    ClOrdId id = new ClOrdId("okgpsameid");
    try (PaperAdmin admin = desk.admin()) {
      admin.fund("BTC", BigDecimal.ONE);
    }
    try (PaperDesk.Process process = desk.process()) {
      OrderDraft sale = Orders.sellMarket("0.001");
      WriteReply reply =
          process
              .exchange()
              .send(
                  Write.ORDER,
                  process.exchange().orderBody(sale, id),
                  Optional.of(time.now().plusSeconds(5)));
      assertThat(reply).isInstanceOf(WriteReply.Accepted.class);
      crashed(ours, id, process);
    }
    time.advance(Duration.ofSeconds(20));
    truth.place(Orders.buy("30", "other"), List.of());
    assertThat(desk.ledger().byKey("k").orElseThrow().outcome().orElseThrow().outcome())
        .isEqualTo("not_sent");
  }

  @Test
  void anIntentWithoutAnOutcomeIsSettledByTheNextCommand() {
    ClOrdId arrived = new ClOrdId("okgparrived");
    ClOrdId never = new ClOrdId("okgpnever");
    try (PaperDesk.Process process = desk.process()) {
      crashed(Orders.buy("20", "k").draft(), arrived, process);
      process
          .exchange()
          .send(
              Write.ORDER,
              process.exchange().orderBody(Orders.buy("20", "k").draft(), arrived),
              Optional.of(time.now().plusSeconds(5)));
      crashed(Orders.buy("20", "k").draft(), never, process);
      assertThat(process.gateway().standing().outcome()).isInstanceOf(Outcome.Allowed.class);
    }
    assertThat(desk.ledger().openIntents()).isEmpty();
    truth.journalAgrees();
  }

  /// OKX forgets what was cancelled without a fill; hours later, that nothing is there proves no
  /// more than that nothing is left.
  @Test
  void anIntentOlderThanTheMemoryOfTheExchangeNeverFreesItsKey() {
    try (PaperDesk.Process process = desk.process(List.of())) {
      crashed(Orders.buy("20", "k").draft(), new ClOrdId("okgpforgotten"), process);
    }
    time.advance(Duration.ofHours(3));
    Truth.Attempt later = truth.place(Orders.buy("20", "k"), List.of());
    assertThat(later.told()).isEqualTo("Rejected");
    assertThat(later.sent()).isZero();
    assertThat(desk.ledger().openIntents()).isEmpty();
  }

  @Test
  void anInterruptionWhileAskingLeavesTheFateOpen() {
    Time impatient =
        new Time() {
          @Override
          public Instant now() {
            return time.now();
          }

          @Override
          public long nanos() {
            return time.nanos();
          }

          @Override
          public void pause(Duration length) throws InterruptedException {
            throw new InterruptedException();
          }
        };
    try (PaperDesk.Process process =
        desk.process(
            desk.transport(List.of("lost-request@POST:/trade/order")),
            impatient,
            PaperDesk.TIMEOUT)) {
      Truth.Attempt attempt = Truth.place(Orders.buy("20", "k"), process);
      assertThat(Thread.interrupted()).as("the thread still knows").isTrue();
      assertThat(attempt.unknown()).isTrue();
    }
    Truth.Attempt again = truth.place(Orders.buy("20", "k"), List.of());
    assertThat(again.told()).isEqualTo("Accepted");
    assertThat(again.sent()).isEqualTo(1);
    truth.journalAgrees();
  }

  /// Writes what a command has written when it dies just before or after sending.
  private void crashed(OrderDraft draft, ClOrdId id, PaperDesk.Process process) {
    Policy policy = desk.policy();
    String uid = desk.uid();
    try (AccountLock _ =
            AccountLock.acquire(desk.state().account(Environment.PAPER, uid), Duration.ZERO, time);
        Journal journal = Journal.open(desk.journal(), time)) {
      journal.append(
          new Event.Intent(
              id.text(),
              Optional.of("k"),
              Digest.of(draft, new Size.Exact(draft.sz())),
              "place",
              draft.instType().name(),
              draft.instId(),
              id.text(),
              true,
              process.exchange().orderBody(draft, id),
              Optional.empty(),
              Optional.of(time.now().plusSeconds(5)),
              policy.digest()));
    }
  }
}
