package dev.okxguard.okx;

import dev.okxguard.model.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A clock that moves only when something waits or a test says so.
final class StepTime implements Time {
  private Instant now = Instant.parse("2026-11-21T10:00:00.120Z");
  private long nanos = 5_000_000_000L;
  private final List<Duration> pauses = new ArrayList<>();

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public synchronized void pause(Duration length) {
    pauses.add(length);
    step(length);
  }

  synchronized void step(Duration length) {
    now = now.plus(length);
    nanos += length.toNanos();
  }

  /// Moves the wall clock alone, as NTP or an operator would.
  synchronized void jump(Duration length) {
    now = now.plus(length);
  }

  synchronized List<Duration> pauses() {
    return List.copyOf(pauses);
  }
}
