package dev.okxguard.reconcile;

import dev.okxguard.journal.AccountLock;
import java.nio.file.Path;
import java.time.Duration;

/// The account that is reconciled.
///
/// @param uid as the exchange named it
record Site(Source source, String uid) {

  /// The journal's directory.
  Path journal() {
    return source.state().journal(source.environment(), uid);
  }

  /// Where only one reconciliation works at a time.
  Path directory() {
    return source.state().lock(source.environment(), uid).resolve("reconcile");
  }

  /// What people were told last of a drift.
  Path told(Report.Mode mode) {
    return directory().resolve(mode.word() + "-told");
  }

  /// Keeps other reconciliations of the account out. Orders may go meanwhile.
  ///
  /// @throws dev.okxguard.model.Fault BUSY at once when another one is under way
  AccountLock only() {
    return AccountLock.acquire(directory(), Duration.ZERO, source.time());
  }
}
