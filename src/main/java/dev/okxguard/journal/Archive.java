package dev.okxguard.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/// What closed segments say of a key: the index names the last segment that mentions it, and only
/// that one is read.
record Archive(Path directory) {

  /// @throws JournalBroken when index or segment are damaged
  Optional<Past> byKey(String key) {
    try {
      int closed = Segments.count(directory) - 1;
      OptionalInt segment = new KeyIndex(directory).segmentOf(key, closed);
      return segment.isEmpty() ? Optional.empty() : replay(segment.getAsInt(), key);
    } catch (ChainBreak e) {
      throw JournalReader.fault(directory, e);
    } catch (IOException e) {
      throw new JournalBroken(directory.toString(), 0, "its key index: " + e);
    }
  }

  private Optional<Past> replay(int segment, String key) throws IOException, ChainBreak {
    Ledger ledger = new Ledger(none -> Optional.empty());
    SegmentScan scan = new SegmentScan(Segments.read(directory, segment, 0), false);
    scan.walk(new Chain(segment == 1), new Replay(ledger, segment, false));
    Optional<Past> past = ledger.recentByKey(key);
    if (past.isEmpty()) {
      throw new ChainBreak(0, "segment " + segment + " lacks a key its index names");
    }
    return past;
  }
}
