package dev.okxguard.okx;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// One object of an answer, read strictly: what must be there and is not, or is no number, fails
/// the read and names endpoint and field. Nothing is ever zero by default. OKX writes "" for "does
/// not apply". Written without lambdas where a list has thousands of such fields: making one takes
/// the compiler that okx runs with as long as the field.
record Row(Endpoint endpoint, Members members) {
  private static final int SHOWN = 40;

  Row(Endpoint endpoint, JsonNode node) {
    this(endpoint, new Members.Tree(node));
  }

  /// All of it as OKX sent it.
  JsonNode node() {
    return members.node();
  }

  /// Text that must be there and not be empty.
  String text(String field) {
    String text = textOrEmpty(field);
    if (text.isEmpty()) {
      throw broken(field, "is missing");
    }
    return text;
  }

  /// Text, "" where there is none.
  String textOrEmpty(String field) {
    JsonNode value = members.path(field);
    if (value.isString()) {
      return value.stringValue();
    }
    if (value.isContainer()) {
      throw broken(field, "is not a plain value");
    }
    return value.isNull() ? "" : value.asString("");
  }

  /// Text that may be missing, null or "".
  Optional<String> optionalText(String field) {
    return Optional.of(textOrEmpty(field)).filter(text -> !text.isEmpty());
  }

  /// A number that must be there.
  BigDecimal number(String field) {
    return parse(field, text(field));
  }

  /// A number that may be missing, null or ""; anything else that is no number fails.
  Optional<BigDecimal> optionalNumber(String field) {
    String text = textOrEmpty(field);
    return text.isEmpty() ? Optional.empty() : Optional.of(parse(field, text));
  }

  /// A number above zero, empty when OKX gives none or zero.
  Optional<BigDecimal> positiveNumber(String field) {
    return optionalNumber(field).filter(value -> value.signum() > 0);
  }

  /// A time in Unix milliseconds that must be there.
  Instant time(String field) {
    return moment(field, text(field));
  }

  /// A time in Unix milliseconds, or empty.
  Optional<Instant> optionalTime(String field) {
    String text = textOrEmpty(field);
    return text.isEmpty() ? Optional.empty() : Optional.of(moment(field, text));
  }

  private Instant moment(String field, String text) {
    if (!Digits.millis(text)) {
      throw broken(field, "is no time: " + shown(text));
    }
    return Instant.ofEpochMilli(Long.parseLong(text));
  }

  /// One of OKX's words, or a failure that names the word we do not know: a row that is not
  /// understood must not be dropped.
  <T> T word(String field, Function<String, Optional<T>> meaning) {
    String word = text(field);
    Optional<T> known = meaning.apply(word);
    if (known.isEmpty()) {
      throw broken(field, "is a word unknown to us: " + shown(word));
    }
    return known.get();
  }

  /// `true` or `false`, as text or as JSON; false when left out.
  boolean flag(String field) {
    String text = textOrEmpty(field);
    return switch (text) {
      case "true" -> true;
      case "false", "" -> false;
      default -> throw broken(field, "is neither true nor false: " + shown(text));
    };
  }

  /// The objects of an array; none where the field is missing, null or "".
  List<Row> list(String field) {
    JsonNode value = members.path(field);
    if (!value.isArray()) {
      optionalText(field)
          .ifPresent(
              text -> {
                throw broken(field, "is no list");
              });
      return List.of();
    }
    return value.values().stream().map(item -> new Row(endpoint, item)).toList();
  }

  /// The entry of an array that must be there, as a number.
  BigDecimal entry(int index) {
    JsonNode value = node().path(index);
    String text = value.isContainer() ? "" : value.asString("");
    return parse("[" + index + "]", text);
  }

  /// The fault of this row for that field.
  Fault broken(String field, String what) {
    return new Fault(
        ExitCode.UNREACHABLE,
        "OKX's answer to " + endpoint.path() + " cannot be used: " + field + " " + what,
        "Nothing is assumed in its place. Repeat the read.");
  }

  private BigDecimal parse(String field, String text) {
    if (!Digits.number(text)) {
      throw broken(field, "is no number: " + shown(text));
    }
    BigDecimal value = new BigDecimal(text);
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  private static String shown(String text) {
    String shown = Scrub.NOTHING.text(text);
    return shown.length() <= SHOWN ? shown : shown.substring(0, SHOWN) + "…";
  }
}
