package dev.okxguard.guard;

import java.time.Instant;

/// OKX's dead man's switch as it was last set from here.
public sealed interface Heartbeat {
  /// It was never armed, or a person disarmed it.
  record Never() implements Heartbeat {}

  /// OKX cancels our orders at that time, by its clock, unless another beat comes before.
  record Armed(Instant until) implements Heartbeat {}

  /// The last beat was refused or not answered.
  record Failed(String reason) implements Heartbeat {}

  /// What is on record of it cannot be read.
  record Unreadable(String reason) implements Heartbeat {}
}
