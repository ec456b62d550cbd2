package dev.okxguard.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The chain from a record on: only the segments that hold it and what follows are read, so that
/// the cost is that of what is new, however long the history.
///
/// @param seq number of the first record given
/// @param wanted what is left out otherwise
/// @param enough asked before each segment whether to stop
record LaterRecords(
    Path directory,
    long seq,
    JournalReader.Wanted wanted,
    Consumer<Record> each,
    BooleanSupplier enough) {

  /// Gives the records, each once it is proven to follow the one before.
  ///
  /// @return number of the last record read
  long read() throws IOException, ChainBreak {
    int count = Segments.count(directory);
    int from = holding(count);
    Chain chain = new Chain(from == 1);
    MessageDigest digest = Sha256.digest();
    for (int segment = from; segment <= count && !enough.getAsBoolean(); segment++) {
      byte[] bytes = Segments.read(directory, segment, chain.seq() + 1);
      SegmentScan.of(bytes, segment == count, Depth.LINK)
          .walk(chain, (sound, _) -> visit(sound.line(), digest));
    }
    return chain.seq();
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

  /// What nobody wants may be long, and is not read at all.
  private void visit(Line line, MessageDigest digest) throws ChainBreak {
    if (!wanted.test(line.type(), line.seq())) {
      return;
    }
    line.requireHash(digest);
    if (line.seq() >= seq && !line.type().equals(Record.CHECKPOINT)) {
      each.accept(line.record());
    }
  }
}
