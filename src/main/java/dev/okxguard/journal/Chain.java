package dev.okxguard.journal;

/// Follows the chain line by line: each must come next and name the hash of the one before.
final class Chain {
  private boolean anchored;
  private Head head = Head.NONE;
  private int lines;

  /// @param fromStart whether the first line to come is the very first record; otherwise it is
  ///   taken as it is, and only what follows it is compared
  Chain(boolean fromStart) {
    this.anchored = fromStart;
  }

  /// Goes on by a line that is sound in itself.
  void follow(Line line) throws ChainBreak {
    if (anchored) {
      requireSuccession(line);
    }
    anchored = true;
    head = line.head();
    lines++;
  }

  private void requireSuccession(Line line) throws ChainBreak {
    if (line.seq() != head.seq() + 1) {
      throw new ChainBreak(head.seq() + 1, "record " + line.seq() + " is in its place");
    }
    if (!line.prev().equals(head.hash())) {
      throw new ChainBreak(line.seq(), "it does not follow the record before it");
    }
  }

  /// How many lines were followed.
  int lines() {
    return lines;
  }

  Head head() {
    return head;
  }
}
