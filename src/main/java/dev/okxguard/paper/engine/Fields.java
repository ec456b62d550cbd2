package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A request body read as OKX reads it: numbers and booleans may come bare or as strings, "" and
/// null are absent, unknown keys do not matter.
record Fields(JsonNode body) {
  private static final int MOST_DIGITS = 40;

  Optional<String> text(String name) {
    JsonNode node = body.path(name);
    if (node.isNumber()) {
      return Optional.of(plain(node.asString()));
    }
    if (node.isBoolean() || node.isString()) {
      return Optional.of(node.asString()).filter(text -> !text.isEmpty());
    }
    return Optional.empty();
  }

  String textOrEmpty(String name) {
    return text(name).orElse("");
  }

  /// @throws Refused 51000 naming the parameter when it is missing
  String required(String name) {
    return text(name).orElseThrow(() -> Refused.parameter(name));
  }

  /// A positive number.
  ///
  /// @throws Refused 51000 when it is there but is not one
  Optional<BigDecimal> positive(String name) {
    return text(name)
        .map(
            text ->
                Decimals.parse(text)
                    .filter(value -> value.signum() > 0)
                    .orElseThrow(() -> Refused.parameter(name)));
  }

  /// @throws Refused 51000 for anything but true, false or nothing
  boolean flag(String name) {
    return switch (textOrEmpty(name)) {
      case "true" -> true;
      case "", "false" -> false;
      default -> throw Refused.parameter(name);
    };
  }

  /// A JSON number without exponent; one of absurd size stays as it is and is no number to us.
  private static String plain(String number) {
    try {
      BigDecimal value = new BigDecimal(number);
      return Math.abs(value.scale()) > MOST_DIGITS ? number : value.toPlainString();
    } catch (NumberFormatException notFinite) {
      return number;
    }
  }

  /// The objects of a list, none when it is not there or "".
  ///
  /// @throws Refused 51000 for anything but a list of objects
  List<Fields> elements(String name) {
    JsonNode list = body.path(name);
    if (list.isMissingNode() || list.isNull() || list.asString("none").isEmpty()) {
      return List.of();
    }
    if (!list.isArray() || list.valueStream().anyMatch(node -> !node.isObject())) {
      throw Refused.parameter(name);
    }
    return list.valueStream().map(Fields::new).toList();
  }

  /// Whether a list with at least one element is there.
  boolean hasElements(String name) {
    return body.path(name).isArray() && !body.path(name).isEmpty();
  }
}
