package dev.okxguard.cli.audit;

import dev.okxguard.journal.Record;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/// One line about a record, for people; `--json` has it all.
final class Summary {
  private Summary() {}

  static String of(Record record) {
    JsonNode data = record.data();
    StringJoiner line = new StringJoiner(" ");
    switch (record.type()) {
      case "intent" -> {
        add(line, data, "action");
        JsonNode request = data.path("request");
        for (String field : new String[] {"side", "ordType", "sz", "instId", "px", "ordId"}) {
          add(line, request, field);
        }
        add(line, data, "intentId");
      }
      case "outcome" -> {
        for (String field :
            new String[] {
              "outcome", "state", "accFillSz", "avgPx", "ordId", "intentId", "code", "message"
            }) {
          add(line, data, field);
        }
      }
      default -> data.forEach(value -> line.add(text(value)));
    }
    return line.toString();
  }

  private static void add(StringJoiner line, JsonNode data, String field) {
    String text = text(data.path(field));
    if (!text.isEmpty()) {
      line.add(text);
    }
  }

  private static String text(JsonNode value) {
    return value.isContainer() ? value.toString() : value.asString("");
  }
}
