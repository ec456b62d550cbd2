package dev.okxguard.journal;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Of a payload that was parsed.
record TreeFields(ObjectNode data, long seq) implements Fields {

  @Override
  public Optional<String> maybe(String name) throws ChainBreak {
    JsonNode node = data.get(name);
    if (node == null) {
      return Optional.empty();
    }
    if (!node.isString()) {
      throw bad(name);
    }
    return Optional.of(node.asString());
  }

  @Override
  public boolean flag(String name) throws ChainBreak {
    JsonNode node = data.get(name);
    if (node == null || !node.isBoolean()) {
      throw bad(name);
    }
    return node.booleanValue();
  }

  @Override
  public ObjectNode object(String name) throws ChainBreak {
    if (data.get(name) instanceof ObjectNode object) {
      return object;
    }
    throw bad(name);
  }
}
