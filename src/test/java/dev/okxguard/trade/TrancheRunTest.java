package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Parts of an order go one after the other, with a wait between those that were sent.
class TrancheRunTest {
  private static final Duration WAIT = Duration.ofSeconds(40);

  @TempDir Path home;
  private final List<String> told = new ArrayList<>();
  private final List<PaperDesk.Process> processes = new ArrayList<>();
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(home);
  }

  @AfterEach
  void close() {
    processes.forEach(PaperDesk.Process::close);
  }

  private static List<PlaceRequest> parts(String... usd) {
    List<PlaceRequest> parts = new ArrayList<>();
    for (String part : usd) {
      parts.add(Orders.buy(part, "k/" + (parts.size() + 1)));
    }
    return parts;
  }

  private TrancheRun run(List<PlaceRequest> parts, String... faults) {
    PaperDesk.Process process = scene.desk.process(faults);
    processes.add(process);
    return TrancheRun.of(
        parts,
        process::gateway,
        new TrancheRun.Wait(scene.time, WAIT),
        (number, outcome) -> told.add(number + " " + outcome.getClass().getSimpleName()));
  }

  private Duration took(Runnable work) {
    long before = scene.time.nanos();
    work.run();
    return Duration.ofNanos(scene.time.nanos() - before);
  }

  @Test
  void eachIsToldAndFollowedByAWaitButTheLast() {
    List<TrancheRun> runs = new ArrayList<>();
    Duration took = took(() -> runs.add(run(parts("20", "21", "22"))));
    assertThat(told).containsExactly("1 Accepted", "2 Accepted", "3 Accepted");
    assertThat(took).isBetween(WAIT.multipliedBy(2), WAIT.multipliedBy(2).plusSeconds(5));
    assertThat(runs.getFirst().outcomes()).hasSize(3);
    assertThat(runs.getFirst().fault()).isEmpty();
    assertThat(runs.getFirst().interrupted()).isFalse();
    assertThat(scene.desk.accepted()).hasSize(3);
  }

  @Test
  void thoseOfAnEarlierRunAreNotWaitedFor() {
    run(parts("20", "21"));
    assertThat(took(() -> run(parts("20", "21", "22")))).isLessThan(Duration.ofSeconds(10));
    assertThat(scene.desk.accepted()).hasSize(3);
  }

  @Test
  void theFirstThatIsNotAcceptedIsTheLast() {
    TrancheRun run = run(parts("20", "5000", "21"));
    assertThat(told).containsExactly("1 Accepted", "2 Denied");
    assertThat(run.outcomes()).hasSize(2);
    assertThat(scene.desk.accepted()).hasSize(1);
  }

  @Test
  void aFaultAfterThatIsToldWithWhatWasPlaced() {
    run(parts("20", "21"));
    TrancheRun run = run(parts("20", "30", "22"));
    assertThat(run.outcomes()).hasSize(1);
    assertThat(run.fault().map(Fault::exitCode)).contains(ExitCode.USAGE);
    assertThat(scene.desk.accepted()).hasSize(2);
  }

  @Test
  void aFaultBeforeAnythingWasPlacedIsTheCommands() {
    run(parts("20"));
    List<PlaceRequest> others = parts("30", "31");
    assertThatThrownBy(() -> run(others)).isInstanceOf(Fault.class);
    assertThat(scene.desk.accepted()).hasSize(1);
  }

  @Test
  void whoIsInterruptedInAWaitKeepsWhatWasPlacedAndPlacesNoMore() {
    PaperDesk.Process process = scene.desk.process();
    processes.add(process);
    TrancheRun run =
        TrancheRun.of(
            parts("20", "21"),
            process::gateway,
            new TrancheRun.Wait(scene.time, WAIT),
            (_, _) -> Thread.currentThread().interrupt());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(run.interrupted()).isTrue();
    assertThat(run.outcomes()).hasSize(1);
    assertThat(run.fault()).isEmpty();
    assertThat(scene.desk.accepted()).hasSize(1);
  }
}
