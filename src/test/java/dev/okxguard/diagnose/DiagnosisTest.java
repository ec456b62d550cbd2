package dev.okxguard.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.diagnose.Finding.Level;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Checks never throw, never hang the run, and keep their order.
final class DiagnosisTest {
  private static final Duration SOON = Duration.ofMillis(300);
  private static final Source<String> NOBODY = source(() -> "");

  private static <T> Source<T> source(Supplier<T> read) {
    return new Source<>(CheckId.ACCEPTED, SOON, read);
  }

  private static Diagnosis run(Check... checks) {
    return Diagnosis.of(List.of(checks), NOBODY, SOON);
  }

  private static Finding only(Check check) {
    return run(check).all().getFirst().finding();
  }

  @Test
  void aCheckThatThrowsIsAFinding() {
    Finding broken =
        only(
            new Check(
                CheckId.JAVA,
                () -> {
                  throw new IllegalStateException("secret");
                }));

    assertThat(broken.level()).isEqualTo(Level.FAIL);
    assertThat(broken.text()).contains("IllegalStateException").doesNotContain("secret");
  }

  @Test
  void aCheckThatDoesNotEndIsAFinding() {
    CountDownLatch never = new CountDownLatch(1);
    Diagnosis both =
        run(
            new Check(CheckId.DNS, () -> uninterruptible(never)),
            new Check(CheckId.JAVA, () -> Finding.ok("fine")));
    never.countDown();

    assertThat(both.all().getFirst().finding().level()).isEqualTo(Level.OK);
    assertThat(both.all().getLast().finding().text()).isEqualTo("no end within 300 ms");
    assertThat(both.outcome()).isEqualTo(Level.FAIL);
  }

  private static Finding uninterruptible(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        // Goes on waiting, as a name lookup does.
      }
    }
    return Finding.ok("late");
  }

  @Test
  void checksAreToldInTheOrderOfTheirIds() {
    Diagnosis backwards =
        Diagnosis.of(
            Arrays.stream(CheckId.values())
                .map(id -> new Check(id, () -> Finding.ok("")))
                .toList()
                .reversed(),
            NOBODY,
            SOON);

    assertThat(backwards.all().stream().map(Diagnosis.Found::id)).containsExactly(CheckId.values());
  }

  @Test
  void everyIdIsItsOwnAndBelongsToItsGroup() {
    assertThat(Arrays.stream(CheckId.values()).map(CheckId::word)).doesNotHaveDuplicates();
    assertThat(Arrays.stream(CheckId.values()))
        .allMatch(id -> id.word().startsWith(id.group().word() + "."))
        .isSortedAccordingTo((a, b) -> a.group().compareTo(b.group()));
  }

  @Test
  void asAGateWhatMustBeSoundFailsWhenItIsDoubtfulOrUnknown() {
    Diagnosis strict =
        run(
                new Check(CheckId.LATENCY, () -> Finding.warn("slow", "")),
                new Check(CheckId.WITHDRAW, () -> Finding.waiting(CheckId.ACCEPTED)),
                new Check(CheckId.BOUND, () -> Finding.warn("unbound", "bind it")),
                new Check(CheckId.STOPS, () -> Finding.unknown("no answer", "")),
                new Check(CheckId.STAGE, () -> Finding.skip("demo")))
            .strict();

    assertThat(strict.all().stream().map(it -> it.finding().level()))
        .containsExactly(Level.WARN, Level.FAIL, Level.FAIL, Level.FAIL, Level.SKIP);
    assertThat(strict.failing().stream().map(Diagnosis.Found::id))
        .containsExactly(CheckId.BOUND, CheckId.STOPS);
    assertThat(strict.waiting().stream().map(Diagnosis.Found::id))
        .containsExactly(CheckId.WITHDRAW);
  }

  @Test
  void aSourceIsReadOnceHoweverManyAsk() {
    AtomicInteger reads = new AtomicInteger();
    Source<Integer> counted = source(reads::incrementAndGet);
    Diagnosis all =
        Diagnosis.of(
            IntStream.range(0, 20)
                .mapToObj(_ -> new Check(CheckId.JAVA, () -> Finding.ok("" + counted.get())))
                .toList(),
            NOBODY,
            SOON);

    assertThat(all.all()).allMatch(it -> it.finding().text().equals("1"));
  }

  @Test
  void aSourceThatDoesNotEndIsGivenUpForAllWhoWait() {
    CountDownLatch never = new CountDownLatch(1);
    Source<Finding> hung =
        new Source<>(CheckId.ACCEPTED, SOON.dividedBy(3), () -> uninterruptible(never));
    Diagnosis all =
        Diagnosis.of(
            IntStream.range(0, 20).mapToObj(_ -> new Check(CheckId.STOPS, hung::get)).toList(),
            NOBODY,
            SOON.multipliedBy(10));
    never.countDown();

    assertThat(all.all())
        .hasSize(20)
        .allMatch(it -> it.finding().waitsFor().equals(Optional.of(CheckId.ACCEPTED)));
  }

  @Test
  void onlyTheTellerTellsWhyASourceFailed() {
    Source<String> refused =
        source(
            () -> {
              throw new Fault(ExitCode.AUTH, "refused", "try another");
            });
    Finding teller = only(new Check(CheckId.ACCEPTED, () -> Finding.ok(refused.told())));
    Finding other = only(new Check(CheckId.WITHDRAW, () -> Finding.ok(refused.get())));

    assertThat(teller.text()).isEqualTo("refused");
    assertThat(other.text()).isEqualTo("cannot tell before key.accepted is well");
  }

  @Test
  void roomOnDiskIsJudgedBeforeItIsGone() {
    assertThat(JournalChecks.disk(10L << 20).level()).isEqualTo(Level.FAIL);
    assertThat(JournalChecks.disk(500L << 20).level()).isEqualTo(Level.WARN);
    assertThat(JournalChecks.disk(5L << 30).level()).isEqualTo(Level.OK);
  }

  @Test
  void theProgramIsJudgedByItsJavaAndItsArchive() {
    assertThat(installed("21.0.1", true, true)).containsExactly("ok", "fail", "ok");
    assertThat(installed("25", true, false)).containsExactly("ok", "ok", "warn");
    assertThat(installed("25", false, false)).containsExactly("ok", "ok", "skip");
  }

  private static List<String> installed(String java, boolean launched, boolean archived) {
    Setup.Installation program =
        new Setup.Installation("1.0", Runtime.Version.parse(java), launched, Optional.of(archived));
    return new InstallChecks(program)
        .all().stream().map(check -> check.find().level().word()).toList();
  }
}
