package dev.okxguard.journal;

import java.security.MessageDigest;
import java.util.Optional;

/// Follows the chain line by line: each must be sound in itself and follow the one before.
final class Chain {
  private final MessageDigest digest = Sha256.digest();
  private boolean anchored;
  private Head head = Head.NONE;
  private int lines;

  /// @param fromStart whether the first line to come is the very first record; otherwise it is
  ///   taken as it is, and only what follows it is compared
  Chain(boolean fromStart) {
    this.anchored = fromStart;
  }

  /// The line between the two positions, once it is proven to be the next record.
  Line next(byte[] buffer, int start, int end) throws ChainBreak {
    long expected = head.seq() + 1;
    Line line =
        Line.parse(buffer, start, end)
            .orElseThrow(() -> new ChainBreak(expected, "the line is no journal record"));
    if (!line.hashHolds(digest)) {
      throw new ChainBreak(expected, "its content does not match its hash");
    }
    if (line.format() > Record.FORMAT) {
      throw new ChainBreak(expected, "it was written by a newer version of okx", true);
    }
    if (anchored) {
      requireSuccession(line);
    }
    anchored = true;
    head = line.head();
    lines++;
    return line;
  }

  private void requireSuccession(Line line) throws ChainBreak {
    if (line.seq() != head.seq() + 1) {
      throw new ChainBreak(head.seq() + 1, "record " + line.seq() + " is in its place");
    }
    if (!line.prev().equals(head.hash())) {
      throw new ChainBreak(line.seq(), "it does not follow the record before it");
    }
  }

  /// Whether a sound record stands between the two positions, wherever it belongs.
  boolean isRecord(byte[] buffer, int start, int end) {
    Optional<Line> line = Line.parse(buffer, start, end);
    return line.isPresent() && line.get().hashHolds(digest);
  }

  /// How many lines were proven.
  int lines() {
    return lines;
  }

  Head head() {
    return head;
  }
}
