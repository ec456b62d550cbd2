package dev.okxguard.testing;

import dev.okxguard.model.Time;
import java.time.Duration;
import java.time.Instant;

/// The real clocks, for tests beside real processes.
public final class WallTime implements Time {
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
