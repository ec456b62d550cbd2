package dev.okxguard.journal;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// A JSON object being written in its one spelling, without a tree of it. Its members have to come
/// in the order of their names, which hold nothing to escape.
final class CanonicalObject {
  private final StringBuilder out;
  private String last = "";
  private char before = '{';

  private CanonicalObject(StringBuilder out) {
    this.out = out;
  }

  static byte[] bytes(Consumer<CanonicalObject> members) {
    StringBuilder out = new StringBuilder(1_024);
    write(members, out);
    return Canonical.bytes(out);
  }

  private static void write(Consumer<CanonicalObject> members, StringBuilder out) {
    CanonicalObject object = new CanonicalObject(out);
    members.accept(object);
    out.append(object.before == '{' ? "{}" : "}");
  }

  CanonicalObject put(String name, String text) {
    Canonical.string(text, begun(name));
    return this;
  }

  CanonicalObject put(String name, long number) {
    begun(name).append(number);
    return this;
  }

  CanonicalObject put(String name, boolean flag) {
    begun(name).append(flag);
    return this;
  }

  CanonicalObject put(String name, JsonNode node) {
    Canonical.write(node, begun(name));
    return this;
  }

  CanonicalObject object(String name, Consumer<CanonicalObject> members) {
    write(members, begun(name));
    return this;
  }

  CanonicalObject texts(String name, List<String> texts) {
    return array(name, texts, Canonical::string);
  }

  /// An array of one object for each of these.
  <T> CanonicalObject objects(String name, List<T> items, BiConsumer<T, CanonicalObject> members) {
    return array(name, items, (item, to) -> write(object -> members.accept(item, object), to));
  }

  private <T> CanonicalObject array(
      String name, List<T> items, BiConsumer<T, StringBuilder> writer) {
    begun(name).append('[');
    for (int i = 0; i < items.size(); i++) {
      out.append(i == 0 ? "" : ",");
      writer.accept(items.get(i), out);
    }
    out.append(']');
    return this;
  }

  private StringBuilder begun(String name) {
    if (before == ',' && name.compareTo(last) <= 0) {
      throw new IllegalStateException(name + " comes before " + last);
    }
    out.append(before).append('"').append(name).append("\":");
    last = name;
    before = ',';
    return out;
  }
}
