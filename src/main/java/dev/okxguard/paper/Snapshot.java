package dev.okxguard.paper;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What there is to write of something that keeps a history: a document of how it is now, and what
/// goes on record, so that writing costs the same however long the history is.
///
/// @param document replaces the last one
/// @param anew whether the lines are the whole record, in place of what was written before
/// @param lines to add to the record, each a JSON object without a line break
public record Snapshot(ObjectNode document, boolean anew, List<byte[]> lines) {
  public Snapshot {
    lines = List.copyOf(lines);
  }
}
