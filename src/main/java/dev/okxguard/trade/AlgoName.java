package dev.okxguard.trade;

import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A waiting algo order, by one of its ids; `algoId` wins.
public record AlgoName(String instId, Optional<String> algoId, Optional<String> algoClOrdId) {
  /// As it was said.
  ObjectNode body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("instId", instId);
    algoId.ifPresent(id -> body.put("algoId", id));
    algoClOrdId.ifPresent(id -> body.put("algoClOrdId", id));
    return body;
  }
}
