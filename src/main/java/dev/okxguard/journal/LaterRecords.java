package dev.okxguard.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// The chain from a record on: only the segments that hold it and what follows are read, so that
/// the cost is that of what is new, however long the history.
///
/// @param seq number of the first record wanted
record LaterRecords(Path directory, long seq, Consumer<Record> each) {

  /// Gives the records, each once it is proven to follow the one before.
  void read() throws IOException, ChainBreak {
    int count = Segments.count(directory);
    int from = holding(count);
    Chain chain = new Chain(from == 1);
    for (int segment = from; segment <= count; segment++) {
      byte[] bytes = Segments.read(directory, segment, chain.head().seq() + 1);
      SegmentScan.of(bytes, segment == count, Depth.LINE).walk(chain, this::visit);
    }
  }

  /// The last segment that does not begin behind the record.
  private int holding(int count) throws IOException, ChainBreak {
    int holding = 1;
    int beyond = count + 1;
    while (beyond - holding > 1) {
      int middle = (holding + beyond) >>> 1;
      if (beginsBehind(middle, count)) {
        beyond = middle;
      } else {
        holding = middle;
      }
    }
    return holding;
  }

  private boolean beginsBehind(int segment, int count) throws IOException, ChainBreak {
    Optional<Line> first = FirstLine.of(directory, segment);
    if (first.isEmpty() && segment < count) {
      throw new ChainBreak(0, "segment " + segment + " ends early");
    }
    return first.isEmpty() || first.get().seq() > seq;
  }

  private void visit(Sound sound, boolean first) throws ChainBreak {
    Line line = sound.line();
    if (line.seq() >= seq && !line.type().equals(Record.CHECKPOINT)) {
      each.accept(line.record());
    }
  }
}
