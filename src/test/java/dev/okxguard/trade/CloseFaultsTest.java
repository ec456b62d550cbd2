package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.model.Time;
import dev.okxguard.okx.wire.WireRequest;
import dev.okxguard.paper.PaperAdmin;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.Tampered;
import dev.okxguard.testing.WallTime;
import dev.okxguard.testing.WatchedTransport;
import dev.okxguard.trade.Positions.Attempt;
import dev.okxguard.trade.Positions.Kind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever goes wrong while a position is closed: nothing is opened, and what is left is told.
class CloseFaultsTest {
  private static final Kind NET = new Kind(Positions.LINEAR, TdMode.CROSS, PosSide.NET);
  private static final CloseSize WHOLE = new CloseSize.Whole();

  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private PaperDesk desk;
  private Positions positions;

  @BeforeEach
  void open() {
    desk = new PaperDesk(home, time, 7);
    positions = new Positions(desk, time);
  }

  @ParameterizedTest
  @CsvSource({
    "lost-reply, Accepted",
    "lost-request, NotSent",
    "delay=4000, Accepted",
    "delay=12000, NotSent",
    "delay-after=12000, Accepted",
    "50004, NotSent",
    "50004+effect, Accepted",
    "51149+effect, Accepted",
    "http-502+effect, Accepted",
    "truncated, Accepted",
    "429, NotSent",
    "51112, Rejected"
  })
  void theOutcomeOfAnOrderIsTheTruth(String fault, String outcome) {
    positions.open(NET, "-2");
    time.advance(Duration.ofSeconds(2));
    Attempt attempt =
        positions.close(
            Positions.whole(Positions.LINEAR),
            List.of(fault + "@POST:/trade/order", "late-visibility=1500"));
    isTheTruth(attempt, outcome, "-2");
  }

  @ParameterizedTest
  @CsvSource({
    "lost-reply, Accepted",
    "lost-request, NotSent",
    "delay=12000, Accepted",
    "50004, NotSent",
    "50004+effect, Accepted",
    "http-502+effect, Accepted",
    "51113, NotSent",
    "51115, Rejected"
  })
  void theOutcomeOfOkxsOwnCloseIsTheTruth(String fault, String outcome) {
    positions.open(NET, "2");
    Attempt attempt =
        positions.close(
            Positions.autoCxl(Positions.LINEAR), List.of(fault + "@POST:/trade/close-position"));
    isTheTruth(attempt, outcome, "2");
  }

  private void isTheTruth(Attempt attempt, String outcome, String before) {
    assertThat(attempt.told()).isEqualTo(outcome);
    assertThat(attempt.sent()).isEqualTo(1);
    boolean taken = positions.taken(attempt.outcome().orElseThrow().ticket().clOrdId());
    assertThat(taken).isEqualTo(outcome.equals("Accepted"));
    assertThat(positions.held(NET)).isEqualByComparingTo(taken ? "0" : before);
    assertThat(positions.word())
        .isEqualTo(taken ? "accepted" : outcome.equals("NotSent") ? "not_sent" : "rejected");
    assertThat(desk.ledger().openIntents()).isEmpty();
  }

  @Test
  void anUnreadableFateIsUnknownAndSettledByTheNextCommand() {
    positions.open(NET, "2");
    Attempt attempt =
        positions.close(
            Positions.whole(Positions.LINEAR),
            List.of("lost-reply@POST:/trade/order", "50026@GET:/trade/orderx*"));
    assertThat(attempt.told()).isEqualTo("Unknown");
    try (PaperDesk.Process process = desk.process("50026@GET:/trade/orderx*")) {
      assertThat(process.gateway().standing().outcome()).isInstanceOf(Outcome.Denied.class);
    }
    try (PaperDesk.Process process = desk.process()) {
      assertThat(process.gateway().resolve())
          .extracting(Resolved::action, Resolved::word)
          .containsExactly(tuple("close", "accepted"));
    }
  }

