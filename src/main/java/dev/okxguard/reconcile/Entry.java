package dev.okxguard.reconcile;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One JSON object of the books, read strictly.
///
/// @param path where it is, for messages
record Entry(String path, ObjectNode node) {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");

  /// @throws Fault CONFIG when there is a field of another name
  void only(Set<String> known) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!known.contains(field.getKey())) {
        throw malformed("has a field that this version does not know");
      }
    }
  }

  String text(String name) {
    return maybe(name).orElseThrow(() -> bad(name));
  }

  Optional<String> maybe(String name) {
    return Optional.ofNullable(node.get(name)).map(value -> string(name, value));
  }

  private String string(String name, JsonNode value) {
    if (!value.isString()) {
      throw bad(name);
    }
    return value.asString();
  }

  boolean flag(String name) {
    JsonNode value = node.get(name);
    if (value == null || !value.isBoolean()) {
      throw bad(name);
    }
    return value.booleanValue();
  }

  BigDecimal number(String name) {
    return number(name, text(name));
  }

  /// Exact, of any length, but only plain decimals.
  BigDecimal number(String name, String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw bad(name);
    }
    return new BigDecimal(text);
  }

  int count(String name) {
    String text = text(name);
    if (!COUNT.matcher(text).matches()) {
      throw bad(name);
    }
    return Integer.parseInt(text);
  }

  Instant time(String name, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException _) {
      throw bad(name);
    }
  }

  <T> T word(String name, Function<String, Optional<T>> of) {
    return of.apply(text(name)).orElseThrow(() -> bad(name));
  }

  Leg leg() {
    return new Leg(
        text("instId"), word("mgnMode", TdMode::of), word("posSide", PosSide::of), text("ccy"));
  }

  Optional<Entry> object(String name) {
    JsonNode value = node.get(name);
    if (value == null) {
      return Optional.empty();
    }
    return Optional.of(entry(name, value));
  }

  private Entry entry(String name, JsonNode value) {
    if (value instanceof ObjectNode object) {
      return new Entry(path + "." + name, object);
    }
    throw bad(name);
  }

  /// @param read gives the value of a name and a text
  <T> Map<String, T> map(String name, BiFunction<String, String, T> read) {
    Entry inner = object(name).orElseThrow(() -> bad(name));
    Map<String, T> all = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : inner.node.properties()) {
      all.put(field.getKey(), read.apply(name, string(name, field.getValue())));
    }
    return all;
  }

  /// @param known the fields that a row may have
  List<Entry> rows(String name, Set<String> known) {
    List<Entry> rows = new ArrayList<>();
    for (JsonNode value : list(name)) {
      Entry row = entry(name + "[" + rows.size() + "]", value);
      row.only(known);
      rows.add(row);
    }
    return rows;
  }

  Set<String> words(String name) {
    Set<String> words = new LinkedHashSet<>();
    for (JsonNode value : list(name)) {
      if (!words.add(string(name, value))) {
        throw bad(name);
      }
    }
    return words;
  }

  private List<JsonNode> list(String name) {
    JsonNode value = node.get(name);
    if (value == null || !value.isArray()) {
      throw bad(name);
    }
    return List.copyOf(value.values());
  }

  private Fault bad(String name) {
    return malformed("has no " + name + " of the right form");
  }

  /// A fault about this part.
  Fault malformed(String what) {
    return new Fault(
        ExitCode.CONFIG,
        "the books in the journal cannot be read: " + path + " " + what,
        "a newer version may have written them; else adopt the account as it is: okx reconcile"
            + " adopt");
  }
}
