package dev.okxguard.model;

import java.time.Duration;
import java.time.Instant;

/// The only source of time. `Main` gives the system's; tests give one that moves when told to.
public interface Time {
  /// The local wall clock, which may be wrong; server time is this plus a measured offset.
  Instant now();

  /// A clock that never jumps, for measuring durations only, in nanoseconds.
  long nanos();

  /// Waits that long.
  ///
  /// @throws InterruptedException when the process is asked to stop meanwhile
  void pause(Duration length) throws InterruptedException;
}
