package dev.okxguard.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// JSON with one spelling for each value: sorted keys, no spaces, UTF-8, fractions as plain text.
/// Only so can a hash over the bytes mean the same to everybody.
final class Canonical {
  static final ObjectReader JSON =
      JsonMapper.shared()
          .reader()
          .with(
              DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Canonical() {}

  static byte[] bytes(JsonNode node) {
    StringBuilder out = new StringBuilder(1_024);
    write(node, out);
    return bytes(out);
  }

  static byte[] bytes(StringBuilder out) {
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  static void write(JsonNode node, StringBuilder out) {
    if (node.isObject()) {
      object(node, out);
    } else if (node.isArray()) {
      array(node, out);
    } else if (node.isIntegralNumber()) {
      out.append(node.bigIntegerValue());
    } else if (node.isNumber()) {
      string(node.decimalValue().toPlainString(), out);
    } else if (node.isBoolean()) {
      out.append(node.booleanValue());
    } else if (node.isNull()) {
      out.append("null");
    } else {
      string(node.asString(), out);
    }
  }

  private static void object(JsonNode node, StringBuilder out) {
    List<Map.Entry<String, JsonNode>> sorted = new ArrayList<>(node.properties());
    // Java makes a class for its own comparators at their first use, which takes an order time.
    sorted.sort((one, other) -> one.getKey().compareTo(other.getKey()));
    char separator = '{';
    for (Map.Entry<String, JsonNode> member : sorted) {
      out.append(separator);
      string(member.getKey(), out);
      out.append(':');
      write(member.getValue(), out);
      separator = ',';
    }
    out.append(sorted.isEmpty() ? "{}" : "}");
  }

  private static void array(JsonNode node, StringBuilder out) {
    char separator = '[';
    for (JsonNode item : node) {
      out.append(separator);
      write(item, out);
      separator = ',';
    }
    out.append(node.isEmpty() ? "[]" : "]");
  }

  static void string(String text, StringBuilder out) {
    out.append('"');
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        out.append(text, written, i).append(escaped(c));
        written = i + 1;
      }
    }
    if (written == 0) {
      out.append(text);
    } else {
      out.append(text, written, text.length());
    }
    out.append('"');
  }

  private static String escaped(char c) {
    return c < ' ' ? String.format("\\u%04x", (int) c) : "\\" + c;
  }
}
