package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One element of an answer: keys in alphabetical order, numbers and times as strings.
final class Row {
  /// More decimals than this are the residue of a division.
  static final int DECIMALS = 18;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final TreeMap<String, JsonNode> fields = new TreeMap<>();

  Row text(String name, String value) {
    fields.put(name, JSON.stringNode(value));
    return this;
  }

  Row flag(String name, boolean value) {
    fields.put(name, JSON.booleanNode(value));
    return this;
  }

  Row number(String name, BigDecimal value) {
    return text(name, Decimals.text(value.setScale(DECIMALS, RoundingMode.HALF_EVEN)));
  }

  /// The number, or "".
  Row number(String name, Optional<BigDecimal> value) {
    return value.map(known -> number(name, known)).orElseGet(() -> text(name, ""));
  }

  Row time(String name, Instant value) {
    return text(name, Long.toString(value.toEpochMilli()));
  }

  Row node(String name, JsonNode value) {
    fields.put(name, value);
    return this;
  }

  Row emptyList(String... names) {
    for (String name : names) {
      fields.put(name, JSON.arrayNode());
    }
    return this;
  }

  /// Fields that do not apply.
  Row blank(String... names) {
    for (String name : names) {
      text(name, "");
    }
    return this;
  }

  /// Fields that are zero here.
  Row zero(String... names) {
    for (String name : names) {
      text(name, "0");
    }
    return this;
  }

  ObjectNode build() {
    ObjectNode node = JSON.objectNode();
    fields.forEach(node::set);
    return node;
  }

  static ArrayNode list(Collection<ObjectNode> rows) {
    return JSON.arrayNode().addAll(rows);
  }
}
