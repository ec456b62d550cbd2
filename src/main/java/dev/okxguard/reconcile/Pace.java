package dev.okxguard.reconcile;

import dev.okxguard.model.Span;
import java.time.Duration;
import java.time.Instant;

/// How long the next slice of history is. Slices begin short, since nobody knows how much happened,
/// grow while little did, and never shrink so far that counting stands still.
record Pace(Duration length) {
  private static final Duration FIRST = Duration.ofMinutes(15);
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(6);

  /// The same for what is read from the archive.
  private static final Duration LONGEST_OLD = Duration.ofDays(7);

  private static final Duration RECENT = Duration.ofDays(3);
  private static final int FEW = 2_000;
  private static final int MANY = 8_000;

  static Pace first() {
    return new Pace(FIRST);
  }

  /// The slice that begins there, no longer than to now.
  Span slice(Instant from, Instant now) {
    Duration longest = from.isBefore(now.minus(RECENT)) ? LONGEST_OLD : LONGEST;
    Instant to = from.plus(shorter(length, longest));
    return new Span(from, to.isBefore(now) ? to : now);
  }

  /// After a slice with so many fills and bills.
  Pace after(int happened) {
    if (happened > MANY) {
      Duration half = length.dividedBy(2);
      return new Pace(half.compareTo(SHORTEST) < 0 ? SHORTEST : half);
    }
    return happened < FEW ? new Pace(shorter(length.multipliedBy(2), LONGEST_OLD)) : this;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
