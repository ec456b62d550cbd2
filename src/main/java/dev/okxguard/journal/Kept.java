package dev.okxguard.journal;

/// An intent that a ledger holds whole.
///
/// @param seq number of the last record about it
record Kept(Past past, long seq) {}
