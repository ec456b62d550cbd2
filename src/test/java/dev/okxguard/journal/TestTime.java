package dev.okxguard.journal;

import dev.okxguard.model.Time;
import java.time.Duration;
import java.time.Instant;

/// A clock that moves when told to, and while somebody pauses.
final class TestTime implements Time {
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");

  void advance(Duration length) {
    now = now.plus(length);
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public long nanos() {
    return Duration.between(Instant.EPOCH, now).toNanos();
  }

  @Override
  public void pause(Duration length) {
    advance(length);
  }
}
