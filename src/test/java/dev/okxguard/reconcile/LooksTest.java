package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Side;
import dev.okxguard.model.Time;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  void moneyThatMovesAtEachReadIsUnstable() {
    Report report =
        scene.during(
            request -> {
              if (request.path().equals(POSITIONS)) {
                scene.desk.admin().fund("USDT", BigDecimal.TEN);
              }
            });
    assertThat(report.outcome()).as(report.toString()).isEqualTo(Report.Outcome.UNSTABLE);
    assertThat(report.problems()).isNotEmpty();
    assertThat(scene.records("reconciled")).hasSize(1);
    scene.later(Duration.ofMinutes(1));
    assertThat(scene.run().outcome()).isEqualTo(Report.Outcome.CLEAN);
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
  void whatShowsTooLateForARunIsCountedByTheNext() {
    scene.buy("20");
    String late = "late-visibility=60000@GET:/trade/fills";
    assertThat(scene.run(late, late + "-history").outcome()).isEqualTo(Report.Outcome.CLEAN);
    int before = scene.filled().size();
    scene.later(Duration.ofSeconds(65));
    assertThat(scene.run().outcome()).isEqualTo(Report.Outcome.CLEAN);
    assertThat(scene.filled()).doesNotHaveDuplicates().hasSizeGreaterThan(before);
  }

  @Test
  void anOrderOfOurOwnBetweenTwoLooksIsExpected() {
    scene.swapByHand(Side.BUY, "1");
    try (PaperDesk.Process process = scene.desk.process()) {
      List<Boolean> placed = new ArrayList<>();
      Source source =
          scene.source(
              process,
              new BetweenLooks(
                  scene.time,
                  () -> {
                    placed.add(true);
                    scene.buy("20");
                    scene.rest("90000");
                  }));
      Report report =
          new Reconciliation(source).run(new Request(Optional.empty(), false, Scene.TIME));
      assertThat(report.outcome()).isEqualTo(Report.Outcome.DRIFT);
      assertThat(placed).isNotEmpty();
      assertThat(report.differences())
          .allSatisfy(it -> assertThat(it.subject().instId()).isNotEqualTo(Orders.PAIR));
    }
  }

  /// Does something whenever a run waits for its next look.
  private record BetweenLooks(Time time, Runnable act) implements Time {
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
      if (length.equals(Duration.ofSeconds(2))) {
        act.run();
      }
      time.pause(length);
    }
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
