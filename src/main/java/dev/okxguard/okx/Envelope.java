package dev.okxguard.okx;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The frame around every answer of OKX (reference b.1): a code, a text, an array.
///
/// @param data the array, or a missing node where the answer has none
record Envelope(String code, String msg, JsonNode data) {
  static final String DONE = "0";

  /// The envelope in that body; empty when it is not one: no JSON, truncated, HTML, no text code.
  static Optional<Envelope> read(byte[] body) {
    try {
      return of(Json.tree(body));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Optional<Envelope> of(JsonNode root) {
    JsonNode code = root.path("code");
    if (!root.isObject() || !code.isString() || code.stringValue().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Envelope(code.stringValue(), root.path("msg").stringValue(""), root.path("data")));
  }

  /// Whether the code only sums up the items (reference b.2): all done, all failed, some failed.
  /// Any other is an error of the request as a whole.
  boolean summary() {
    return done() || code.equals("1") || code.equals("2");
  }

  /// Whether OKX says that the request was done.
  boolean done() {
    return code.equals(DONE);
  }
}
