package dev.okxguard.okx;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Time;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// How long one read goes on: three repeats, each after twice the pause of the one before or after
/// the window of a limit that is used up, with jitter, and all within one timeout. Its clock starts
/// with the first request, so that waiting in line for a rate limit costs nothing.
final class Patience {
  private static final int REPEATS = 3;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LEAST = Duration.ofMillis(1);

  private final Time time;
  private final Duration timeout;
  private boolean started;
  private long deadline;
  private int repeats;
  private boolean clockCorrected;

  Patience(Time time, Duration timeout) {
    this.time = time;
    this.timeout = timeout;
  }

  /// The time left for the request about to go out.
  Duration left() {
    if (!started) {
      started = true;
      deadline = time.nanos() + timeout.toNanos();
    }
    Duration left = Duration.ofNanos(deadline - time.nanos());
    return left.compareTo(LEAST) < 0 ? LEAST : left;
  }

  /// Whether the clock has not been corrected yet during this read; from now on it has.
  boolean mayCorrectClock() {
    boolean first = !clockCorrected;
    clockCorrected = true;
    return first;
  }

  /// Pauses before the next attempt; false when there is to be none.
  ///
  /// @param least the pause before jitter, where the first ones would be too short
  boolean again(Duration least) {
    if (repeats == REPEATS) {
      return false;
    }
    Duration backoff = FIRST_PAUSE.multipliedBy(1L << repeats);
    Duration pause = jittered(backoff.compareTo(least) < 0 ? least : backoff);
    repeats++;
    if (deadline - time.nanos() <= pause.toNanos()) {
      return false;
    }
    return paused(pause);
  }

  private boolean paused(Duration pause) {
    try {
      time.pause(pause);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(ExitCode.INTERRUPTED, "interrupted between two attempts of a read", "");
    }
  }

  /// Between half of it and all of it, so that processes that failed together do not come back
  /// together.
  private static Duration jittered(Duration pause) {
    long half = pause.toNanos() / 2;
    return Duration.ofNanos(half + ThreadLocalRandom.current().nextLong(half + 1));
  }
}
