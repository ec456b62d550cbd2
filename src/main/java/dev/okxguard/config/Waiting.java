package dev.okxguard.config;

import java.time.Instant;
import java.util.Optional;

/// A looser value that a policy file asks for and that is not in force yet.
///
/// @param key section and name, for example `limits.max_order_size`
/// @param source the file that asks for it
/// @param since when it was first seen, by the exchange's clock; empty when no command has seen it
///   on the account yet
/// @param until when it takes effect, unless a person confirms it earlier
public record Waiting(
    String key, String value, String source, Optional<Instant> since, Optional<Instant> until) {

  /// The key without its section, as rules are called.
  public String name() {
    return key.substring(key.indexOf('.') + 1);
  }
}
