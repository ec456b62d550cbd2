package dev.okxguard.okx.wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// What became of a request.
public sealed interface Transmission {

  /// A complete answer arrived.
  ///
  /// @param headers names in lower case
  /// @param body handed over and never written to: a page of a long list is large
  record Answered(int status, Map<String, String> headers, byte[] body) implements Transmission {
    public Answered {
      headers = Map.copyOf(headers);
    }

    /// The body as UTF-8 text.
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    /// That header, by its lower-case name.
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }
  }

  /// No complete answer did; `reason` says why.
  sealed interface Unanswered extends Transmission {
    String reason();
  }

  /// Proven: no part of the request left this machine (refused, unresolvable, TLS failed).
  record NotSent(String reason) implements Unanswered {}

  /// The request, or part of it, may have reached the exchange, and no complete answer came back.
  record Lost(String reason) implements Unanswered {}
}
