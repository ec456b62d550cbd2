package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Side;
import dev.okxguard.testing.Orders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An account that moves while it is looked at.
class LooksTest {
  private static final String POSITIONS = "/api/v5/account/positions";

  @TempDir Path home;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(home);
    scene.buy("20");
    scene.run();
    scene.later(Duration.ofMinutes(1));
  }

  @Test
  void onePositionThatFlapsAtEachReadIsUnstable() {
    AtomicInteger reads = new AtomicInteger();
    Report report =
        scene.during(
            request -> {
              if (request.path().equals(POSITIONS)) {
                Side side = reads.incrementAndGet() % 2 == 0 ? Side.BUY : Side.SELL;
                scene.byHand(Orders.contract(side, OrdType.MARKET, "1", "", false));
              }
            });
    assertThat(report.outcome()).as(report.toString()).isEqualTo(Report.Outcome.UNSTABLE);
    assertThat(report.problems()).isNotEmpty();
    assertThat(scene.records("reconciled")).hasSize(1);
  }

  @Test
  void whatMovedOnceIsLookedAtAgain() {
    AtomicInteger reads = new AtomicInteger();
    Report report =
        scene.during(
            request -> {
              if (request.path().equals(POSITIONS) && reads.incrementAndGet() == 2) {
                scene.byHand(Orders.contract(Side.BUY, OrdType.MARKET, "1", "", false));
              }
            });
    assertThat(report.outcome()).isEqualTo(Report.Outcome.DRIFT);
    assertThat(report.differences()).isNotEmpty();
  }

  @Test
  void aPositionThatShowsLateIsNoDrift() {
    scene.swap(Side.BUY, "1");
    Report report = scene.run("late-visibility=8000");
    assertThat(report.outcome()).as(report.toString()).isEqualTo(Report.Outcome.CLEAN);
    assertThat(scene.run().outcome()).isEqualTo(Report.Outcome.CLEAN);
    assertThat(scene.filled()).doesNotHaveDuplicates();
  }

  @Test
  void aFillThatShowsAfterTheRunIsCountedByTheNext() {
    scene.buy("20");
    String late = "late-visibility=60000@GET:/trade/fills";
    assertThat(scene.run(late, late + "-history").outcome()).isEqualTo(Report.Outcome.CLEAN);
    int before = scene.filled().size();
    scene.later(Duration.ofSeconds(65));
    assertThat(scene.run().outcome()).isEqualTo(Report.Outcome.CLEAN);
    assertThat(scene.filled()).doesNotHaveDuplicates().hasSizeGreaterThan(before);
  }

  @Test
  void ordersOfOurOwnBetweenTwoLooksAreExpected() {
    scene.swapByHand(Side.BUY, "1");
    List<Integer> placed = new ArrayList<>();
    AtomicInteger looks = new AtomicInteger();
    Report report =
        scene.during(
            request -> {
              boolean second =
                  request.path().equals("/api/v5/account/config") && looks.incrementAndGet() == 2;
              if (second && placed.isEmpty()) {
                placed.add(1);
              }
            });
    assertThat(report.outcome()).isEqualTo(Report.Outcome.DRIFT);
    scene.swap(Side.SELL, "2");
    Report after = scene.run();
    assertThat(after.outcome()).isEqualTo(Report.Outcome.DRIFT);
    assertThat(after.differences()).hasSizeLessThanOrEqualTo(report.differences().size());
  }

  @Test
  void onlyOneRunGoesAtATime() {
    List<Fault> faults = new ArrayList<>();
    Report report =
        scene.during(
            request -> {
              if (request.path().equals(POSITIONS) && faults.isEmpty()) {
                faults.add(catchThrowableOfType(Fault.class, scene::run));
              }
            });
    assertThat(report.outcome()).isEqualTo(Report.Outcome.CLEAN);
    assertThat(faults.getFirst().exitCode()).isEqualTo(ExitCode.BUSY);
    assertThat(faults.getFirst()).hasMessageContaining("process " + ProcessHandle.current().pid());
  }
}
