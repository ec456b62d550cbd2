package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Alarm;
import dev.okxguard.model.Side;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run comes to, and what it leaves behind.
class ReconciliationTest {
  @TempDir Path home;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(home);
  }

  @Test
  void anUntouchedAccountIsTakenAsFoundAndClean() {
    Report report = scene.run();
    assertThat(report.differences()).isEmpty();
    assertThat(report.outcome()).isEqualTo(Report.Outcome.CLEAN);
    assertThat(scene.records("books")).hasSize(1);
    assertThat(scene.records("reconciled")).hasSize(1);
  }

  @Test
  void ourOwnTradesAreExpectedAndOnRecord() {
    scene.run();
    scene.buy("20");
    scene.buy("30");
    Report report = scene.run();
    assertThat(report.differences()).isEmpty();
    assertThat(report.outcome()).isEqualTo(Report.Outcome.CLEAN);
    assertThat(scene.filled()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void aTradeByHandIsDriftAndStaysSo() {
    scene.run();
    scene.later(Duration.ofMinutes(10));
    scene.swapByHand(Side.BUY, "1");
    Report first = scene.run();
    assertThat(first.outcome()).isEqualTo(Report.Outcome.DRIFT);
    assertThat(first.differences())
        .anySatisfy(it -> assertThat(it.subject().instId()).contains("BTC-USDT-SWAP"));
    assertThat(scene.halted()).isFalse();
    assertThat(scene.alarmed()).containsExactly(Alarm.Kind.DRIFT);
    assertThat(scene.run().differences()).isEqualTo(first.differences());
    assertThat(scene.alarmed()).as("told once").containsExactly(Alarm.Kind.DRIFT);
  }

  @Test
  void driftHaltsWhenAskedTo() {
    scene.run();
    scene.swapByHand(Side.BUY, "1");
    Report report = scene.halting();
    assertThat(report.halted()).isPresent();
    assertThat(scene.halted()).isTrue();
    assertThat(scene.records("halted")).hasSize(1);
    assertThat(scene.alarmed()).containsExactly(Alarm.Kind.HALT, Alarm.Kind.DRIFT);
    scene.halting();
    assertThat(scene.records("halted")).hasSize(1);
    assertThat(scene.alarmed()).hasSize(2);
  }

  @Test
  void aQuietMinuteCostsOneSmallRecord() {
    scene.run();
    long before = scene.desk.records().size();
    scene.later(Duration.ofMinutes(1));
    scene.run();
    assertThat(scene.desk.records()).hasSize((int) before + 1);
    assertThat(scene.records("books")).hasSize(1);
  }
}
