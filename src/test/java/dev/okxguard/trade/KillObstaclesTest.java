package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.AccountLock;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.Halt;
import dev.okxguard.journal.Journal;
import dev.okxguard.journal.Record;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/// The kill switch needs nothing else to work.
class KillObstaclesTest {
  @TempDir Path home;

  /// How often a process looks whether the lock is free.
  private static final Duration LOCK_POLL = Duration.ofMillis(20);

  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private KillScene scene;

  @BeforeEach
  void open() {
    scene = new KillScene(home, time, 7);
    scene.handful(false);
  }

  private Killed works(String... faults) {
    Killed killed = scene.kill(true, faults);
    assertThat(killed.state()).as(killed.toString()).isEqualTo(Killed.State.DONE);
    assertThat(scene.truth().empty()).isTrue();
    return killed;
  }

  private void halts(Killed killed) {
    assertThat(killed.halted()).isTrue();
    assertThat(scene.positions.halted()).isTrue();
  }

  @Test
  void withUnreadableLimits() throws IOException {
    Files.writeString(home.resolve("guard.toml"), "[policy]\nread_only = maybe\n[limits\n");
    halts(works());
  }

  @Test
  void withAJournalThatWasTamperedWith() throws IOException {
    Files.createDirectories(scene.desk.journal());
    Files.writeString(
        scene.desk.journal().resolve("00000001.ndjson"),
        "{\"data\":{}}\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    halts(works());
  }

  @Test
  void withoutAStateDirectory() throws IOException {
    Files.writeString(home.resolve("state"), "not a directory");
    // Nothing is entered as long as that is so, but no file would stop anything once it is mended.
    assertThat(works().halted()).isFalse();
    assertThat(scene.positions.halted()).isTrue();
  }

  @Test
  void whereNoHaltCanBeMadeItSaysSoAndGoesOn() {
    List<String> told = new ArrayList<>();
    try (PaperDesk.Process process = scene.desk.process()) {
      Killed killed =
          new Gateway(nowhere(process.desk()))
              .kill(new KillRequest(true, false, "test"), told::add);
      assertThat(killed.halted()).isFalse();
      assertThat(killed.state()).isEqualTo(Killed.State.DONE);
    }
    assertThat(told.getFirst()).startsWith("NOT HALTED: ").contains("/proc/no-such-place");
    assertThat(scene.truth().empty()).isTrue();
  }

  /// The same with its state where nobody can write.
  private static Desk nowhere(Desk desk) {
    return new Desk(
        desk.exchange(),
        desk.environment(),
        new StateDirectory(Path.of("/proc/no-such-place")),
        desk.limits(),
        desk.time(),
        desk.random(),
        desk.progress(),
        desk.account(),
        desk.knownUid(),
        desk.alerts());
  }

  @Test
  void whileAnotherProcessHoldsTheLockItDoesNotWait() {
    try (AccountLock _ =
        AccountLock.acquire(
            scene.desk.state().lock(Environment.PAPER, scene.desk.uid()), Duration.ZERO, time)) {
      halts(works());
    }
    assertThat(time.paused(LOCK_POLL)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void anOrderThatTheHolderOfTheLockHadOnItsWayIsTakenOffToo() {
    AtomicInteger empty = new AtomicInteger();
    Consumer<String> late =
        line -> {
          if (line.endsWith("left 0 orders, 0 algo orders, 0 positions")
              && empty.incrementAndGet() == 2) {
            scene.rest(1);
          }
        };
    try (AccountLock _ =
            AccountLock.acquire(
                scene.desk.state().lock(Environment.PAPER, scene.desk.uid()), Duration.ZERO, time);
        PaperDesk.Process process = scene.desk.process()) {
      process.gateway().kill(new KillRequest(true, false, "test"), late);
    }
    assertThat(empty.get()).isGreaterThanOrEqualTo(2);
    assertThat(scene.truth().empty()).isTrue();
  }

  /// An order until its expiry, an algo order until its signature is too old.
  @ParameterizedTest
  @ValueSource(ints = {5, 5, 30, 30, 30})
  void whateverWasOnItsWayIsTakenOffWheneverItArrives(int seconds) throws Exception {
    Seed.check(
        (random, _) -> {
          Instant arrival = time.now().plusMillis(random.nextInt(1000 * seconds));
          boolean crashed = random.nextBoolean();
          Event.Intent intent = onTheWay(Duration.ofSeconds(seconds));
          boolean told = !crashed && random.nextBoolean();
          AtomicBoolean arrived = new AtomicBoolean();
          Runnable comes =
              () -> {
                if (!time.now().isBefore(arrival) && arrived.compareAndSet(false, true)) {
                  scene.rest(1);
                  if (told) {
                    append(Outcomes.accepted(intent, "1"));
                  }
                }
              };
          try (AccountLock _ = crashed ? null : holder();
              PaperDesk.Process process = scene.desk.process()) {
            Killed killed =
                process.gateway().kill(new KillRequest(true, false, "test"), _ -> comes.run());
            assertThat(killed.state()).isEqualTo(Killed.State.DONE);
          }
          assertThat(arrived).as("it waited for %s", arrival).isTrue();
          assertThat(scene.truth().empty()).isTrue();
        });
  }

  @Test
  void whatMayStillArriveWhenTimeIsUpIsSaid() {
    onTheWay(Duration.ofMinutes(5));
    Killed killed = scene.kill(true);
    assertThat(killed.state()).isEqualTo(Killed.State.UNKNOWN);
    assertThat(killed.problems())
        .contains("place okgcoming on BTC-USDT was on its way at the halt and may still arrive");
    time.advance(Duration.ofMinutes(5));
    assertThat(scene.kill(true).state()).isEqualTo(Killed.State.DONE);
  }

  private AccountLock holder() {
    return AccountLock.acquire(
        scene.desk.state().lock(Environment.PAPER, scene.desk.uid()), Duration.ZERO, time);
  }

  /// An entry that is on record and has no outcome.
  private Event.Intent onTheWay(Duration validity) {
    Event.Intent intent =
        new Event.Intent(
            "okgcoming",
            Optional.empty(),
            "digest",
            "place",
            "SPOT",
            "BTC-USDT",
            "okgcoming",
            true,
            JsonNodeFactory.instance.objectNode().put("side", "buy"),
            Optional.empty(),
            Optional.of(time.now().plus(validity)),
            "policy");
    append(intent);
    return intent;
  }

  private void append(Event event) {
    try (Journal journal = Journal.open(scene.desk.journal(), time)) {
      journal.append(event);
    }
  }

  @Test
  void theHaltIsOnRecordAfterwardsWhenAnotherProcessHeldTheLock() {
    AccountLock lock =
        AccountLock.acquire(
            scene.desk.state().lock(Environment.PAPER, scene.desk.uid()), Duration.ZERO, time);
    try (PaperDesk.Process process = scene.desk.process()) {
      process.gateway().kill(new KillRequest(true, false, "test"), _ -> lock.close());
    }
    assertThat(scene.desk.records()).extracting(Record::type).contains("halted");
  }

  @Test
  void whenOkxDoesNotSayWhoseAccountItIsEveryAccountIsHalted() {
    halts(works("50026@GET:/account/configx*"));
    assertThat(new Halt(scene.desk.state()).reasonForAll()).isPresent();
  }

  @Test
  void anAccountSeenBeforeIsHaltedAlone() {
    String uid = scene.desk.uid();
    try (PaperDesk.Process process = scene.desk.process("50026@GET:/account/configx*")) {
      halts(KillScene.kill(process.gateway(uid), true));
    }
    assertThat(new Halt(scene.desk.state()).reasonForAll()).isEmpty();
    assertThat(scene.desk.records()).as("under the remembered uid").isNotEmpty();
    assertThat(scene.truth().empty()).isTrue();
  }

  @Test
  void whenOkxsClockCannotBeRead() {
    halts(works("50026@GET:/public/timex*"));
  }

  @Test
  void whenNoInstrumentCanBeRead() {
    halts(works("50026@GET:/public/instrumentsx*"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET:/account/config",
        "GET:/account/positions",
        "GET:/trade/orders-pending",
        "GET:/trade/orders-algo-pending",
        "GET:/public/time",
        "GET:/public/instruments",
        "POST:/trade/order",
        "POST:/trade/close-position",
        "POST:/trade/cancel-batch-orders",
        "POST:/trade/cancel-order",
        "POST:/trade/cancel-algos"
      })
  void eachCallMayFailOnce(String call) {
    halts(works("lost-reply@" + call));
  }

  @ParameterizedTest
  @ValueSource(strings = {"50026", "lost-request"})
  void whereOrdersCannotBeListedTheRestGoesAndThatIsSaid(String fault) {
    Killed killed = scene.kill(true, fault + "@GET:/trade/orders-pendingx*");
    assertThat(killed.state()).isEqualTo(Killed.State.UNKNOWN);
    assertThat(killed.problems()).anyMatch(p -> p.startsWith("pending orders could not be read"));
    assertThat(scene.truth().positions()).isEmpty();
    assertThat(scene.truth().algos()).isEmpty();
    assertThat(killed.halted()).isTrue();
    works();
  }

  @Test
  void whereAlgoOrdersCannotBeListedTheRestGoesAndThatIsSaid() {
    Killed killed = scene.kill(true, "50026@GET:/trade/orders-algo-pendingx*");
    assertThat(killed.state()).isEqualTo(Killed.State.UNKNOWN);
    assertThat(scene.truth().positions()).isEmpty();
    assertThat(scene.truth().orders()).isEmpty();
    works();
  }

  @Test
  void wherePositionsCannotBeReadEntriesGoAndProtectionStays() {
    Killed killed = scene.kill(true, "50026@GET:/account/positionsx*");
    assertThat(killed.state()).isEqualTo(Killed.State.UNKNOWN);
    assertThat(scene.truth().orders()).hasSize(1);
    assertThat(scene.truth().algos()).hasSize(2);
    works();
  }

  @ParameterizedTest
  @ValueSource(strings = {"51405", "lost-request", "50001"})
  void cancelsThatNeverWorkLeaveTheOrdersAndTheyAreNamed(String fault) {
    Killed killed = scene.kill(true, fault + "@POST:/trade/cancel-batch-ordersx*");
    assertThat(killed.state()).isNotEqualTo(Killed.State.DONE);
    assertThat(killed.left().orders()).hasSize(5);
    assertThat(killed.problems()).isNotEmpty();
    scene.isTrue(killed);
    works();
  }

  @Test
  void aLegThatIsRefusedOneWayGoesTheOther() {
    works("51112@POST:/trade/orderx*");
  }

  @Test
  void legsThatNeverGoAreNamedAndKeepTheirStops() {
    Killed killed =
        scene.kill(true, "51112@POST:/trade/orderx*", "51108@POST:/trade/close-positionx*");
    assertThat(killed.state()).isEqualTo(Killed.State.RESIDUE);
    assertThat(killed.left().positions()).hasSize(2);
    assertThat(killed.left().algos()).hasSize(2);
    assertThat(killed.problems()).anyMatch(p -> p.contains("BTC-USDT-SWAP isolated: 51"));
    scene.isTrue(killed);
    works();
  }

  @Test
  void whenNothingCanBeReachedItIsHaltedAllTheSame() {
    Killed killed = scene.kill(true, "lost-request@*:*x*");
    assertThat(killed.state()).isEqualTo(Killed.State.UNKNOWN);
    assertThat(killed.blocked().map(Fault::exitCode)).contains(ExitCode.UNREACHABLE);
    assertThat(killed.halted()).isTrue();
  }

  @Test
  void aRefusedKeyIsSaidWithoutTryingForLong() {
    long before = time.nanos();
    Killed killed = scene.kill(true, "50113@*:*x*");
    assertThat(killed.blocked().map(Fault::exitCode)).contains(ExitCode.AUTH);
    assertThat(killed.halted()).isTrue();
    assertThat(Duration.ofNanos(time.nanos() - before)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void readOnlyHaltsAndSendsNothing() {
    try (PaperDesk.Process process = scene.desk.process(scene.desk.policy().asReadOnly())) {
      Killed killed = KillScene.kill(process.gateway(), true);
      assertThat(killed.denials()).hasSize(1);
      assertThat(killed.halted()).isTrue();
      assertThat(process.wire().writes()).isEmpty();
      scene.isTrue(killed);
    }
  }
}
