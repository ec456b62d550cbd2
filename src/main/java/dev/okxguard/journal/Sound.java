package dev.okxguard.journal;

import java.security.MessageDigest;
import java.util.Optional;

/// A line that holds in itself: its shape, its hash, its payload. Whether it follows the one before
/// is the [Chain]'s to say.
///
/// @param event what it says, as far as it was read
record Sound(Line line, Optional<Event> event) {

  /// The line between the two positions.
  ///
  /// @throws ChainBreak when it is not as it was written, or by a newer version
  static Sound of(byte[] buffer, int start, int end, MessageDigest digest, Depth depth)
      throws ChainBreak {
    Line line =
        Line.parse(buffer, start, end)
            .orElseThrow(() -> new ChainBreak(0, "the line is no journal record"));
    if (depth != Depth.LINK) {
      line.requireHash(digest);
    }
    if (line.format() > Record.FORMAT) {
      throw new ChainBreak(line.seq(), "it was written by a newer version of okx", true);
    }
    return of(line, depth);
  }

  /// A line known to be sound.
  static Sound of(Line line, Depth depth) throws ChainBreak {
    return new Sound(line, read(line, depth) ? EventReader.of(line) : Optional.empty());
  }

  /// Books are long: a ledger only notes where they are. A checkpoint is compared or restored, and
  /// read then.
  private static boolean read(Line line, Depth depth) {
    return switch (depth) {
      case LINK, LINE -> false;
      case LEDGER -> !EventReader.ASIDE.contains(line.type());
      case ALL -> !line.type().equals(Record.CHECKPOINT);
    };
  }
}
