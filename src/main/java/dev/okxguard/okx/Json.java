package dev.okxguard.okx;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON as we read and write it: decimals exact and plain, a key given twice refused, nothing after
/// the document. Of the mapper that all of the program shares: one of its own takes milliseconds.
final class Json {
  private static final ObjectReader READER =
      JsonMapper.shared()
          .reader()
          .with(
              DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
              DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  private static final ObjectWriter WRITER =
      JsonMapper.shared().writer().with(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN);

  private Json() {}

  /// @throws tools.jackson.core.JacksonException when it is no JSON, or not as we read it
  static JsonNode tree(byte[] text) {
    return READER.readTree(text);
  }

  /// The same of text.
  static JsonNode tree(String text) {
    return READER.readTree(text);
  }

  /// An empty object.
  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /// An empty array.
  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /// The bytes to sign and to send; the same array serves both.
  static byte[] bytes(JsonNode body) {
    return WRITER.writeValueAsBytes(body);
  }
}
