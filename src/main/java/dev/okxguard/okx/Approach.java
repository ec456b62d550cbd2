package dev.okxguard.okx;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// How far the way to the exchange could be gone.
///
/// @param address whom we connect to: OKX's host, or the proxy before it
/// @param took how long each layer took that was passed; a layer that does not apply is absent
/// @param failure where it ended; empty when the exchange answered as it should
public record Approach(
    String address, boolean proxied, Map<Layer, Duration> took, Optional<Failure> failure) {
  public Approach {
    took = Map.copyOf(took);
  }

  /// From the name to the answer.
  public enum Layer {
    DNS,
    TCP,
    PROXY,
    TLS,
    ANSWER
  }

  /// Why it could not be gone further.
  ///
  /// @param reason in our words
  /// @param hint what to look at
  public record Failure(Layer layer, String reason, String hint) {}
}
