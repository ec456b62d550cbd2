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

  /// Whether the other one means the same for that key.
  boolean same(PolicyKey<?> key, Held other) {
    return key.same(value, other.value)
        && pending.isPresent() == other.pending.isPresent()
        && pending.stream().allMatch(it -> it.same(key, other.pending.orElseThrow()));
  }

  /// A looser value and when it was first seen, by the exchange's clock.
  record Pending(Object value, Instant since) {
    private boolean same(PolicyKey<?> key, Pending other) {
      return key.same(value, other.value) && since.equals(other.since);
    }
  }
}
