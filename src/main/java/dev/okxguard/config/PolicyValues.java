package dev.okxguard.config;

import dev.okxguard.guard.Policy.RequireStop;
import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tomlj.TomlArray;

/// What the values of a policy file mean; each method throws [Invalid] for one that means nothing.
final class PolicyValues {
  private static final BigDecimal LARGEST_COUNT = BigDecimal.valueOf(Integer.MAX_VALUE);
  private static final Pattern LENGTH = Pattern.compile("([0-9]{1,6})([smhd]?)");

  /// An exponent beyond any number that a policy may have would fill the memory with zeros.
  private static final int MOST_DIGITS = 400;

  private static final long MOST_UNITS = 999_999;

  private static final Pattern WRITTEN =
      Pattern.compile("[^=\\n]*=[ \\t]*([+-]?[0-9][0-9_]*(?:\\.[0-9_]+)?(?:[eE][+-]?[0-9_]+)?)");

  private PolicyValues() {}

  /// A number of 0 or more: a TOML number, or a plain decimal in quotes.
  ///
  /// The library holds a TOML decimal as a binary number, which keeps some 15 digits, so the file's
  /// own text is taken if it is found behind the key and means the same; otherwise the binary
  /// number's shortest text serves.
  static BigDecimal decimal(Item item) {
    String text =
        switch (item.value()) {
          case String quoted -> quoted;
          case Number number -> plain(item, number);
          default -> "";
        };
    return Decimals.parse(text)
        .filter(number -> number.signum() >= 0)
        .orElseThrow(() -> new Invalid("it must be a number of 0 or more, such as 100 or 0.02"));
  }

  private static String plain(Item item, Number number) {
    try {
      BigDecimal held = new BigDecimal(number.toString());
      return written(item)
          .filter(text -> number.equals(Double.valueOf(text)))
          .map(BigDecimal::new)
          .filter(exact -> Math.abs(exact.scale()) <= MOST_DIGITS)
          .orElse(held)
          .toPlainString();
    } catch (NumberFormatException _) {
      return ""; // nan and inf
    }
  }

  /// The number behind the key as the file has it.
  private static Optional<String> written(Item item) {
    Matcher matcher = WRITTEN.matcher(item.document().from(item));
    return matcher.lookingAt() ? Optional.of(matcher.group(1).replace("_", "")) : Optional.empty();
  }

  /// A part of a whole, from 0 to 1.
  static BigDecimal fraction(Item item) {
    BigDecimal number = decimal(item);
    if (number.compareTo(BigDecimal.ONE) > 0) {
      throw new Invalid("it must be a fraction from 0 to 1; 0.02 is two percent");
    }
    return number;
  }

  static Integer count(Item item) {
    BigDecimal number = decimal(item);
    if (number.stripTrailingZeros().scale() > 0 || number.compareTo(LARGEST_COUNT) > 0) {
      throw new Invalid("it must be a whole number from 0 to " + LARGEST_COUNT);
    }
    return number.intValueExact();
  }

  static RequireStop stop(Item item) {
    List<String> words = Arrays.stream(RequireStop.values()).map(PolicyValues::stopText).toList();
    int at = words.indexOf(item.text());
    if (at < 0) {
      throw new Invalid(
          "it must be one of " + String.join(", ", words) + Suggestion.text(item.text(), words));
    }
    return RequireStop.values()[at];
  }

  static String stopText(RequireStop stop) {
    return stop.name().toLowerCase(Locale.ROOT);
  }

  static Names names(Item item, Predicate<String> known, String valid) {
    Set<String> found = new LinkedHashSet<>(texts(item));
    if (!found.stream().allMatch(known)) {
      throw new Invalid("it must be a list of " + valid);
    }
    return new Names(found);
  }

  static List<String> texts(Item item) {
    if (item.value() instanceof TomlArray array
        && array.toList().stream().allMatch(String.class::isInstance)) {
      return array.toList().stream().map(String.class::cast).toList();
    }
    throw new Invalid("it must be a list of texts in quotes, such as [\"a\", \"b\"]");
  }

  /// The length as a policy file may have it.
  static String lengthText(Duration length) {
    long seconds = length.toSeconds();
    if (length.toHours() > MOST_UNITS) {
      return length.toDays() + "d";
    }
    if (seconds % 3_600 == 0) {
      return seconds / 3_600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }

  /// A length of time such as `90s`, `15m`, `24h` or `7d`; a bare 0 is none.
  static Duration length(Item item) {
    Matcher matcher =
        LENGTH.matcher(item.value() instanceof Long number ? number.toString() : item.text());
    if (matcher.matches()) {
      long number = Long.parseLong(matcher.group(1));
      switch (matcher.group(2)) {
        case "s" -> {
          return Duration.ofSeconds(number);
        }
        case "m" -> {
          return Duration.ofMinutes(number);
        }
        case "h" -> {
          return Duration.ofHours(number);
        }
        case "d" -> {
          return Duration.ofDays(number);
        }
        default -> {
          if (number == 0) {
            return Duration.ZERO;
          }
        }
      }
    }
    throw new Invalid("it must be a length of time such as \"90s\", \"15m\", \"24h\" or \"7d\"");
  }
}
