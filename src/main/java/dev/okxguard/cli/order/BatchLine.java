package dev.okxguard.cli.order;

import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One object of a batch, read strictly: every fault names the line and the key.
///
/// @param word `line`, or `item` of an array
/// @param number counted from 1
record BatchLine(String word, int number, ObjectNode fields) {
  private static final Pattern INSTRUMENT = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern ORDER_ID = Pattern.compile("[A-Za-z0-9]{1,32}");

  /// Refuses every key but those.
  BatchLine only(Set<String> known) {
    Set<String> others = new TreeSet<>(fields.propertyNames());
    others.removeAll(known);
    if (!others.isEmpty()) {
      throw fault(
          others.iterator().next(),
          "is not known here; known: " + String.join(", ", new TreeSet<>(known)));
    }
    return this;
  }

  String instId() {
    String instId = text("instId").orElseThrow(() -> fault("instId", "is missing"));
    if (!INSTRUMENT.matcher(instId).matches()) {
      throw fault("instId", "is no instrument id: '" + instId + "'");
    }
    return instId;
  }

  /// Text, or a number as it was written.
  Optional<String> text(String key) {
    if (!fields.has(key)) {
      return Optional.empty();
    }
    JsonNode value = fields.get(key);
    if (!value.isString()) {
      throw fault(key, "must be text or a plain number");
    }
    return Optional.of(value.stringValue());
  }

  /// One of OKX's words.
  <T> Optional<T> word(String key, Function<String, Optional<T>> meaning) {
    return text(key)
        .map(
            text ->
                meaning
                    .apply(text)
                    .orElseThrow(() -> fault(key, "is no word OKX knows: '" + text + "'")));
  }

  /// A plain decimal above zero.
  Optional<BigDecimal> positive(String key) {
    return number(key)
        .map(
            value -> {
              if (value.signum() <= 0) {
                throw fault(key, "must be above zero");
              }
              return value;
            });
  }

  /// A price above zero, or -1 for the market.
  Optional<BigDecimal> orMarket(String key) {
    Optional<BigDecimal> value = number(key);
    return value.filter(AttachedStop::atMarket).isPresent() ? value : positive(key);
  }

  private Optional<BigDecimal> number(String key) {
    return text(key)
        .map(
            text ->
                Decimals.parse(text)
                    .orElseThrow(() -> fault(key, "is no plain decimal number: '" + text + "'")));
  }

  /// `true` or `false`, as JSON or as text; false when left out.
  boolean flag(String key) {
    JsonNode value = fields.path(key);
    return switch (value.isContainer() ? "?" : value.asString("")) {
      case "true" -> true;
      case "false" -> false;
      case "" -> {
        if (fields.has(key)) {
          throw fault(key, "must be true or false");
        }
        yield false;
      }
      default -> throw fault(key, "must be true or false");
    };
  }

  /// An order's or client order's id.
  Optional<String> orderId(String key) {
    return text(key)
        .map(
            id -> {
              if (!ORDER_ID.matcher(id).matches()) {
                throw fault(key, "is 1 to 32 letters and digits, not '" + id + "'");
              }
              return id;
            });
  }

  /// The caller's own name for it.
  Optional<String> intentId() {
    return IntentKey.of(text("intentId").orElse(null), flaw -> fault("intentId", flaw));
  }

  /// A fault of that key.
  Fault fault(String key, String what) {
    return new Fault(
        ExitCode.USAGE, word + " " + number + ": " + key + " " + what, "nothing was sent");
  }
}
