package dev.okxguard.console;

import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How our documents look: two spaces, `\n`, decimals plain, money and times as text.
public final class Json {
  private static final ObjectWriter WRITER =
      JsonMapper.shared().writer().with(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN);

  private Json() {}

  /// An empty object.
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /// An empty array.
  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /// The document over several lines, two spaces a level, without a line break at the end.
  public static String pretty(JsonNode node) {
    return WRITER.with(printer()).writeValueAsString(node);
  }

  /// The document on one line.
  public static String line(JsonNode node) {
    return WRITER.writeValueAsString(node);
  }

  /// An amount as plain text, "" when there is none.
  public static String text(Optional<BigDecimal> amount) {
    return amount.map(Decimals::text).orElse("");
  }

  /// ISO-8601 in UTC to the millisecond.
  public static String text(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /// The spacing of JavaScript's `JSON.stringify(value, null, 2)`, which the official CLI prints.
  private static DefaultPrettyPrinter printer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    return new DefaultPrettyPrinter(separators)
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }
}
