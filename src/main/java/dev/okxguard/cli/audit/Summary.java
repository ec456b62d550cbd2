package dev.okxguard.cli.audit;

import dev.okxguard.journal.Record;
import java.util.Iterator;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/// One line about a record, for people; `--json` has it all.
final class Summary {
  private static final int MOST_FILLS = 3;

  private Summary() {}

  static String of(Record record) {
    JsonNode data = record.data();
    String line =
        switch (record.type()) {
          case "intent" ->
              words(data, "action")
                  + words(data.path("request"), "side", "ordType", "sz", "instId", "px", "ordId")
                  + words(data, "intentId");
          case "outcome" ->
              words(
                  data,
                  "outcome",
                  "state",
                  "accFillSz",
                  "avgPx",
                  "ordId",
                  "intentId",
                  "code",
                  "message");
          case "fills" -> fills(data.path("fills"));
          case "books" -> books(data);
          case "reconciled" -> words(data, "outcome", "at", "digest");
          case "tally" -> words(data, "at");
          case "checkpoint" -> "";
          default -> all(data);
        };
    return line.strip();
  }

  private static String fills(JsonNode fills) {
    StringJoiner line = new StringJoiner("; ");
    Iterator<JsonNode> each = fills.iterator();
    for (int i = 0; i < MOST_FILLS && each.hasNext(); i++) {
      line.add(fill(each.next()).strip());
    }
    return fills.size() > MOST_FILLS
        ? line + "; and " + (fills.size() - MOST_FILLS) + " more"
        : line.toString();
  }

  private static String fill(JsonNode fill) {
    return words(fill, "side", "fillSz", "instId")
        + " @"
        + words(fill, "fillPx")
        + " fee"
        + words(fill, "fee", "feeCcy");
  }

  /// What the account should hold: how many of each, since it may be thousands.
  private static String books(JsonNode data) {
    StringJoiner line = new StringJoiner(", ", words(data, "origin", "at") + ": ", "");
    data.path("content")
        .properties()
        .forEach(
            part -> {
              if (part.getValue().isContainer() && !part.getValue().isEmpty()) {
                line.add(part.getValue().size() + " " + part.getKey());
              }
            });
    String reason = words(data, "reason").strip();
    return line + (reason.isEmpty() ? "" : "; " + reason);
  }

  private static String all(JsonNode data) {
    StringJoiner line = new StringJoiner(" ");
    data.forEach(value -> line.add(text(value)));
    return line.toString();
  }

  /// The fields that are there, each with a space before it.
  private static String words(JsonNode data, String... fields) {
    StringBuilder line = new StringBuilder();
    for (String field : fields) {
      String text = text(data.path(field));
      if (!text.isEmpty()) {
        line.append(' ').append(text);
      }
    }
    return line.toString();
  }

  private static String text(JsonNode value) {
    return value.isContainer() ? value.toString() : value.asString("");
  }
}
