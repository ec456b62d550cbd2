package dev.okxguard.cli.order;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON whose numbers stay the text they were written as, so that none passes through a binary
/// float. A key may come once.
final class PlainJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              tools.jackson.core.json.JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .build();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private PlainJson() {}

  /// The one value of that text.
  ///
  /// @throws Malformed when it is none, or more follows
  static JsonNode parse(String text) {
    try (JsonParser parser = MAPPER.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new Malformed("there is nothing");
      }
      JsonNode value = value(parser);
      if (parser.nextToken() != null) {
        throw new Malformed("more follows behind the first value");
      }
      return value;
    } catch (JacksonException e) {
      throw new Malformed(reason(e));
    }
  }

  /// Where, and never what stands there: the file may be another than was meant, with secrets.
  private static String reason(JacksonException e) {
    String what =
        e.getOriginalMessage().startsWith("Duplicate")
            ? "a key is there twice"
            : "it cannot be understood";
    return e.getLocation() == null || e.getLocation().getCharOffset() < 0
        ? what
        : what + " (at character " + e.getLocation().getCharOffset() + ")";
  }

  private static JsonNode value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> NODES.stringNode(parser.getString());
    };
  }

  private static ObjectNode object(JsonParser parser) {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      object.set(name, value(parser));
    }
    return object;
  }

  private static ArrayNode array(JsonParser parser) {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser));
    }
    return array;
  }

  /// Text that is no such JSON.
  static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Malformed(String message) {
      super(message);
    }
  }
}
