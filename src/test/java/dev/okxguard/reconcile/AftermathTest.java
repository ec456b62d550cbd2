package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.okxguard.journal.Halt;
import dev.okxguard.journal.Record;
import dev.okxguard.model.Alarm;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Side;
import dev.okxguard.testing.Orders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Halts, alarms, records and adoptions, whatever state the account's files are in.
class AftermathTest {
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
  void aHaltedAccountIsReconciledAllTheSame() {
    new Halt(scene.desk.state()).set(Environment.PAPER, scene.desk.uid(), "lunch", scene.time);
    assertThat(scene.run().outcome()).isEqualTo(Report.Outcome.CLEAN);
    scene.swapByHand(Side.BUY, "1");
    assertThat(scene.halting().outcome()).isEqualTo(Report.Outcome.DRIFT);
    assertThat(new Halt(scene.desk.state()).reason(Environment.PAPER, scene.desk.uid()))
        .hasValueSatisfying(reason -> assertThat(reason).contains("lunch"));
    assertThat(scene.records("halted")).as("so that the file alone is not what halts").hasSize(1);
    assertThat(scene.alarmed()).containsExactly(Alarm.Kind.DRIFT);
  }

  @Test
  void ordersThatABotReplacesAreToldOnceAnHour() {
    for (String px : List.of("50000", "50010", "50020")) {
      scene.waiting().forEach(scene::cancelByHand);
      scene.byHand(Orders.limit(Side.BUY, "0.001", px, "").draft());
      assertThat(scene.run().outcome()).isEqualTo(Report.Outcome.DRIFT);
      scene.later(Duration.ofMinutes(1));
    }
    assertThat(scene.alarmed()).containsExactly(Alarm.Kind.DRIFT);
  }

  @Test
  void driftIsToldAgainAfterAnHourOrWhenItChanges() {
    scene.swapByHand(Side.BUY, "1");
    scene.run();
    scene.later(Duration.ofMinutes(50));
    scene.run();
    assertThat(scene.alarmed()).hasSize(1);
    scene.later(Duration.ofMinutes(11));
    scene.run();
    assertThat(scene.alarmed()).hasSize(2);
    scene.swapByHand(Side.BUY, "1");
    scene.run();
    assertThat(scene.alarmed()).hasSize(3);
    assertThat(scene.alarms.getLast().reason()).contains("BTC-USDT-SWAP");
    assertThat(scene.alarms.getLast().anchor()).isPresent();
  }

  @Test
  void aRefusedKeyIsAFaultAndToldOnce() {
    Fault fault = catchThrowableOfType(Fault.class, () -> scene.halting("50119@GET:*x*"));
    assertThat(fault.exitCode()).isEqualTo(ExitCode.AUTH);
    fault = catchThrowableOfType(Fault.class, () -> scene.run("50119@GET:*x*"));
    assertThat(fault.exitCode()).isEqualTo(ExitCode.AUTH);
    assertThat(scene.alarmed()).containsExactly(Alarm.Kind.AUTH);
    assertThat(scene.halted()).isFalse();
  }

  @Test
  void aKeyRefusedInTheMiddleIsOneToo() {
    Fault fault =
        catchThrowableOfType(Fault.class, () -> scene.run("50119@GET:/trade/orders-pendingx*"));
    assertThat(fault.exitCode()).isEqualTo(ExitCode.AUTH);
    assertThat(scene.records("reconciled")).hasSize(1);
  }

