package dev.okxguard.cli.answer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Fields of an answer as text. What OKX left out is blank, never 0.
public final class Fields {
  private static final Pattern MILLIS = Pattern.compile("[0-9]{12,14}");

  private Fields() {}

  /// The field as OKX wrote it.
  public static String text(JsonNode row, String name) {
    return value(row.path(name));
  }

  /// The first of the fields that is not blank, or "".
  public static String first(JsonNode row, String... names) {
    return Arrays.stream(names)
        .map(name -> text(row, name))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /// A field that holds milliseconds, as ISO-8601 in UTC; anything else as it came.
  public static String time(JsonNode row, String name) {
    return time(text(row, name));
  }

  /// Any value: lists with commas, objects as JSON.
  public static String value(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return "";
    }
    if (node.isArray()) {
      List<String> parts = new ArrayList<>();
      node.forEach(part -> parts.add(value(part)));
      return String.join(",", parts);
    }
    if (node.isNumber()) {
      return node.decimalValue().toPlainString();
    }
    return node.isObject() ? node.toString() : node.asString();
  }

  /// Milliseconds as ISO-8601 in UTC; anything else as it came.
  public static String time(String text) {
    return MILLIS.matcher(text).matches()
        ? Instant.ofEpochMilli(Long.parseLong(text)).toString()
        : text;
  }

  /// Whether OKX keeps a time in the field of that name.
  static boolean isTime(String name) {
    return name.equals("ts") || name.endsWith("Time");
  }
}
