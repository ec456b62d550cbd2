package dev.okxguard.cli.audit;

import dev.okxguard.journal.Verification;

/// How people are told that a journal is broken where records of it are given out all the same.
final class BrokenChain {
  private BrokenChain() {}

  /// To be completed by what was done with the records.
  static String words(Verification found) {
    String where = found.brokenAt().isPresent() ? " at record " + found.brokenAt().getAsLong() : "";
    return "The chain is broken"
        + where
        + ": "
        + found.reason()
        + ". Records up to "
        + found.records()
        + " can be trusted; no other was ";
  }
}
