package dev.okxguard.trade;

import java.util.Optional;
import java.util.Set;

/// What a command has just read of the account, so that the breakers need not read it again.
///
/// @param instruments held or ordered, where it has read that
/// @param past what happened lately, as far as it has read that
public record Known(Optional<Set<String>> instruments, Past past) {

  /// It has read nothing of that.
  public static Known nothing() {
    return new Known(Optional.empty(), Past.unread());
  }
}
