package dev.okxguard.config;

import java.time.Instant;
import java.util.Optional;

/// What an account remembers of one policy key.
///
/// @param value in force
/// @param pending what the files say, where that is looser and has to wait
record Held(Object value, Optional<Pending> pending) {

  static Held settled(Object value) {
    return new Held(value, Optional.empty());
  }

  /// A looser value and when it was first seen, by the exchange's clock.
  record Pending(Object value, Instant since) {}
}
