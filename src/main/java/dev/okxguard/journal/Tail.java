package dev.okxguard.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/// Where the next record goes, found by reading the last segment alone.
///
/// @param segment number of the segment the chain ends in
/// @param begin where its first record behind the checkpoint begins
/// @param end length of its complete lines
/// @param lines how many those are
/// @param torn what a crash left behind them, or in a segment after it
/// @param rotate whether the next segment was begun and has no complete line yet
record Tail(Head head, int segment, long begin, long end, int lines, byte[] torn, boolean rotate) {

  /// Of a segment that is new.
  static Tail none(int segment) {
    return new Tail(Head.NONE, segment, 0, 0, 0, new byte[0], false);
  }

  /// Brings the ledger up to date on the way.
  ///
  /// @param count number of the last segment
  static Tail read(Path directory, int count, Ledger ledger) throws IOException, ChainBreak {
    return read(directory, count, ledger, Foreseen.nothing());
  }

  /// The same, checking nothing twice.
  static Tail read(Path directory, int count, Ledger ledger, Foreseen foreseen)
      throws IOException, ChainBreak {
    if (count == 0) {
      return none(1);
    }
    byte[] last = Segments.read(directory, count, 0);
    if (count == 1 || hasLine(last)) {
      return replay(count, foreseen.scan(last), ledger);
    }
    byte[] before = Segments.read(directory, count - 1, 0);
    Tail tail = replay(count - 1, SegmentScan.of(before, false, Depth.LEDGER), ledger);
    return new Tail(tail.head, tail.segment, tail.begin, tail.end, tail.lines, last, true);
  }

  private static boolean hasLine(byte[] bytes) {
    for (byte b : bytes) {
      if (b == '\n') {
        return true;
      }
    }
    return false;
  }

  private static Tail replay(int segment, SegmentScan scan, Ledger ledger) throws ChainBreak {
    Chain chain = new Chain(segment == 1);
    scan.walk(chain, new Replay(ledger, segment, false));
    long begin = segment == 1 || scan.lines().isEmpty() ? 0 : scan.lines().getFirst().line().end();
    byte[] torn = Arrays.copyOfRange(scan.bytes(), scan.end(), scan.bytes().length);
    return new Tail(chain.head(), segment, begin, scan.end(), chain.lines(), torn, false);
  }
}
