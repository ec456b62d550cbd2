package dev.okxguard.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountLockTest {
  @TempDir Path home;
  private final TestTime time = new TestTime();

  private AccountLock acquire() {
    return AccountLock.acquire(home.resolve("live-7"), Duration.ofMillis(300), time);
  }

  private void assertBusy(String message) {
    assertThatThrownBy(this::acquire)
        .isInstanceOfSatisfying(Fault.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.BUSY))
        .hasMessageContaining(message);
  }

  @Test
  void anotherProcessIsKeptOutUntilTheHolderIsKilled() throws Exception {
    Process holder = LockHolder.start(home.resolve("live-7"));
    try (var lines = holder.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("held");
      assertBusy("process " + holder.pid() + " holds the lock of live-7");
      holder.destroyForcibly().waitFor();
    }
    acquire().close();
  }

  @Test
  void theHolderKeepsOutAnotherProcessEvenAfterASecondAttemptOfItsOwn() throws Exception {
    try (AccountLock lock = acquire()) {
      assertThat(lock).isNotNull();
      assertBusy("process " + ProcessHandle.current().pid());
      assertThat(firstLineOfAnother()).startsWith("busy process " + ProcessHandle.current().pid());
    }
    assertThat(firstLineOfAnother()).isEqualTo("held");
  }

  private String firstLineOfAnother() throws IOException, InterruptedException {
    Process other = LockHolder.start(home.resolve("live-7"));
    try (var lines = other.inputReader()) {
      return lines.readLine();
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  @Test
  void theWaitIsBounded() {
    try (AccountLock lock = acquire()) {
      assertThat(lock).isNotNull();
      long before = time.nanos();
      assertBusy("");
      assertThat(time.nanos() - before).isEqualTo(Duration.ofMillis(300).toNanos());
    }
    acquire().close();
  }

  @Test
  void accountsDoNotKeepEachOtherOut() {
    try (AccountLock one = acquire();
        AccountLock other = AccountLock.acquire(home.resolve("demo-7"), Duration.ZERO, time)) {
      assertThat(one).isNotSameAs(other);
    }
  }

  @Test
  void closingTwiceFreesNobodyElsesLock() {
    AccountLock first = acquire();
    first.close();
    try (AccountLock second = acquire()) {
      assertThat(second).isNotNull();
      first.close();
      assertBusy("");
    }
  }

  @Test
  void oneThreadAtATimeHoldsIt() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> runs =
          IntStream.range(0, 4)
              .<Future<?>>mapToObj(i -> threads.submit(() -> take(inside, most)))
              .toList();
      for (Future<?> run : runs) {
        run.get();
      }
    }
    assertThat(most).hasValue(1);
  }

  private void take(AtomicInteger inside, AtomicInteger most) {
    for (int i = 0; i < 50; i++) {
      try (AccountLock lock = AccountLock.acquire(home, Duration.ZERO, new TestTime())) {
        assertThat(lock).isNotNull();
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        Thread.yield();
        inside.decrementAndGet();
      } catch (Fault e) {
        assertThat(e.exitCode()).isEqualTo(ExitCode.BUSY);
      }
    }
  }
}
