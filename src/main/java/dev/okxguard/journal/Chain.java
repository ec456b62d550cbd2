package dev.okxguard.journal;

import java.util.Optional;

/// Follows the chain line by line: each must come next and name the hash of the one before.
final class Chain {
  private final boolean fromStart;
  private Optional<Line> last = Optional.empty();
  private int lines;

  /// @param fromStart whether the first line to come is the very first record; otherwise it is
  ///   taken as it is, and only what follows it is compared
  Chain(boolean fromStart) {
    this.fromStart = fromStart;
  }

  /// Goes on by a line that is sound in itself.
  void follow(Line line) throws ChainBreak {
    if (fromStart || last.isPresent()) {
      requireSuccession(line);
    }
    pass(line);
  }

  /// Goes on by a line that is known to follow.
  void pass(Line line) {
    last = Optional.of(line);
    lines++;
  }

  private void requireSuccession(Line line) throws ChainBreak {
    long next = seq() + 1;
    if (line.seq() != next) {
      throw new ChainBreak(next, "record " + line.seq() + " is in its place");
    }
    if (!(last.isPresent() ? line.follows(last.get()) : line.prev().equals(Head.NONE.hash()))) {
      throw new ChainBreak(next, "it does not follow the record before it");
    }
  }

  /// Number of the last line, 0 when there is none.
  long seq() {
    return last.isPresent() ? last.get().seq() : 0;
  }

  /// How many lines were followed.
  int lines() {
    return lines;
  }

  Head head() {
    return last.map(Line::head).orElse(Head.NONE);
  }
}
