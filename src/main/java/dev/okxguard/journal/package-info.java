/// What happened, on disk: the hash-chained journal, its projection, the account lock and the halt
/// files.
///
/// Depends on `model`, `disk` and Jackson; knows nothing of the network or of what is allowed.
package dev.okxguard.journal;
