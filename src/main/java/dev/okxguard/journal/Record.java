package dev.okxguard.journal;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// One line of the journal.
///
/// @param seq 1 for the first record, one more for each
/// @param time local wall clock when it was written, to the millisecond
/// @param type an [Event#type()], `checkpoint`, or a word of a later version
/// @param prev hash of the record before
/// @param hash SHA-256 over the line without this field
/// @param format version of the line's layout
/// @param data the payload
public record Record(
    long seq, Instant time, String type, String prev, String hash, int format, ObjectNode data) {

  static final int FORMAT = 1;
  static final String CHECKPOINT = "checkpoint";
  static final String BOOKS = "books";

  /// The intent that it is; empty when it is something else.
  ///
  /// @throws JournalBroken when it is none that this version could have written
  public Optional<Event.Intent> intent() {
    if (!type.equals("intent")) {
      return Optional.empty();
    }
    try {
      return Optional.of(EventReader.intent(new TreeFields(data, seq)));
    } catch (ChainBreak e) {
      throw new JournalBroken("", seq, e.getMessage());
    }
  }

  /// Where the chain ends when this record is the last.
  public Head head() {
    return new Head(seq, hash);
  }
}
