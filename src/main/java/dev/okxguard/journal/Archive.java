package dev.okxguard.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/// What is read again from a segment when somebody asks, so that no checkpoint has to carry it.
record Archive(Path directory) {

  /// What closed segments say of a key: the index names the last segment that mentions it, and only
  /// that one is read.
  ///
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
    Ledger ledger = new Ledger(this);
    SegmentScan.of(Segments.read(directory, segment, 0), false, Depth.LEDGER)
        .walk(new Chain(segment == 1), new Replay(ledger, segment, false));
    Optional<Past> past = ledger.recentByKey(key);
    if (past.isEmpty()) {
      throw new ChainBreak(0, "segment " + segment + " lacks a key its index names");
    }
    return past;
  }

  /// The books written there.
  ///
  /// @throws JournalBroken when they are not there
  Latest.Said books(InForce.BooksAt at) {
    try {
      byte[] bytes = Segments.read(directory, at.segment(), at.seq());
      SegmentScan scan = SegmentScan.of(bytes, true, Depth.LINE);
      Line line =
          scan.lines().stream()
              .map(Sound::line)
              .filter(found -> found.seq() == at.seq() && found.type().equals(Record.BOOKS))
              .findFirst()
              .orElseThrow(() -> new ChainBreak(at.seq(), "the books are not where they were"));
      return new Latest.Said(at.time(), at.seq(), EventReader.of(line).orElseThrow());
    } catch (ChainBreak e) {
      throw JournalReader.fault(directory, e);
    } catch (IOException e) {
      throw JournalReader.unreadable(directory, e);
    }
  }
}
