package dev.okxguard.reconcile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// Times in explanations, to the second, in UTC.
final class When {
  private When() {}

  /// Without the date when it is the day of `now`.
  static String text(Instant time, Instant now) {
    Instant second = time.truncatedTo(ChronoUnit.SECONDS);
    boolean today =
        second
            .atZone(ZoneOffset.UTC)
            .toLocalDate()
            .equals(now.atZone(ZoneOffset.UTC).toLocalDate());
    return today ? second.toString().substring("2026-01-01T".length()) : second.toString();
  }
}
