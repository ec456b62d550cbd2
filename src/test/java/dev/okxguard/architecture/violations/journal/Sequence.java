package dev.okxguard.architecture.violations.journal;

import java.util.concurrent.atomic.AtomicLong;

/// Counts in a static holder.
final class Sequence {
  static final AtomicLong NEXT = new AtomicLong();

  private Sequence() {}
}
