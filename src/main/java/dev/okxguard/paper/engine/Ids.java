package dev.okxguard.paper.engine;

import java.time.Instant;

/// Numbers for orders, bills and positions (19 digits, rising, so that paging by id is paging by
/// time) and for trades.
final class Ids {
  private static final long PER_MILLI = 1_000_000L;

  private long last;
  private long lastTrade;

  Ids(long last, long lastTrade) {
    this.last = last;
    this.lastTrade = lastTrade;
  }

  /// The least number that anything of that moment, or later, has.
  static long least(Instant at) {
    return at.toEpochMilli() * PER_MILLI;
  }

  String next(Instant now) {
    last = Math.max(last + 1, least(now));
    return Long.toString(last);
  }

  String nextTrade() {
    lastTrade++;
    return Long.toString(lastTrade);
  }

  long last() {
    return last;
  }

  long lastTrade() {
    return lastTrade;
  }
}
