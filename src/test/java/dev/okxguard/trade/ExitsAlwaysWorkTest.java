package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.guard.Policy;
import dev.okxguard.journal.AccountLock;
import dev.okxguard.journal.Halt;
import dev.okxguard.model.Environment;
import dev.okxguard.model.InstType;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.model.Time;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.ShiftedTime;
import dev.okxguard.testing.WatchedTransport;
import dev.okxguard.trade.Positions.Kind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Close, cancel and cancel-all go through whatever else is broken; only read-only stops them.
class ExitsAlwaysWorkTest {
  private static final Kind NET = new Kind(Positions.LINEAR, TdMode.CROSS, PosSide.NET);

  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private PaperDesk desk;
  private Positions positions;

  @BeforeEach
  void open() {
    desk = new PaperDesk(home, time, 7);
    positions = new Positions(desk, time);
    positions.open(NET, "2");
    for (int i = 0; i < 3; i++) {
      positions.trade(
          new OrderDraft(
              InstType.SPOT,
              Orders.PAIR,
              TdMode.CASH,
              Side.BUY,
              PosSide.NET,
              OrdType.LIMIT,
              new BigDecimal("0.0002"),
              Optional.of(new BigDecimal("86000")),
              false,
              "",
              Optional.empty()));
    }
  }

  /// Every exit, on processes that meet these faults.
  private void allWork(String... faults) {
    allWork(() -> desk.process(faults));
  }

  private void allWork(Supplier<PaperDesk.Process> processes) {
    try (PaperDesk.Process process = processes.get()) {
      exits(process, process.gateway());
    }
  }

  private void exits(PaperDesk.Process process, Gateway gateway) {
    List<Order> resting = pending();
    CancelRequest one =
        new CancelRequest(Orders.PAIR, Optional.of(resting.getFirst().ordId()), Optional.empty());
    assertThat(gateway.cancel(one)).isInstanceOf(Outcome.Accepted.class);
    assertThat(pending()).hasSize(2);
    Cancelled all =
        gateway.cancelAll(
            new CancelSelection(Optional.empty(), Optional.empty(), Optional.empty(), true));
    assertThat(all.complete()).as(all.toString()).isTrue();
    assertThat(pending()).isEmpty();
    assertThat(gateway.close(Positions.of(NET, new CloseSize.Contracts(BigDecimal.ONE))))
        .isInstanceOf(Outcome.Accepted.class);
    assertThat(gateway.close(Positions.whole(Positions.LINEAR)))
        .isInstanceOf(Outcome.Accepted.class);
    assertThat(positions.held(NET)).isZero();
    assertThat(process.wire().count("POST", "/api/v5/trade/cancel-batch-orders")).isEqualTo(1);
  }

  private List<Order> pending() {
    try (PaperDesk.Process process = desk.process()) {
      return process.exchange().pendingOrders();
    }
  }

  @Test
  void whileHalted() {
    new Halt(desk.state()).set(Environment.PAPER, desk.uid(), "enough", time);
    new Halt(desk.state()).setAll("enough", time);
    allWork();
  }

  @Test
  void withUnreadableLimits() throws IOException {
    Files.writeString(home.resolve("guard.toml"), "[policy]\nread_only = maybe\n[limits\n");
    allWork();
  }

  @Test
  void withAJournalThatWasTamperedWith() throws IOException {
    try (var files = Files.list(desk.journal())) {
      Path segment = files.filter(f -> f.toString().endsWith(".ndjson")).findFirst().orElseThrow();
      Files.writeString(segment, "{\"data\":{}}\n", StandardOpenOption.APPEND);
    } catch (NoSuchFileException none) {
      Files.createDirectories(desk.journal());
      Files.writeString(desk.journal().resolve("00000001.ndjson"), "{\"data\":{}}\n");
    }
    allWork();
  }

  @Test
  void withoutAStateDirectory() throws IOException {
    if (Files.exists(home.resolve("state"))) {
      Files.move(home.resolve("state"), home.resolve("elsewhere"));
    }
    Files.writeString(home.resolve("state"), "not a directory");
    allWork();
  }

  @Test
  void whileAnotherProcessHoldsTheLock() {
    try (AccountLock _ =
        AccountLock.acquire(
            desk.state().lock(Environment.PAPER, desk.uid()), Duration.ZERO, time)) {
      allWork();
    }
  }

  @Test
  void whenOkxDoesNotSayWhoseAccountItIs() {
    String uid = desk.uid();
    try (PaperDesk.Process process = desk.process("50026@GET:/account/configx*")) {
      exits(process, process.gateway(uid));
    }
    assertThat(desk.records()).as("under the remembered uid").isNotEmpty();
  }

  @Test
  void whenNobodyKnowsWhoseAccountItIs() {
    allWork("50026@GET:/account/configx*");
  }

  @Test
  void whenOkxsClockCannotBeRead() {
    allWork("50026@GET:/public/timex*");
  }

