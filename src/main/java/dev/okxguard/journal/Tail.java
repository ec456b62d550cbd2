package dev.okxguard.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/// Where the next record goes, found by reading the last segment alone.
///
/// @param segment number of the segment the chain ends in
/// @param end length of its complete lines
/// @param lines how many those are
/// @param torn what a crash left behind them, or in a segment after it
/// @param rotate whether the next segment was begun and has no complete line yet
record Tail(Head head, int segment, long end, int lines, byte[] torn, boolean rotate) {

  /// Brings the ledger up to date on the way.
  static Tail read(Path directory, Ledger ledger) throws IOException, ChainBreak {
    int count = Segments.count(directory);
    if (count == 0) {
      return new Tail(Head.NONE, 1, 0, 0, new byte[0], false);
    }
    byte[] last = Segments.read(directory, count, 0);
    if (count == 1 || hasLine(last)) {
      return replay(count, last, ledger);
    }
    SegmentScan before = new SegmentScan(Segments.read(directory, count - 1, 0), false);
    Tail tail = replay(count - 1, before, ledger);
    return new Tail(tail.head, tail.segment, tail.end, tail.lines, last, true);
  }

  private static boolean hasLine(byte[] bytes) {
    for (byte b : bytes) {
      if (b == '\n') {
        return true;
      }
    }
    return false;
  }

  private static Tail replay(int segment, byte[] bytes, Ledger ledger) throws ChainBreak {
    return replay(segment, new SegmentScan(bytes, true), ledger);
  }

  private static Tail replay(int segment, SegmentScan scan, Ledger ledger) throws ChainBreak {
    Chain chain = new Chain(segment == 1);
    int end = scan.walk(chain, new Replay(ledger, segment, false));
    byte[] torn = Arrays.copyOfRange(scan.bytes(), end, scan.bytes().length);
    return new Tail(chain.head(), segment, end, chain.lines(), torn, false);
  }
}
