package dev.okxguard.alert;

import dev.okxguard.model.Alarm;
import dev.okxguard.model.Environment;
import java.time.Instant;
import java.util.Optional;

/// Alarms to send.
final class Samples {
  static final Instant TIME = Instant.parse("2026-11-21T10:00:00.123456Z");

  private Samples() {}

  static Alarm of(Alarm.Kind kind) {
    return of(kind, "prices look wrong");
  }

  static Alarm of(Alarm.Kind kind, String reason) {
    return new Alarm(
        kind,
        new Alarm.Scope(Optional.of(Environment.LIVE), "bot", "4711"),
        reason,
        new Alarm.Subject("BTC-USDT", "okglx1", "okglx1"),
        Optional.of(new Alarm.Anchor(12, "ab".repeat(32))),
        TIME);
  }
}
