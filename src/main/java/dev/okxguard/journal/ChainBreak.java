package dev.okxguard.journal;

/// The chain does not hold at a record.
final class ChainBreak extends Exception {
  private static final long serialVersionUID = 1L;

  private final long seq;
  private final boolean newer;

  ChainBreak(long seq, String reason) {
    this(seq, reason, false);
  }

  ChainBreak(long seq, String reason, boolean newer) {
    super(reason);
    this.seq = seq;
    this.newer = newer;
  }

  /// The same, now that it is known where.
  ChainBreak at(long place) {
    return new ChainBreak(place, getMessage(), newer);
  }

  /// The first record that cannot be trusted.
  long seq() {
    return seq;
  }

  /// Whether nothing is wrong except that a later version of this program wrote it.
  boolean newer() {
    return newer;
  }
}
