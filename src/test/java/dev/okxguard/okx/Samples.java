package dev.okxguard.okx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers written for these tests, one file each.
final class Samples {
  private Samples() {}

  static String text(String name) {
    try (InputStream in = Samples.class.getResourceAsStream("/okx/" + name + ".json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The sample with one field of its first row (or of the object at that pointer) replaced; `null`
  /// takes it out.
  static String with(String name, String pointer, String field, JsonNode value) {
    JsonNode root = Json.tree(text(name));
    ObjectNode row = (ObjectNode) root.at(pointer);
    if (!row.has(field)) {
      throw new AssertionError(name + " has no " + field);
    }
    if (value == null) {
      row.remove(field);
    } else {
      row.set(field, value);
    }
    return root.toString();
  }
}
