package dev.okxguard.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lines of one segment as far as they are sound, found without knowing the segment before.
/// Only the end of the last segment may be torn: a line without its line feed, which a crash leaves
/// behind and which nobody was told had been written.
///
/// @param lines the sound lines from the beginning
/// @param linked how many of them, from the beginning, each follow the one before
/// @param flaw what is wrong behind them, if anything
/// @param end where the complete lines end; what stands behind that is torn
record SegmentScan(
    byte[] bytes, List<Sound> lines, int linked, Optional<ChainBreak> flaw, int end) {

  /// Takes each line that follows the one before.
  @FunctionalInterface
  interface Visitor {
    void visit(Sound line, boolean first) throws ChainBreak;
  }

  /// @param last whether the segment is the last one
  static SegmentScan of(byte[] bytes, boolean last, Depth depth) {
    MessageDigest digest = Sha256.digest();
    List<Sound> lines = new ArrayList<>();
    // A processor looks for a character in a text many bytes at a time, in an array one by one.
    String text = new String(bytes, ISO_8859_1);
    int start = 0;
    try {
      for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
        lines.add(Sound.of(bytes, start, end, digest, depth));
        start = end + 1;
      }
      requireTornAtMost(bytes, start, last, digest);
      return new SegmentScan(bytes, lines, linked(lines), Optional.empty(), start);
    } catch (ChainBreak e) {
      return new SegmentScan(bytes, lines, linked(lines), Optional.of(e), start);
    }
  }

  private static int linked(List<Sound> lines) {
    int linked = Math.min(1, lines.size());
    while (linked < lines.size()
        && lines.get(linked).line().follows(lines.get(linked - 1).line())) {
      linked++;
    }
    return linked;
  }

  /// Gives every line that continues the chain to the visitor.
  ///
  /// @throws ChainBreak at the first that does not
  void walk(Chain chain, Visitor visitor) throws ChainBreak {
    for (int i = 0; i < lines.size(); i++) {
      Sound sound = lines.get(i);
      if (i > 0 && i < linked) {
        chain.pass(sound.line());
      } else {
        chain.follow(sound.line());
      }
      visitor.visit(sound, i == 0);
    }
    if (flaw.isPresent()) {
      throw flaw.get().at(chain.seq() + 1);
    }
  }

  /// A crash leaves the beginning of a line; a whole record with something other than a line feed
  /// behind it was altered.
  private static void requireTornAtMost(byte[] bytes, int start, boolean last, MessageDigest digest)
      throws ChainBreak {
    if (!last && (start == 0 || start < bytes.length)) {
      throw new ChainBreak(0, "its segment ends early");
    }
    Optional<Line> rest =
        bytes.length - start > 1 ? Line.parse(bytes, start, bytes.length - 1) : Optional.empty();
    if (rest.isPresent() && rest.get().hashHolds(digest)) {
      throw new ChainBreak(0, "the end of its line was altered");
    }
  }
}
