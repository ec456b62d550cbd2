package dev.okxguard.journal;

/// Walks the lines of one segment. Only the end of the last segment may be torn: a line without its
/// line feed, which a crash leaves behind and which nobody was told had been written.
record SegmentScan(byte[] bytes, boolean last) {

  /// Takes each proven line.
  @FunctionalInterface
  interface Visitor {
    void visit(Line line, boolean first) throws ChainBreak;
  }

  /// Gives every complete line to the visitor.
  ///
  /// @return where the complete lines end; what stands behind that is torn
  int walk(Chain chain, Visitor visitor) throws ChainBreak {
    int start = 0;
    for (int end = lineFeed(0); end >= 0; end = lineFeed(start)) {
      visitor.visit(chain.next(bytes, start, end), start == 0);
      start = end + 1;
    }
    requireTornAtMost(chain, start);
    return start;
  }

  private int lineFeed(int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /// A crash leaves the beginning of a line; a whole record with something other than a line feed
  /// behind it was altered.
  private void requireTornAtMost(Chain chain, int start) throws ChainBreak {
    long next = chain.head().seq() + 1;
    if (!last && (start == 0 || start < bytes.length)) {
      throw new ChainBreak(next, "its segment ends early");
    }
    if (bytes.length - start > 1 && chain.isRecord(bytes, start, bytes.length - 1)) {
      throw new ChainBreak(next, "the end of its line was altered");
    }
  }
}
