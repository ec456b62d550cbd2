package dev.okxguard.okx;

import dev.okxguard.model.ExchangeError;
import tools.jackson.databind.JsonNode;

/// What is known about a write after its one transmission.
public sealed interface WriteReply {
  /// The item was accepted (`sCode` or `code` 0).
  ///
  /// @param id the `ordId` of orders, the `algoId` of algo orders, else ""
  record Accepted(String id, JsonNode item) implements WriteReply {}

  /// The exchange refused; nothing was done. Its kind is never UNKNOWN.
  record Refused(ExchangeError error) implements WriteReply {}

  /// Proven: the request never left, so nothing was done.
  record NotSent(String reason) implements WriteReply {}

  /// It may have taken effect: no answer, an unreadable or contradictory one, a code that says the
  /// exchange itself does not know, or one that we do not know. The error's kind is UNKNOWN.
  record Unknown(ExchangeError error) implements WriteReply {}
}
