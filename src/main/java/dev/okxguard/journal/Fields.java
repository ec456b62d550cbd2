package dev.okxguard.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The fields of a payload, each exactly of its type or the record is broken.
record Fields(ObjectNode data, long seq) {

  String text(String name) throws ChainBreak {
    return maybe(name).orElseThrow(() -> bad(name));
  }

  Optional<String> maybe(String name) throws ChainBreak {
    JsonNode node = data.get(name);
    if (node == null) {
      return Optional.empty();
    }
    if (!node.isString()) {
      throw bad(name);
    }
    return Optional.of(node.asString());
  }

  boolean flag(String name) throws ChainBreak {
    JsonNode node = data.get(name);
    if (node == null || !node.isBoolean()) {
      throw bad(name);
    }
    return node.booleanValue();
  }

  ObjectNode object(String name) throws ChainBreak {
    if (data.get(name) instanceof ObjectNode object) {
      return object;
    }
    throw bad(name);
  }

  Optional<BigDecimal> decimal(String name) throws ChainBreak {
    Optional<String> text = maybe(name);
    try {
      return text.map(BigDecimal::new);
    } catch (NumberFormatException e) {
      throw bad(name);
    }
  }

  Optional<Instant> time(String name) throws ChainBreak {
    Optional<String> text = maybe(name);
    Optional<Instant> time = text.flatMap(Stamp::time);
    if (text.isPresent() && time.isEmpty()) {
      throw bad(name);
    }
    return time;
  }

  Instant requiredTime(String name) throws ChainBreak {
    return time(name).orElseThrow(() -> bad(name));
  }

  BigDecimal requiredDecimal(String name) throws ChainBreak {
    return decimal(name).orElseThrow(() -> bad(name));
  }

  private ChainBreak bad(String name) {
    return new ChainBreak(seq, "its field " + name + " is missing or malformed");
  }
}
