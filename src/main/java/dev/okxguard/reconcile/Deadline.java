package dev.okxguard.reconcile;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Time;
import java.time.Duration;
import java.util.List;

/// When a run has to end.
///
/// @param end by [Time#nanos]
record Deadline(Time time, long end) {

  static Deadline in(Duration length, Time time) {
    return new Deadline(time, time.nanos() + length.toNanos());
  }

  /// What is left; zero when it is over.
  Duration left() {
    long left = end - time.nanos();
    return left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
  }

  /// That long, or what is left when that is less.
  Duration atMost(Duration length) {
    return left().compareTo(length) < 0 ? left() : length;
  }

  /// @param before what there is no time for any more
  /// @throws Unread when it is over
  void require(String before) {
    if (left().isZero()) {
      throw new Unread(List.of("time was up before " + before));
    }
  }

  /// Waits, when there is time for that.
  ///
  /// @throws Unread when there is not
  void pause(Duration length, String before) {
    if (left().compareTo(length) <= 0) {
      throw new Unread(List.of("time was up before " + before));
    }
    try {
      time.pause(length);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new Fault(ExitCode.INTERRUPTED, "interrupted between two looks at the account", "");
    }
  }
}
