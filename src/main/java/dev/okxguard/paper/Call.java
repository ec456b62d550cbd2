package dev.okxguard.paper;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A request that passed the gateway.
///
/// @param query decoded parameters, empty for POST
/// @param body object or array for POST, a missing node for GET
/// @param expiry the `expTime` header
/// @param now the exchange's clock
public record Call(
    String method,
    String path,
    Map<String, String> query,
    JsonNode body,
    Optional<Instant> expiry,
    Instant now) {

  public Call {
    query = Map.copyOf(query);
  }

  /// That query parameter, or empty when missing or blank.
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).filter(text -> !text.isEmpty());
  }
}