  /// Whoever finds the close later has to look at what it left, as the close itself would have.
  @ParameterizedTest
  @CsvSource({"false, Unsafe", "true, Accepted"})
  void aResidueFoundLaterHaltsUnlessItIsGone(boolean gone, String told) {
    CloseRequest keyed = overThePriceLimit();
    Attempt attempt =
        positions.close(keyed, List.of("lost-reply@POST:/trade/order", "50026@GET:/trade/orderx*"));
    assertThat(attempt.told()).isEqualTo("Unknown");
    if (gone) {
      limitAt("90000");
      while (positions.held(NET).signum() > 0) {
        positions.trade(NET.order(Side.SELL, positions.held(NET)));
        time.advance(Duration.ofSeconds(5));
      }
    }
    Attempt again = positions.close(keyed, List.of());
    assertThat(again.told()).isEqualTo(told);
    assertThat(again.sent()).isZero();
    assertThat(positions.halted()).isEqualTo(!gone);
  }

  /// A long position whose close the price limit cuts.
  private CloseRequest overThePriceLimit() {
    positions.fund("USDT", "1000000");
    positions.open(NET, "200");
    limitAt("85500.2");
    return new CloseRequest(
        Positions.LINEAR,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        WHOLE,
        false,
        Optional.of("k"));
  }

  private void limitAt(String last) {
    try (PaperAdmin admin = desk.admin()) {
      BigDecimal index = new BigDecimal("90000");
      admin.setPrice(
          Positions.LINEAR, new BigDecimal(last), Optional.of(index), Optional.of(index));
    }
  }

  @Test
  void anUnknownPositionIsNotClosed() {
    positions.open(NET, "2");
    Attempt attempt =
        positions.close(
            Positions.whole(Positions.LINEAR), List.of("50026@GET:/account/positionsx*"));
    assertThat(attempt.told()).startsWith("fault UNREACHABLE the positions could not be read");
    assertThat(attempt.fault().orElseThrow().hint()).contains("OKX's app");
    assertThat(attempt.sent()).isZero();
    assertThat(positions.held(NET)).isEqualByComparingTo("2");
  }

  @ParameterizedTest
  @CsvSource({
    "whole, not json, could not be read afterwards",
    "whole, \"pos\":\"0.7\", 0.7 of 2 is left",
    "whole, \"pos\":\"-1\", turned around",
    "half, not json, could not be read afterwards",
    "half, \"pos\":\"1.7\", 1.7 of 2 is left",
    "half, \"pos\":\"3\", 3 of 2 is left",
    "half, \"pos\":\"-1\", turned around"
  })
  void whatThePositionShowsAfterwardsHaltsUnlessItIsRight(
      String size, String shown, String reason) {
    positions.open(NET, "2");
    String before = positionsAnswer();
    AtomicBoolean sent = new AtomicBoolean();
    BiFunction<WireRequest, String, String> answer =
        (request, text) -> {
          if (request.method().equals("POST")) {
            sent.set(true);
          }
          boolean after = sent.get() && request.path().endsWith("/account/positions");
          if (!after) {
            return text;
          }
          return shown.startsWith("\"") ? before.replaceAll("\"pos\":\"[^\"]*\"", shown) : shown;
        };
    CloseSize much = size.equals("whole") ? WHOLE : new CloseSize.Ratio(new BigDecimal("0.5"));
    try (PaperDesk.Process process =
        desk.process(new Tampered(desk.transport(List.of()), answer), time, PaperDesk.TIMEOUT)) {
      Attempt attempt = Positions.close(Positions.of(NET, much), process);
      assertThat(attempt.unsafe().reason()).contains(reason).contains("BTC-USDT-SWAP cross");
    }
    assertThat(positions.halted()).isTrue();
    assertThat(positions.word()).isEqualTo("accepted");
  }

  /// The positions as the exchange writes them now.
  private String positionsAnswer() {
    StringBuilder text = new StringBuilder();
    try (PaperDesk.Process process =
        desk.process(
            new Tampered(
                desk.transport(List.of()),
                (request, answer) -> {
                  if (request.path().endsWith("/account/positions")) {
                    text.append(answer);
                  }
                  return answer;
                }),
            time,
            PaperDesk.TIMEOUT)) {
      assertThat(process.exchange().positions()).hasSize(1);
    }
    return text.toString();
  }

