package dev.okxguard.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RateLimitsTest {
  private final StepTime time = new StepTime();
  private final RateLimits limits = new RateLimits(time);

  @ParameterizedTest
  @EnumSource
  void noWindowEverHoldsMoreCallsThanOkxAllows(Endpoint endpoint) {
    long seed = Long.getLong("seed", new Random().nextLong());
    Random random = new Random(seed);
    List<Long> sent = new ArrayList<>();
    for (int i = 0; i < 4 * endpoint.calls(); i++) {
      time.step(Duration.ofMillis(random.nextInt(40)));
      limits.await(endpoint, "BTC-USDT");
      sent.add(time.nanos());
    }
    for (int i = endpoint.calls(); i < sent.size(); i++) {
      assertThat(sent.get(i) - sent.get(i - endpoint.calls()))
          .as("seed %d, call %d", seed, i)
          .isGreaterThanOrEqualTo(endpoint.window().toNanos());
    }
  }

  @Test
  void callsWithinTheWindowDoNotWait() {
    for (int i = 0; i < Endpoint.ACCOUNT_CONFIG.calls(); i++) {
      limits.await(Endpoint.ACCOUNT_CONFIG, "");
    }
    assertThat(time.pauses()).isEmpty();
    limits.await(Endpoint.ACCOUNT_CONFIG, "");
    assertThat(time.pauses()).containsExactly(Duration.ofMillis(2100));
  }

  @ParameterizedTest
  @EnumSource
  void callsThatTakeUnevenlyLongOnTheirWayArriveWithinTheLimit(Endpoint endpoint) {
    long seed = Long.getLong("seed", new Random().nextLong());
    Random random = new Random(seed);
    List<Long> arrived = new ArrayList<>();
    for (int i = 0; i < 4 * endpoint.calls(); i++) {
      limits.await(endpoint, "BTC-USDT");
      arrived.add(time.nanos() + Duration.ofMillis(random.nextInt(100)).toNanos());
    }
    arrived.sort(null);
    for (int i = endpoint.calls(); i < arrived.size(); i++) {
      assertThat(arrived.get(i) - arrived.get(i - endpoint.calls()))
          .as("seed %d, call %d", seed, i)
          .isGreaterThanOrEqualTo(endpoint.window().toNanos());
    }
  }

  @Test
  void instrumentsAreCountedApartWhereOkxCountsThemApart() {
    for (int i = 0; i < Endpoint.PLACE_ORDER.calls(); i++) {
      limits.await(Endpoint.PLACE_ORDER, "BTC-USDT");
    }
    limits.await(Endpoint.PLACE_ORDER, "ETH-USDT");
    limits.await(Endpoint.CANCEL_ORDER, "BTC-USDT");
    assertThat(time.pauses()).isEmpty();
    limits.await(Endpoint.PLACE_ORDER, "BTC-USDT");
    assertThat(time.pauses()).hasSize(1);
  }

  @Test
  void theScopeDoesNotMatterWhereOkxCountsByUser() {
    for (int i = 0; i < Endpoint.ACCOUNT_BALANCE.calls(); i++) {
      limits.await(Endpoint.ACCOUNT_BALANCE, "x" + i);
    }
    limits.await(Endpoint.ACCOUNT_BALANCE, "y");
    assertThat(time.pauses()).hasSize(1);
  }

  @Test
  void severalThreadsShareOneWindow() throws InterruptedException {
    Queue<Duration> waits = new ConcurrentLinkedQueue<>();
    RateLimits shared = new RateLimits(new Frozen(new ConcurrentHashMap<>(), waits));
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int i = 0; i < 5; i++) {
                      shared.await(Endpoint.PUBLIC_TIME, "");
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(waits).hasSize(10);
  }

  @Test
  void aStopWhileWaitingIsAnInterruption() {
    RateLimits stopped = new RateLimits(new Stopped());
    stopped.await(Endpoint.SYSTEM_STATUS, "");
    Fault fault =
        catchThrowableOfType(Fault.class, () -> stopped.await(Endpoint.SYSTEM_STATUS, ""));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(fault.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
  }

  /// Time that stands still, except for the one look a thread takes after it waited.
  private record Frozen(Map<Thread, Long> waited, Queue<Duration> waits) implements Time {
    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public long nanos() {
      Long after = waited.remove(Thread.currentThread());
      return after == null ? 0 : after;
    }

    @Override
    public void pause(Duration length) {
      waits.add(length);
      waited.put(Thread.currentThread(), length.toNanos());
    }
  }

  private record Stopped() implements Time {
    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public long nanos() {
      return 0;
    }

    @Override
    public void pause(Duration length) throws InterruptedException {
      throw new InterruptedException();
    }
  }
}
