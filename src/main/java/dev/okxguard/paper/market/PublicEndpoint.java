package dev.okxguard.paper.market;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Answers one public path.
interface PublicEndpoint {
  /// The envelope's data.
  ///
  /// @throws Refusal when the parameters are wrong
  ArrayNode answer(Query query);

  /// An empty list to fill.
  static ArrayNode rows() {
    return JsonNodeFactory.instance.arrayNode();
  }
}
