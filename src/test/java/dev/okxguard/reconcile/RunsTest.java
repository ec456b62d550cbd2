package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.okxguard.journal.Event;
import dev.okxguard.model.Alarm;
import dev.okxguard.model.Delivery;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Side;
import dev.okxguard.testing.Altered;
import dev.okxguard.testing.PaperDesk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run does before it compares, and what it leaves when something is in its way.
class RunsTest {
  @TempDir Path home;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(home);
    assertThat(scene.run().outcome()).isEqualTo(Report.Outcome.CLEAN);
    scene.later(Duration.ofMinutes(1));
  }

  @Test
  void writesOfUnknownFateAreSettledFirst() {
    scene.lose();
    Report report = scene.run();
    assertThat(report.outcome()).as(report.toString()).isEqualTo(Report.Outcome.CLEAN);
    assertThat(scene.desk.ledger().openIntents()).isEmpty();
  }

  @Test
  void alsoBeforeAnythingIsProposed() {
    scene.lose();
    Adoption.Proposal proposal = scene.propose();
    assertThat(proposal.openIntents()).isEmpty();
    assertThat(scene.desk.ledger().openIntents()).isEmpty();
  }

  @Test
  void aRefusedKeyIsToldAtOnceAndAgainAfterAnHour() {
    refused();
    assertThat(scene.alarmed()).containsExactly(Alarm.Kind.AUTH);
    refused();
    assertThat(scene.alarmed()).hasSize(1);
    scene.later(Duration.ofMinutes(61));
    refused();
    assertThat(scene.alarmed()).hasSize(2);
  }

  @Test
  void theRefusedKeyOfOneAccountHidesNoOtherAndIsToldOnce() {
    for (int round = 0; round < 3; round++) {
      for (String account : List.of("7", "8", "")) {
        for (Environment environment : List.of(Environment.DEMO, Environment.LIVE)) {
          refused(environment, Optional.of(account).filter(uid -> !uid.isEmpty()));
        }
      }
    }
    assertThat(scene.alarms.stream().map(alarm -> alarm.scope().env().get() + alarm.scope().uid()))
        .containsExactlyInAnyOrder("DEMO7", "LIVE7", "DEMO8", "LIVE8", "DEMO", "LIVE");
  }

  private void refused(Environment environment, Optional<String> account) {
    try (PaperDesk.Process process = scene.desk.process("50119@GET:*x*")) {
      Supplier<Optional<String>> known = () -> account;
      Source source =
          Altered.of(Altered.of(scene.source(process), "environment", environment), "known", known);
      Request request = new Request(Optional.empty(), false, Scene.TIME);
      Fault fault =
          catchThrowableOfType(Fault.class, () -> new Reconciliation(source).run(request));
      assertThat(fault.exitCode()).isEqualTo(ExitCode.AUTH);
    }
  }

  private void refused() {
    Fault fault = catchThrowableOfType(Fault.class, () -> scene.run("50119@GET:*x*"));
    assertThat(fault.exitCode()).isEqualTo(ExitCode.AUTH);
  }

  @Test
  void whatReachedNobodyIsToldAgainAfterTenMinutes() {
    refusedWhileNobodyHears();
    scene.later(Duration.ofMinutes(9));
    refused();
    assertThat(scene.alarmed()).isEmpty();
    scene.later(Duration.ofMinutes(2));
    refused();
    assertThat(scene.alarmed()).containsExactly(Alarm.Kind.AUTH);
  }

  private void refusedWhileNobodyHears() {
    try (PaperDesk.Process process = scene.desk.process("50119@GET:*x*")) {
      Source deaf =
          Altered.of(
              scene.source(process),
              "alerts",
              (Function<Alarm, Delivery>) _ -> new Delivery.Failed("no answer"));
      Request request = new Request(Optional.empty(), false, Scene.TIME);
      Fault fault = catchThrowableOfType(Fault.class, () -> new Reconciliation(deaf).run(request));
      assertThat(fault.exitCode()).isEqualTo(ExitCode.AUTH);
    }
  }

  @Test
  void aRunThatCannotFinishSaysWhatItWasFor() {
    String fault = "50026@GET:/account/positionsx*";
    Report books = scene.run(fault);
    assertThat(books.mode()).isEqualTo(Report.Mode.JOURNAL);
    assertThat(books.uid()).isEqualTo(scene.desk.uid());
    Request flat = new Request(Optional.of(Declared.parse("[]")), false, Scene.TIME);
    assertThat(scene.run(flat, fault).mode()).isEqualTo(Report.Mode.DECLARED);
    Report nameless = scene.run("50026@GET:/account/configx*");
    assertThat(nameless.outcome()).isEqualTo(Report.Outcome.INCOMPLETE);
    assertThat(nameless.uid()).isEmpty();
  }

  @Test
  void whatIsAdoptedIsOnRecordInThePersonsWordsAndTheNextDriftIsNews() {
    scene.swapByHand(Side.BUY, "1");
    scene.run();
    assertThat(scene.alarmed()).containsExactly(Alarm.Kind.DRIFT);
    Event.Books adopted;
    try (PaperDesk.Process process = scene.desk.process()) {
      Adoption adoption = new Adoption(scene.source(process));
      Adoption.Proposal proposal = adoption.propose(Scene.TIME);
      assertThat(proposal.differences()).isNotEmpty();
      adopted = adoption.adopt(proposal, "looked at it", "ann", Scene.TIME);
    }
    assertThat(adopted).isEqualTo(scene.desk.ledger().latest().books().orElseThrow().event());
    assertThat(scene.records("books").getLast().data().toString())
        .contains("adopted", "looked at it (ann)");
    assertThat(scene.run().outcome()).isEqualTo(Report.Outcome.CLEAN);
    scene.swapByHand(Side.SELL, "1");
    scene.swapByHand(Side.BUY, "1");
    scene.run();
    assertThat(scene.alarmed()).hasSizeGreaterThan(1);
  }
}
