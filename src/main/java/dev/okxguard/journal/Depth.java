package dev.okxguard.journal;

/// How much of a line's payload is read. Its hash is checked in any case.
enum Depth {
  /// Nothing.
  LINE,

  /// What a ledger follows.
  LEDGER,

  /// Everything, to see whether it is well formed.
  ALL
}
