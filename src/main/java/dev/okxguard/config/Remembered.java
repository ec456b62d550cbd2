package dev.okxguard.config;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A memory as it is written, understood only where that is needed.
///
/// @param items by dotted key
record Remembered(JsonNode items) {

  static Remembered of(Memory memory) {
    ObjectNode items = JsonNodeFactory.instance.objectNode();
    for (PolicyKey<?> key : Memory.keys()) {
      Optional.ofNullable(memory.held().get(key.dotted()))
          .ifPresent(known -> put(key, known, items.putObject(key.dotted())));
    }
    return new Remembered(items);
  }

  private static void put(PolicyKey<?> key, Held known, ObjectNode item) {
    item.put("value", key.shown(known.value()));
    known
        .pending()
        .ifPresent(
            it ->
                item.putObject("waiting")
                    .put("value", key.shown(it.value()))
                    .put("since", it.since().toString()));
  }

  /// Whether it is what it would be had these files been seen first, as it mostly is: nothing in it
  /// is stricter than they are, and nothing waits.
  boolean settledOn(Stated declared) {
    return equals(of(Memory.first(declared)));
  }

  /// @throws Invalid when it is not what somebody wrote who knew the keys
  Memory memory() {
    try {
      Map<String, Held> held = new LinkedHashMap<>();
      for (PolicyKey<?> key : Memory.keys()) {
        JsonNode item = items.path(key.dotted());
        if (!item.isMissingNode()) {
          held.put(key.dotted(), held(key, item));
        }
      }
      return new Memory(held);
    } catch (DateTimeException _) {
      throw new Invalid("is damaged");
    }
  }

  private static Held held(PolicyKey<?> key, JsonNode item) {
    JsonNode waiting = item.path("waiting");
    return new Held(
        value(key, item),
        waiting.isMissingNode()
            ? Optional.empty()
            : Optional.of(
                new Held.Pending(
                    value(key, waiting), Instant.parse(waiting.path("since").stringValue("")))));
  }

  private static Object value(PolicyKey<?> key, JsonNode item) {
    try {
      return key.read(item.path("value").stringValue(""));
    } catch (Invalid _) {
      throw new Invalid("is damaged at " + key.dotted());
    }
  }
}
