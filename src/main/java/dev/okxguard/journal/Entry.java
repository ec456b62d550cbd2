package dev.okxguard.journal;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// An entry that was sent, or may have been, and was not refused: what limits on pace and
/// repetition look at.
///
/// @param side,sz,px as in the request; empty where it has none
public record Entry(
    Instant time,
    String intentId,
    String instId,
    String clOrdId,
    Optional<Side> side,
    Optional<BigDecimal> sz,
    Optional<BigDecimal> px) {

  private static final int COLUMNS = 7;

  static Entry of(Past past) {
    Event.Intent intent = past.intent();
    return new Entry(
        past.time(),
        intent.intentId(),
        intent.instId(),
        intent.clOrdId(),
        text(intent, "side").flatMap(Side::of),
        text(intent, "sz").flatMap(Decimals::parse),
        price(intent));
  }

  /// An algo order's is the price of its order, or the one that sets it off where that is the
  /// market's.
  private static Optional<BigDecimal> price(Event.Intent intent) {
    return Stream.of("px", "orderPx", "triggerPx", "tpTriggerPx", "slTriggerPx")
        .flatMap(name -> text(intent, name).flatMap(Decimals::parse).stream())
        .filter(px -> px.signum() > 0)
        .findFirst();
  }

  private static Optional<String> text(Event.Intent intent, String name) {
    return intent.request().optional(name).map(JsonNode::asString);
  }

  /// One text for a checkpoint, which carries thousands: columns with a space between them.
  String row() {
    return String.join(
        " ",
        Long.toString(time.toEpochMilli()),
        escaped(instId),
        side.map(Side::word).orElse(""),
        sz.map(BigDecimal::toPlainString).orElse(""),
        px.map(BigDecimal::toPlainString).orElse(""),
        escaped(clOrdId),
        intentId.equals(clOrdId) ? "" : escaped(intentId));
  }

  /// @throws IllegalArgumentException when it is no such text
  static Entry ofRow(String row) {
    String[] columns = row.split(" ", -1);
    if (columns.length != COLUMNS) {
      throw new IllegalArgumentException("an entry has " + columns.length + " columns");
    }
    Arrays.setAll(columns, i -> plain(columns[i]));
    return new Entry(
        Instant.ofEpochMilli(Long.parseLong(columns[0])),
        columns[6].isEmpty() ? columns[5] : columns[6],
        columns[1],
        columns[5],
        Side.of(columns[2]),
        number(columns[3]),
        number(columns[4]));
  }

  private static Optional<BigDecimal> number(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
  }

  private static String escaped(String text) {
    return text.indexOf(' ') < 0 && text.indexOf('%') < 0
        ? text
        : text.replace("%", "%25").replace(" ", "%20");
  }

  private static String plain(String text) {
    return text.indexOf('%') < 0 ? text : text.replace("%20", " ").replace("%25", "%");
  }
}
