package dev.okxguard.okx;

import tools.jackson.databind.JsonNode;

/// The members of one object of an answer.
interface Members {
  /// The member of that name, a missing node where there is none.
  JsonNode path(String name);

  /// All of them as OKX sent them.
  JsonNode node();

  /// Of an object that was read as any JSON is.
  record Tree(JsonNode node) implements Members {
    @Override
    public JsonNode path(String name) {
      return node.path(name);
    }
  }
}