  @Test
  void aBrokenJournalHaltsAndIsAFinding() throws IOException {
    damage();
    Fault fault = catchThrowableOfType(Fault.class, scene::run);
    assertThat(fault.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(scene.halted()).isFalse();
    fault = catchThrowableOfType(Fault.class, () -> scene.halting());
    assertThat(fault.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(scene.halted()).isTrue();
    assertThat(scene.alarmed()).containsExactly(Alarm.Kind.HALT);
  }

  @Test
  void withoutAUsableJournalWhatIsDeclaredIsComparedAndHaltsAllTheSame() throws IOException {
    damage();
    Request flat = new Request(Optional.of(Declared.parse("[]")), true, Scene.TIME);
    Report clean = scene.run(flat);
    assertThat(clean.outcome()).as(clean.toString()).isEqualTo(Report.Outcome.CLEAN);
    assertThat(clean.unrecorded())
        .hasValueSatisfying(it -> assertThat(it.exitCode()).isEqualTo(ExitCode.FINDINGS));
    scene.swapByHand(Side.BUY, "1");
    Report drift = scene.run(flat);
    assertThat(drift.outcome()).isEqualTo(Report.Outcome.DRIFT);
    assertThat(drift.halted()).isPresent();
    assertThat(scene.halted()).isTrue();
    assertThat(scene.alarmed()).containsExactly(Alarm.Kind.HALT, Alarm.Kind.DRIFT);
  }

  @Test
  void aDeclaredRunCountsForNothingButIsNoted() {
    scene.swapByHand(Side.BUY, "1");
    Request one =
        new Request(
            Optional.of(
                Declared.parse(
                    "[{\"instId\":\"BTC-USDT-SWAP\",\"mgnMode\":\"cross\",\"pos\":\"1\"}]")),
            false,
            Scene.TIME);
    assertThat(scene.run(one).outcome()).isEqualTo(Report.Outcome.CLEAN);
    assertThat(scene.records("reconciled")).hasSize(1);
    assertThat(scene.records("books")).hasSize(1);
    assertThat(scene.records("note"))
        .anySatisfy(it -> assertThat(it.data().path("text").asString("")).contains("clean"));
    assertThat(scene.run().outcome()).isEqualTo(Report.Outcome.DRIFT);
  }

  @Test
  void whatAPersonAdoptedIsExpectedFromThenOn() {
    scene.swapByHand(Side.BUY, "1");
    assertThat(scene.run().outcome()).isEqualTo(Report.Outcome.DRIFT);
    Adoption.Proposal proposal = scene.propose();
    assertThat(proposal.differences()).isNotEmpty();
    scene.adopt(proposal);
    assertThat(scene.run().differences()).isEmpty();
    Record books = scene.records("books").getLast();
    assertThat(books.data().path("origin").asString("")).isEqualTo("adopted");
    assertThat(books.data().path("reason").asString("")).isEqualTo("looked at it (ann)");
    scene.swapByHand(Side.SELL, "1");
    assertThat(scene.run().outcome()).isEqualTo(Report.Outcome.DRIFT);
    assertThat(scene.alarmed()).as("a drift after that is news").hasSize(2);
  }

  @Test
  void whatChangedWhileThePersonLookedIsNotAdopted() {
    Adoption.Proposal proposal = scene.propose();
    scene.swapByHand(Side.BUY, "1");
    Fault fault = catchThrowableOfType(Fault.class, () -> scene.adopt(proposal));
    assertThat(fault.exitCode()).isEqualTo(ExitCode.BUSY);
    assertThat(scene.run().outcome()).isEqualTo(Report.Outcome.DRIFT);
  }

  @Test
  void norIsAnAccountWithAWriteOfUnknownFate() {
    Adoption.Proposal proposal = scene.propose();
    scene.lose();
    Fault fault = catchThrowableOfType(Fault.class, () -> scene.adopt(proposal));
    assertThat(fault.exitCode()).isEqualTo(ExitCode.UNKNOWN);
  }

  @Test
  void aFillWorthMoreThanAnOrderMayBeIsTold() throws IOException {
    scene.buy("40");
    scene.buy("70");
    Files.writeString(
        home.resolve("guard.toml"),
        Files.readString(home.resolve("guard.toml"))
            .replace("max_order_size = 100000", "max_order_size = 50"));
    scene.run();
    assertThat(scene.alarmed()).containsExactly(Alarm.Kind.LARGE_FILL);
    assertThat(scene.alarms.getFirst().reason()).contains("BTC-USDT").doesNotContain(";");
    assertThat(scene.alarms.getFirst().anchor()).as("the journal's end").isPresent();
    scene.run();
    assertThat(scene.alarmed()).as("told once").hasSize(1);
  }

  @Test
  void itIsToldAlsoWhenWhatHappenedAfterItCouldNotBeCounted() throws IOException {
    scene.buy("70");
    scene.later(Duration.ofMinutes(40));
    Files.writeString(
        home.resolve("guard.toml"),
        Files.readString(home.resolve("guard.toml"))
            .replace("max_order_size = 100000", "max_order_size = 50"));
    Report cut =
        scene.run(
            "50026@GET:/account/bills#2",
            "50026@GET:/account/bills#3",
            "50026@GET:/account/bills#4",
            "50026@GET:/account/bills#5");
    assertThat(cut.outcome()).isEqualTo(Report.Outcome.INCOMPLETE);
    assertThat(scene.filled()).hasSize(2);
    scene.run();
    assertThat(scene.alarmed()).containsExactly(Alarm.Kind.LARGE_FILL);
  }

  private void damage() throws IOException {
    Path segment = scene.desk.journal().resolve("00000001.ndjson");
    byte[] bytes = Files.readAllBytes(segment);
    bytes[bytes.length / 3] ^= 1;
    Files.write(segment, bytes);
  }
}
