package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Side;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A read that failed is never an account that holds nothing.
class FailingReadsTest {
  @TempDir Path home;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(home);
    scene.swap(Side.BUY, "1");
    scene.rest("90000");
    assertThat(scene.run().outcome()).isEqualTo(Report.Outcome.CLEAN);
    scene.buy("20");
  }

  @ParameterizedTest
  @CsvSource({
    "/account/positions, positions",
    "/account/balance, balance",
    "/account/bills, bills",
    "/account/config, account config",
    "/trade/fills, fills",
    "/trade/orders-pending, pending orders",
    "/trade/orders-algo-pending, pending algo orders",
    "/public/time, clock",
  })
  void oneThatNeverComesMakesTheRunIncompleteAndIsNamed(String path, String name) {
    int before = scene.desk.records().size();
    for (String fault : List.of("http-502", "truncated", "50001", "lost-reply", "51000")) {
      Report report = scene.run(fault + "@GET:" + path + "x*");
      assertThat(report.outcome()).as(fault).isEqualTo(Report.Outcome.INCOMPLETE);
      assertThat(String.join(" ", report.problems())).as(fault).contains(name);
      assertThat(report.differences()).isEmpty();
    }
    assertThat(scene.desk.records()).as("nothing is on record of it").hasSize(before);
    assertThat(scene.halting("http-502@GET:" + path + "x*").halted()).isEmpty();
    assertThat(scene.halted()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/account/positions", "/account/balance", "/account/bills", "/account/config",
    "/trade/fills", "/trade/orders-pending", "/trade/orders-algo-pending", "/public/time",
  })
  void oneThatFailsInAnyPlaceNeverMakesAnAccountDifferent(String path) {
    for (int nth = 1; nth <= 3; nth++) {
      Report report = scene.run("51000@GET:" + path + "#" + nth);
      assertThat(report.outcome())
          .as(path + " " + nth)
          .isIn(Report.Outcome.CLEAN, Report.Outcome.INCOMPLETE);
    }
    assertThat(scene.run("http-502@GET:" + path).outcome())
        .as("a read is repeated")
        .isEqualTo(Report.Outcome.CLEAN);
  }

  @ParameterizedTest
  @CsvSource({
    "/account/positions", "/account/balance", "/account/bills", "/account/config",
    "/trade/fills", "/trade/orders-pending", "/trade/orders-algo-pending", "/trade/order",
  })
  void norADifferentAccountClean(String path) {
    scene.swapByHand(Side.BUY, "1");
    for (int nth = 1; nth <= 6; nth++) {
      Report report = scene.run("51000@GET:" + path + "#" + nth);
      assertThat(report.outcome())
          .as(path + " " + nth)
          .isIn(Report.Outcome.DRIFT, Report.Outcome.INCOMPLETE);
    }
  }

  @Test
  void timeThatRunsOutAtAnyStepIsIncompleteToo() {
    int incomplete = 0;
    for (int seconds = 0; seconds < 150; seconds += 2) {
      Report report = scene.run(Scene.within(Duration.ofSeconds(seconds)), "delay=3000@GET:*x*");
      assertThat(report.outcome())
          .as(seconds + " s")
          .isIn(Report.Outcome.CLEAN, Report.Outcome.INCOMPLETE);
      if (report.outcome() == Report.Outcome.INCOMPLETE) {
        assertThat(report.problems()).isNotEmpty();
        incomplete++;
      }
    }
    assertThat(incomplete).isBetween(5, 70);
  }

  @Test
  void norIsDriftDeclaredThatThereWasNoTimeToLookAtAgain() {
    scene.swapByHand(Side.BUY, "1");
    Report report = scene.run(Scene.within(Duration.ofSeconds(3)));
    assertThat(report.outcome()).isEqualTo(Report.Outcome.INCOMPLETE);
    assertThat(String.join(" ", report.problems())).contains("BTC-USDT-SWAP");
    assertThat(scene.records("reconciled")).hasSize(1);
  }
}
