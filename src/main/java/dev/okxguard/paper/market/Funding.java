package dev.okxguard.paper.market;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/// When swaps settle funding: every eight hours from 00:00 UTC, at a constant rate.
public final class Funding {
  /// What a long pays of its value.
  static final BigDecimal RATE = new BigDecimal("0.0001");

  static final Duration INTERVAL = Duration.ofHours(8);

  private Funding() {}

  /// The first settlement after that instant.
  public static Instant next(Instant now) {
    long interval = INTERVAL.toSeconds();
    return Instant.ofEpochSecond((Math.floorDiv(now.getEpochSecond(), interval) + 1) * interval);
  }
}
