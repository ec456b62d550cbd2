package dev.okxguard.journal;

import java.util.OptionalLong;

/// What reading the whole chain found.
///
/// @param records how many records from the beginning can be trusted
/// @param head hash of the last of them
/// @param brokenAt number of the first record that cannot be trusted; empty when the chain is whole
///   and only the anchor was not found or the key index is wrong
/// @param reason "" when all is well
/// @param torn whether a crash left half a line at the end; it is not a record and does no harm
public record Verification(
    Outcome outcome,
    long records,
    String head,
    OptionalLong brokenAt,
    String reason,
    boolean torn) {

  /// The verdict.
  public enum Outcome {
    INTACT,
    BROKEN
  }

  /// Whether every record can be trusted as far as the chain tells.
  public boolean intact() {
    return outcome == Outcome.INTACT;
  }
}
