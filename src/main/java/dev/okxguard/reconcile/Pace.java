package dev.okxguard.reconcile;

import dev.okxguard.model.Span;
import java.time.Duration;
import java.time.Instant;

/// How long the next slice of history is. Slices begin short, since nobody knows how much happened,
/// and grow while little did. One in which too much happened is read again shorter; the shortest is
/// read whatever happened in it, so that counting never stands still.
record Pace(Duration length) {
  private static final Duration FIRST = Duration.ofMinutes(15);
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofHours(6);

  /// The same for what is read from the archive.
  private static final Duration LONGEST_OLD = Duration.ofDays(7);

  private static final Duration RECENT = Duration.ofDays(3);
  private static final int FEW = 2_000;

  /// As many bills OKX gives in six seconds.
  private static final int MOST = 3_000;

  static Pace first() {
    return new Pace(FIRST);
  }

  /// The slice that begins there, no longer than to `end`.
  Span slice(Instant from, Instant end) {
    Duration longest = from.isBefore(end.minus(RECENT)) ? LONGEST_OLD : LONGEST;
    Instant to = from.plus(shorter(length, longest));
    return new Span(from, to.isBefore(end) ? to : end);
  }

  /// How many fills or bills are too many for the next slice.
  int most() {
    return length.compareTo(SHORTEST) > 0 ? MOST : Integer.MAX_VALUE;
  }

  /// After a whole slice with so many fills and bills.
  Pace after(int happened) {
    return happened < FEW ? new Pace(shorter(length.multipliedBy(2), LONGEST_OLD)) : this;
  }

  /// After one of which only the newest was read.
  Pace after(Slice.TooMuch newest) {
    return half(shorter(length, newest.length()));
  }

  private static Pace half(Duration of) {
    Duration half = of.dividedBy(2);
    return new Pace(half.compareTo(SHORTEST) < 0 ? SHORTEST : half);
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
