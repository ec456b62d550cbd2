package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.AccountLock;
import dev.okxguard.journal.Halt;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Environment;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Order;
import dev.okxguard.model.Position;
import dev.okxguard.model.Side;
import dev.okxguard.model.Time;
import dev.okxguard.okx.Write;
import dev.okxguard.okx.wire.WireRequest;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.WatchedTransport;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The order of the gateway's steps, and what may happen between two of them.
class GatewayStepsTest {
  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private PaperDesk desk;
  private Truth truth;

  @BeforeEach
  void open() {
    desk = new PaperDesk(home, time, 7);
    truth = new Truth(desk);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/account/config", "/account/positions", "/market/books"})
  void aHaltWhileTheSnapshotIsReadStopsTheOrder(String moment) {
    Halt halt = new Halt(desk.state());
    Truth.Attempt attempt =
        placeWhile(
            Orders.buy("20", "k"),
            request -> {
              if (request.path().endsWith(moment)) {
                halt.setAll("prices look wrong", time);
              }
            });
    assertThat(attempt.told()).isEqualTo("Halted");
    assertThat(attempt.sent()).isZero();
    assertThat(desk.accepted()).isEmpty();
  }

  @Test
  void anEntryThatWasHeldUpAfterItWasJudgedStaysHere() {
    Truth.Attempt held = placeWhile(Orders.buy("20", "k"), afterJudging(Duration.ofSeconds(61)));
    assertThat(held.told()).isEqualTo("NotSent");
    assertThat(held.sent()).isZero();
    assertThat(truth.place(Orders.buy("20", "k"), List.of()).told()).isEqualTo("Accepted");
    Truth.Attempt slow = placeWhile(Orders.buy("19", "l"), afterJudging(Duration.ofSeconds(50)));
    assertThat(slow.told()).isEqualTo("Accepted");
  }

  @Test
  void soDoesABatchThatWasHeldUp() {
    try (PaperDesk.Process process =
        desk.process(
            new WatchedTransport(desk.transport(List.of()), afterJudging(Duration.ofMinutes(30))),
            time,
            PaperDesk.TIMEOUT)) {
      assertThat(
              process
                  .gateway()
                  .placeAll(List.of(Orders.buy("20", "k"), Orders.buy("19", "l")), _ -> {}))
          .hasOnlyElementsOfType(Outcome.NotSent.class);
    }
    assertThat(desk.accepted()).isEmpty();
  }

  /// Whether an intent id was used is asked once the order was judged: of spot, for the second time
  /// then.
  private Consumer<WireRequest> afterJudging(Duration pause) {
    AtomicInteger asked = new AtomicInteger();
    return request -> {
      boolean history = request.path().endsWith("/trade/orders-history");
      if (history && request.target().contains("instType=SPOT") && asked.incrementAndGet() == 2) {
        time.advance(pause);
      }
    };
  }

  @Test
  void aHaltStopsEntriesAndNoCancel() {
    String ordId = rest();
    new Halt(desk.state()).set(Environment.PAPER, desk.uid(), "enough", time);
    assertThat(truth.place(Orders.buy("20", "k"), List.of()).told()).isEqualTo("Halted");
    cancelled(ordId, List.of());
  }

  @Test
  void anAccountThatChangesDuringTheWaitForItsLockIsNotTradedOn() {
    try (PaperDesk.Process process =
        desk.process(new OtherUid(desk.transport(List.of())), lockedFor2s(), PaperDesk.TIMEOUT)) {
      Truth.Attempt attempt = Truth.place(Orders.buy("20", "k"), process);
      assertThat(attempt.told()).startsWith("fault CONFIG").contains("belongs to account");
      assertThat(attempt.sent()).isZero();
    }
  }

  @Test
  void settingsAreReadAgainAfterAWaitForTheLockAndOnlyThen() {
    try (PaperDesk.Process process = desk.process()) {
      assertThat(Truth.place(Orders.buy("20", "k"), process).told()).isEqualTo("Accepted");
      assertThat(process.wire().count("GET", "/api/v5/account/config")).isEqualTo(1);
    }
    try (PaperDesk.Process process =
        desk.process(desk.transport(List.of()), lockedFor2s(), PaperDesk.TIMEOUT)) {
      assertThat(Truth.place(Orders.buy("30", "l"), process).told()).isEqualTo("Accepted");
      assertThat(process.wire().count("GET", "/api/v5/account/config")).isEqualTo(2);
    }
  }

  /// Another process holds the account's lock until this one has waited for two seconds.
  private Time lockedFor2s() {
    AccountLock other =
        AccountLock.acquire(
            desk.state().account(Environment.PAPER, desk.uid()), Duration.ZERO, time);
    return new Time() {
      @Override
      public Instant now() {
        return time.now();
      }

      @Override
      public long nanos() {
        return time.nanos();
      }

      @Override
      public void pause(Duration length) {
        time.advance(Duration.ofSeconds(2));
        other.close();
      }
    };
  }

  @Test
  void anExitStaysAnExitWhileItRests() {
    open("0.05");
    Order resting = sell("0.05", "1.01");
    assertThat(resting.reduceOnly()).as("marked, so that OKX keeps it one").isTrue();
  }

  @Test
  void anExitOfUnknownFateIsNotFollowedByASecondOneThatCouldTurnThePosition() {
    open("0.05");
    PlaceRequest exit = Orders.swap(Side.SELL, "0.05", false, "x1");
    Truth.Attempt first =
        truth.place(exit, List.of("lost-request@POST:/trade/order", "50026@GET:/trade/orderx*"));
    assertThat(first.unknown()).isTrue();
    Truth.Attempt entry = truth.place(Orders.buy("20", "k"), List.of("50026@GET:/trade/orderx*"));
    assertThat(entry.told()).startsWith("Denied").contains("unresolved");
    try (PaperDesk.Process process = desk.process("50026@GET:/trade/orderx*")) {
      assertThat(process.gateway().standing().outcome())
          .isInstanceOfSatisfying(
              Outcome.Denied.class, denied -> assertThat(denied.unresolved()).isTrue());
    }
  }

  @Test
  void aCancelNeedsNoReadWhenTheIdIsKnown() {
    String ordId = rest();
    try (PaperDesk.Process process = desk.process("50026@GET:/trade/orderx4")) {
      Outcome outcome = process.gateway().cancel(byId(ordId));
      assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    }
    gone(ordId);
  }

  @Test
  void aCancelNeedsNoUsableStateDirectory() throws IOException {
    String ordId = rest();
    Files.move(home.resolve("state"), home.resolve("elsewhere"));
    Files.writeString(home.resolve("state"), "not a directory");
    assertThat(truth.place(Orders.buy("20", "k"), List.of()).fault()).isPresent();
    cancelled(ordId, List.of());
  }

  @Test
  void aCancelNeedsNoJournalThatTakesTheEarlierOutcome() throws IOException {
    String ordId = rest();
    truth.place(
        Orders.buy("20", "k"), List.of("lost-reply@POST:/trade/order", "50026@GET:/trade/orderx*"));
    Path segment = lastSegment();
    Files.writeString(segment, "{\"data\":{}}\n", StandardOpenOption.APPEND);
    Truth.Attempt entry = truth.place(Orders.buy("30", "l"), List.of());
    assertThat(entry.told()).startsWith("fault FINDINGS");
    cancelled(ordId, List.of());
  }

  @Test
  void unreadableLimitsStopEntriesAndNoCancel() throws IOException {
    String ordId = rest();
    Files.writeString(home.resolve("guard.toml"), "[limits]\nmax_order_sise = 5\n");
    Truth.Attempt entry = truth.place(Orders.buy("20", "k"), List.of());
    assertThat(entry.told()).isEqualTo("Denied [policy]");
    cancelled(ordId, List.of());
  }

  @Test
  void theCheckSaysWhatPlacingSays() {
    for (String usd : List.of("20", "5000", "101", "99")) {
      try (PaperDesk.Process process = desk.process()) {
        Outcome check = process.gateway().check(Orders.buy(usd));
        assertThat(process.wire().placed()).isZero();
        Outcome place = process.gateway().place(Orders.buy(usd));
        assertThat(check instanceof Outcome.Allowed).isEqualTo(place instanceof Outcome.Accepted);
        if (check instanceof Outcome.Denied expected) {
          assertThat(place)
              .isInstanceOfSatisfying(
                  Outcome.Denied.class,
                  denied ->
                      assertThat(denied.denials())
                          .extracting("rule")
                          .isEqualTo(expected.denials().stream().map(d -> d.rule()).toList()));
        }
      }
    }
  }

  private Truth.Attempt placeWhile(PlaceRequest request, Consumer<WireRequest> meanwhile) {
    try (PaperDesk.Process process =
        desk.process(
            new WatchedTransport(desk.transport(List.of()), meanwhile), time, PaperDesk.TIMEOUT)) {
      return Truth.place(request, process);
    }
  }

  /// Leaves an order resting and gives its id.
  private String rest() {
    Truth.Attempt attempt =
        truth.place(
            Orders.limit(Side.BUY, "0.0002", price(Orders.PAIR, "0.99"), "rest"), List.of());
    return ((Outcome.Accepted) attempt.outcome().orElseThrow()).ordId();
  }

  /// Opens a long position past the guard, as somebody else might.
  private void open(String sz) {
    try (PaperDesk.Process process = desk.process()) {
      var body =
          process
              .exchange()
              .orderBody(
                  Orders.contract(Side.BUY, OrdType.MARKET, sz, "", false), new ClOrdId("manual1"));
      process.exchange().send(Write.ORDER, body, Optional.of(time.now().plusSeconds(5)));
      assertThat(process.exchange().positions())
          .extracting(Position::pos)
          .usingElementComparator(BigDecimal::compareTo)
          .containsExactly(new BigDecimal(sz));
    }
  }

  private Order sell(String sz, String factor) {
    PlaceRequest request =
        new PlaceRequest(
            Orders.contract(Side.SELL, OrdType.LIMIT, sz, price(Orders.SWAP, factor), false),
            Optional.of("exit"));
    Truth.Attempt attempt = truth.place(request, List.of());
    assertThat(attempt.told()).isEqualTo("Accepted");
    return ((Outcome.Accepted) attempt.outcome().orElseThrow()).seen().orElseThrow();
  }

  private static CancelRequest byId(String ordId) {
    return new CancelRequest(Orders.PAIR, Optional.of(ordId), Optional.empty());
  }

  private void cancelled(String ordId, List<String> faults) {
    try (PaperDesk.Process process = desk.process(faults)) {
      assertThat(process.gateway().cancel(byId(ordId))).isInstanceOf(Outcome.Accepted.class);
    }
    gone(ordId);
  }

  private void gone(String ordId) {
    try (PaperDesk.Process process = desk.process()) {
      assertThat(process.exchange().pendingOrders()).extracting(Order::ordId).doesNotContain(ordId);
    }
  }

  private Path lastSegment() throws IOException {
    try (var files = Files.list(desk.journal())) {
      return files.filter(f -> f.toString().endsWith(".ndjson")).max(Path::compareTo).orElseThrow();
    }
  }

  private String price(String instId, String factor) {
    try (PaperDesk.Process process = desk.process()) {
      return process
          .exchange()
          .quote(instId)
          .orElseThrow()
          .last()
          .multiply(new BigDecimal(factor))
          .setScale(1, RoundingMode.DOWN)
          .toPlainString();
    }
  }
}
