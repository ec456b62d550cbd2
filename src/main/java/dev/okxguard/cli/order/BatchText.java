package dev.okxguard.cli.order;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The text of a batch as its lines: a JSON array of objects, or one object a line.
final class BatchText {
  private static final int MOST = 1_000;

  private BatchText() {}

  /// The lines, numbered as they stand: by place in an array, else by line of the text.
  ///
  /// @throws Fault USAGE when there are none, too many, or one is no object
  static List<BatchLine> lines(String text) {
    List<BatchLine> lines = text.stripLeading().startsWith("[") ? array(text) : oneEach(text);
    if (lines.isEmpty()) {
      throw usage("there are no orders", "give a JSON array, or one JSON object a line");
    }
    if (lines.size() > MOST) {
      throw usage("there are " + lines.size() + " orders; allowed: " + MOST, "split the batch");
    }
    return lines;
  }

  private static List<BatchLine> array(String text) {
    List<BatchLine> lines = new ArrayList<>();
    for (JsonNode node : parse("the array", text)) {
      lines.add(line("item", lines.size() + 1, node));
    }
    return lines;
  }

  private static List<BatchLine> oneEach(String text) {
    List<BatchLine> lines = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank()) {
        lines.add(line("line", number, parse("line " + number, line)));
      }
    }
    return lines;
  }

  private static BatchLine line(String word, int number, JsonNode node) {
    if (!node.isObject()) {
      throw usage(word + " " + number + " is no JSON object", "each order is an object");
    }
    return new BatchLine(word, number, node.asObject());
  }

  private static JsonNode parse(String where, String text) {
    try {
      return PlainJson.parse(text);
    } catch (PlainJson.Malformed e) {
      throw usage(
          where + " is no JSON: " + e.getMessage(),
          "give a JSON array, or one JSON object a line; nothing was sent");
    }
  }

  private static Fault usage(String message, String hint) {
    return new Fault(ExitCode.USAGE, message, hint);
  }
}
