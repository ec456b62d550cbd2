package dev.okxguard.reconcile;

import java.time.Duration;

/// What reading a slice of history came to.
sealed interface Slice {

  /// All that happened in it.
  record Whole(History history) implements Slice {}

  /// So much happened that only the newest of it was read.
  ///
  /// @param length how long a time that took
  record TooMuch(Duration length) implements Slice {}
}
