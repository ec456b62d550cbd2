package dev.okxguard.guard;

/// What one breaker shows at a look.
///
/// @param limit what is allowed, as text
public record BreakerReading(Breaker breaker, String limit, Shows shows) {

  /// Where it stands.
  public sealed interface Shows {
    /// Below the limit.
    record Within(String value) implements Shows {}

    /// The limit is reached: trading halts.
    ///
    /// @param message for people: what was measured, against what
    record Tripped(String value, String message) implements Shows {}

    /// The policy turned it off.
    record Off() implements Shows {}

    /// It cannot be measured: entries are denied, and nothing trips.
    ///
    /// @param datum what is missing, for people
    record Unknown(String datum) implements Shows {}
  }

  /// What was measured, "" when nothing was.
  public String value() {
    return switch (shows) {
      case Shows.Within within -> within.value();
      case Shows.Tripped tripped -> tripped.value();
      case Shows.Off _, Shows.Unknown _ -> "";
    };
  }

  /// One word for documents: `ok`, `tripped`, `off` or `unknown`.
  public String verdict() {
    return switch (shows) {
      case Shows.Within _ -> "ok";
      case Shows.Tripped _ -> "tripped";
      case Shows.Off _ -> "off";
      case Shows.Unknown _ -> "unknown";
    };
  }
}
