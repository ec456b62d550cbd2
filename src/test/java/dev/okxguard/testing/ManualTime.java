package dev.okxguard.testing;

import dev.okxguard.model.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Time that moves only when told to: a pause moves it by its length and returns at once. Safe for
/// several threads.
public final class ManualTime implements Time {
  private Instant now;
  private long nanos;
  private final Map<Duration, Integer> pauses = new HashMap<>();

  public ManualTime(Instant start) {
    this.now = start;
  }

  /// Time that starts at that ISO instant, for example `2026-11-21T10:00:00Z`.
  public static ManualTime at(String start) {
    return new ManualTime(Instant.parse(start));
  }

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public void pause(Duration length) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    synchronized (this) {
      pauses.merge(length, 1, Integer::sum);
    }
    advance(length);
  }

  /// How much time went by in pauses of exactly that length.
  public synchronized Duration paused(Duration length) {
    return length.multipliedBy(pauses.getOrDefault(length, 0));
  }

  /// Lets that much time pass, on both clocks.
  public synchronized void advance(Duration length) {
    now = now.plus(length);
    nanos += length.toNanos();
  }

  /// Sets the wall clock alone, as an operator or NTP would; durations are not affected.
  public synchronized void jumpTo(Instant instant) {
    now = instant;
  }
}
