package dev.okxguard.testing;

import dev.okxguard.model.Time;
import java.time.Duration;
import java.time.Instant;

/// A wrong clock: another one's time, off by a fixed length.
public record ShiftedTime(Time time, Duration ahead) implements Time {
  @Override
  public Instant now() {
    return time.now().plus(ahead);
  }

  @Override
  public long nanos() {
    return time.nanos();
  }

  @Override
  public void pause(Duration length) throws InterruptedException {
    time.pause(length);
  }
}