  @Test
  void whenTheInstrumentCannotBeReadAWholeLegIsClosedByOkx() {
    try (PaperDesk.Process process = desk.process("50026@GET:/public/instrumentsx*")) {
      assertThat(process.gateway().close(Positions.whole(Positions.LINEAR)))
          .isInstanceOf(Outcome.Accepted.class);
      assertThat(process.wire().placed()).isZero();
    }
    assertThat(positions.held(NET)).isZero();
  }

  @Test
  void aPartIsClosedWithoutTheInstrumentOnlyWhenItsSizeIsGiven() {
    List<String> faults = List.of("50026@GET:/public/instrumentsx*");
    Positions.Attempt half =
        positions.close(Positions.of(NET, new CloseSize.Ratio(new BigDecimal("0.5"))), faults);
    assertThat(half.told()).startsWith("fault UNREACHABLE the lot size");
    assertThat(half.sent()).isZero();
    positions
        .close(Positions.of(NET, new CloseSize.Contracts(new BigDecimal("0.5"))), faults)
        .accepted();
    assertThat(positions.held(NET)).isEqualByComparingTo("1.5");
  }

  @Test
  void withAWrongLocalClock() {
    Time ahead = new ShiftedTime(time, Duration.ofHours(1));
    allWork(() -> desk.process(desk.transport(List.of()), ahead, PaperDesk.TIMEOUT));
  }

  /// A key makes a close wait for what the same key did before, and for nothing else.
  @Test
  void beforeTheFateOfAnEarlierEntryIsKnownAlsoUnderAKey() {
    new Truth(desk)
        .place(
            Orders.buy("20", "k"),
            List.of("lost-request@POST:/trade/order", "50026@GET:/trade/orderx*"));
    long[] sent = new long[1];
    WatchedTransport watched =
        new WatchedTransport(
            desk.transport(List.of()),
            request -> {
              if (request.method().equals("POST")) {
                sent[0] = time.nanos();
              }
            });
    long began = time.nanos();
    try (PaperDesk.Process process = desk.process(watched, time, PaperDesk.TIMEOUT)) {
      assertThat(process.gateway().close(Scene.close("1", "mine")))
          .isInstanceOf(Outcome.Accepted.class);
    }
    assertThat(Duration.ofNanos(sent[0] - began)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void beforeTheFateOfAnEarlierEntryIsKnown() {
    new Truth(desk)
        .place(
            Orders.buy("20", "k"),
            List.of("lost-request@POST:/trade/order", "50026@GET:/trade/orderx*"));
    allWork();
    try (PaperDesk.Process process = desk.process()) {
      process.gateway().resolve();
    }
    assertThat(desk.ledger().openIntents()).isEmpty();
  }

  /// The second leg does not wait for what the first one left to find out.
  @Test
  void legAfterLegBeforeTheFateOfAnEarlierEntryIsKnown() {
    positions.open(new Kind(Positions.LINEAR, TdMode.ISOLATED, PosSide.NET), "1");
    new Truth(desk)
        .place(
            Orders.buy("20", "k"),
            List.of("lost-request@POST:/trade/order", "50026@GET:/trade/orderx*"));
    assertThat(whileLegsGo()).isLessThan(Duration.ofSeconds(1));
    assertThat(desk.ledger().openIntents()).as("settled behind them").isEmpty();
  }

  @Test
  void legAfterLegWhileAnotherProcessHoldsTheLock() {
    positions.open(new Kind(Positions.LINEAR, TdMode.ISOLATED, PosSide.NET), "1");
    try (AccountLock _ =
        AccountLock.acquire(
            desk.state().lock(Environment.PAPER, desk.uid()), Duration.ZERO, time)) {
      assertThat(whileLegsGo()).isLessThan(Duration.ofSeconds(1));
    }
  }

  /// How long it takes from the first leg's order to the last one's.
  private Duration whileLegsGo() {
    List<Long> sent = new ArrayList<>();
    WatchedTransport watched =
        new WatchedTransport(
            desk.transport(List.of()),
            request -> {
              if (request.method().equals("POST")) {
                sent.add(time.nanos());
              }
            });
    try (PaperDesk.Process process = desk.process(watched, time, PaperDesk.TIMEOUT)) {
      assertThat(process.gateway().closeAll(false).legs())
          .hasSize(2)
          .hasOnlyElementsOfType(Outcome.Accepted.class);
    }
    assertThat(sent).hasSize(2);
    return Duration.ofNanos(sent.getLast() - sent.getFirst());
  }

  @Test
  void exceptUnderReadOnly() {
    Policy policy = desk.policy().asReadOnly();
    try (PaperDesk.Process process = desk.process(policy)) {
      Gateway gateway = process.gateway();
      assertThat(gateway.close(Positions.whole(Positions.LINEAR)))
          .isInstanceOf(Outcome.Denied.class);
      assertThat(gateway.closeAll(false).legs()).hasOnlyElementsOfType(Outcome.Denied.class);
      Cancelled all =
          gateway.cancelAll(
              new CancelSelection(Optional.empty(), Optional.empty(), Optional.empty(), true));
      assertThat(all.denials()).extracting("code").containsExactly("READ_ONLY");
      assertThat(all.complete()).isFalse();
    }
    assertThat(pending()).hasSize(3);
    assertThat(positions.held(NET)).isEqualByComparingTo("2");
  }
}
