package dev.okxguard.journal;

import java.time.Instant;

/// A line of the journal as it stands in its segment, proven to be the next of the chain.
public final class Proven {
  private final Line line;

  Proven(Line line) {
    this.line = line;
  }

  /// The record's number.
  public long seq() {
    return line.seq();
  }

  /// When it was written.
  public Instant time() {
    return line.time();
  }

  /// See [Record#type()].
  public String type() {
    return line.type();
  }

  /// The line itself, without its line feed: whoever has it can recompute its hash.
  public String text() {
    return line.text();
  }

  /// What it says.
  public Record record() {
    try {
      return line.record();
    } catch (ChainBreak e) {
      throw new IllegalStateException("a proven record cannot be read", e);
    }
  }
}