  @Test
  void thePriceLimitCutsACloseAndTheResidueHalts() {
    Outcome.Unsafe unsafe = positions.close(overThePriceLimit(), List.of()).unsafe();
    BigDecimal left = positions.held(NET);
    assertThat(left).isBetween(BigDecimal.ONE, new BigDecimal("199"));
    assertThat(unsafe.reason())
        .contains(left.stripTrailingZeros().toPlainString() + " of 200 is left")
        .contains("price limit");
    assertThat(unsafe.seen().orElseThrow().cancelSource()).isEqualTo("15");
    assertThat(positions.halted()).isTrue();
    CloseRequest again = Positions.whole(Positions.LINEAR);
    assertThat(positions.close(again, List.of()).sent()).as("a halt stops no close").isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1, Unsafe, 1",
    "2, -1, Rejected, 1",
    "2, -2, Rejected, 0",
    "2, -3, Rejected, -1",
    "-2, -1, Unsafe, -1",
    "-2, 3, Rejected, 1"
  })
  void whatSomebodyElseDoesJustBeforeIsToldAndNothingIsOpened(
      String held, String meanwhile, String outcome, String left) {
    positions.open(NET, held);
    AtomicBoolean once = new AtomicBoolean();
    try (PaperDesk.Process process =
        desk.process(
            new WatchedTransport(
                desk.transport(List.of()),
                request -> {
                  if (request.method().equals("POST") && once.compareAndSet(false, true)) {
                    positions.open(NET, meanwhile);
                  }
                }),
            time,
            PaperDesk.TIMEOUT)) {
      Attempt attempt = Positions.close(Positions.whole(Positions.LINEAR), process);
      assertThat(attempt.told()).isEqualTo(outcome);
      assertThat(attempt.sent()).isEqualTo(1);
      if (outcome.equals("Unsafe")) {
        assertThat(attempt.unsafe().reason()).contains("something else added 1");
      }
    }
    assertThat(positions.held(NET)).isEqualByComparingTo(left);
    assertThat(positions.halted()).isEqualTo(outcome.equals("Unsafe"));
  }

  @Test
  void aChangeOfTheOtherLegIsTold() {
    positions.hedged();
    Kind longs = Kind.of("BTC-USDT-SWAP cross long");
    Kind shorts = Kind.of("BTC-USDT-SWAP cross short");
    positions.open(longs, "2");
    positions.open(shorts, "-2");
    AtomicBoolean once = new AtomicBoolean();
    try (PaperDesk.Process process =
        desk.process(
            new WatchedTransport(
                desk.transport(List.of()),
                request -> {
                  if (request.method().equals("POST") && once.compareAndSet(false, true)) {
                    positions.open(shorts, "-1");
                  }
                }),
            time,
            PaperDesk.TIMEOUT)) {
      Attempt attempt = Positions.close(Positions.of(longs, WHOLE), process);
      assertThat(attempt.unsafe().reason()).contains("other leg changed meanwhile, from -2 to -3");
    }
    assertThat(positions.halted()).isTrue();
  }

  @Test
  void severalProcessesAtOnceCloseItOnce() throws Exception {
    Time wall = new WallTime();
    positions = new Positions(new PaperDesk(home.resolve("wall"), wall, 7), wall);
    positions.open(NET, "2");
    List<Attempt> attempts;
    try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
      List<Callable<Attempt>> closes =
          Collections.nCopies(
              3, () -> positions.close(Positions.whole(Positions.LINEAR), List.of()));
      attempts =
          pool.invokeAll(closes).stream()
              .map(
                  future -> {
                    try {
                      return future.get();
                    } catch (Exception e) {
                      throw new AssertionError(e);
                    }
                  })
              .toList();
    }
    assertThat(positions.held(NET)).isZero();
    assertThat(attempts).filteredOn(a -> a.told().equals("Accepted")).hasSize(1);
    assertThat(attempts)
        .filteredOn(a -> !a.told().equals("Accepted"))
        .allMatch(a -> a.told().startsWith("Rejected"));
  }

  @Test
  void theFirstOutcomeOfAKeyStaysUnsafe() {
    positions.open(NET, "2");
    CloseRequest request =
        new CloseRequest(
            Positions.LINEAR,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            WHOLE,
            false,
            Optional.of("k"));
    AtomicBoolean once = new AtomicBoolean();
    try (PaperDesk.Process process =
        desk.process(
            new WatchedTransport(
                desk.transport(List.of()),
                sent -> {
                  if (sent.method().equals("POST") && once.compareAndSet(false, true)) {
                    positions.open(NET, "1");
                  }
                }),
            time,
            PaperDesk.TIMEOUT)) {
      Positions.close(request, process).unsafe();
    }
    Attempt again = positions.close(request, List.of());
    assertThat(again.unsafe().reason()).contains("1 of 2 is left").contains("used before");
    assertThat(again.sent()).isZero();
  }
}
