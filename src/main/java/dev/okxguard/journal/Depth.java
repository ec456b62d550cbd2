package dev.okxguard.journal;

/// How much of a line is looked at.
enum Depth {
  /// Its place in the chain; neither payload nor hash.
  LINK,

  /// Its hash as well, as all that follows.
  LINE,

  /// The payload of what a ledger follows.
  LEDGER,

  /// Every payload, to see whether it is well formed.
  ALL
}
