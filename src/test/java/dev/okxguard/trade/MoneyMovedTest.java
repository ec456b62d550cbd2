package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.guard.Denial;
import dev.okxguard.journal.Event;
import dev.okxguard.model.Environment;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.okx.wire.WireRequest;
import dev.okxguard.paper.PaperAdmin;
import dev.okxguard.testing.OneByOne;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Money that moves in or out is neither profit nor loss, also while it moves.
class MoneyMovedTest {
  private static final String BILLS = "/api/v5/account/bills";
  private static final String BALANCE = "/api/v5/account/balance";

  @TempDir Path home;
  private Scene scene;

  @BeforeEach
  void open() throws IOException {
    Files.writeString(home.resolve("guard.toml"), "[breakers]\nmax_move = 0\n");
    scene = new Scene(home);
    assertThat(standing()).isInstanceOf(Outcome.Allowed.class);
    scene.time.advance(Duration.ofSeconds(1));
  }

  private Outcome standing() {
    return scene.run(Gateway::standing).outcome();
  }

  private void take(String usdt) {
    try (PaperAdmin admin = scene.desk.admin()) {
      admin.take("USDT", new BigDecimal(usdt));
    }
  }

  private Event.Marks marks() {
    return scene.desk.ledger().latest().marks().orElseThrow();
  }

  @Test
  void aWithdrawalIsNoLossAndLowersWhatLossesAreMeasuredAgainst() {
    BigDecimal before = marks().highWater();
    take("4000");
    assertThat(standing()).isInstanceOf(Outcome.Allowed.class);
    assertThat(before.subtract(marks().highWater()))
        .isBetween(new BigDecimal("3990"), new BigDecimal("4010"));
  }

  @Test
  void withoutANewTransferEverythingIsReadOnce() {
    try (PaperDesk.Process process = scene.desk.process()) {
      process.gateway().standing();
      assertThat(process.wire().count("GET", BALANCE)).isEqualTo(1);
    }
  }

  @Test
  void afterATransferBalanceAndListAreReadUntilTheyAgree() {
    take("4000");
    try (PaperDesk.Process process = scene.desk.process()) {
      assertThat(process.gateway().standing().outcome()).isInstanceOf(Outcome.Allowed.class);
      assertThat(process.wire().count("GET", BALANCE)).isEqualTo(2);
    }
    try (PaperDesk.Process process = scene.desk.process()) {
      assertThat(process.gateway().standing().outcome()).isInstanceOf(Outcome.Allowed.class);
      assertThat(process.wire().count("GET", BALANCE)).as("known by now").isEqualTo(1);
    }
  }

  @Test
  void oneThatComesBetweenTheReadsIsCountedOnce() {
    take("1000");
    assertThat(standing(2)).isInstanceOf(Outcome.Allowed.class);
  }

  @Test
  void wherePaymentsNeverStopNothingIsConcluded() {
    take("1000");
    assertThat(standing(9))
        .isInstanceOfSatisfying(
            Outcome.Denied.class,
            denied ->
                assertThat(denied.denials()).extracting(Denial::code).containsOnly("MISSING_DATA"));
  }

  /// While money goes out before each of the first reads of the list.
  private Outcome standing(int payments) {
    AtomicInteger reads = new AtomicInteger();
    Consumer<WireRequest> paying =
        request -> {
          if (request.path().equals(BILLS) && reads.getAndIncrement() < payments) {
            take("1000");
          }
        };
    try (PaperDesk.Process process =
        scene.desk.process(
            new OneByOne(scene.desk.transport(List.of()), paying), scene.time, PaperDesk.TIMEOUT)) {
      return process.gateway().standing().outcome();
    }
  }

  /// A round trip that began before the fills OKX lists at once is counted by its archive.
  @Test
  void olderFillsAreReadWhereTheStreakReachesBackAndNoPersonResumedSince() {
    Positions positions = new Positions(scene.desk, scene.time);
    Positions.Kind kind = new Positions.Kind(Orders.SWAP, TdMode.CROSS, PosSide.NET);
    positions.open(kind, "0.1");
    scene.time.advance(Duration.ofDays(4));
    positions.trade(kind.order(Side.SELL, new BigDecimal("0.1")));
    scene.time.advance(Duration.ofSeconds(5));
    assertThat(archiveReads()).isPositive();
    new TradingStop(scene.desk.state(), Environment.PAPER, scene.desk.uid(), scene.time)
        .note(new Event.Resumed("fine", "ann"));
    assertThat(archiveReads()).isZero();
  }

  private int archiveReads() {
    try (PaperDesk.Process process = scene.desk.process()) {
      process.gateway().standing();
      return process.wire().count("GET", "/api/v5/trade/fills-history");
    }
  }
}
