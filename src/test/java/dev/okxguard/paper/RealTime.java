package dev.okxguard.paper;

import dev.okxguard.model.Time;
import java.time.Duration;
import java.time.Instant;

/// The system's time, for tests in which threads really wait for each other.
final class RealTime implements Time {
  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void pause(Duration length) throws InterruptedException {
    Thread.sleep(length);
  }
}
