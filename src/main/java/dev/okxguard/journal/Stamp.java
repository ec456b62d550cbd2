package dev.okxguard.journal;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Times as the journal writes them: UTC, always three digits of a second, 24 characters.
final class Stamp {
  static final int LENGTH = 24;

  private Stamp() {}

  static String text(Instant time) {
    String text = time.truncatedTo(ChronoUnit.MILLIS).toString();
    return text.length() == LENGTH ? text : text.replace("Z", ".000Z");
  }

  /// The time of exactly such a text; empty for any other notation.
  static Optional<Instant> time(String text) {
    try {
      Instant time = Instant.parse(text);
      return text.equals(text(time)) ? Optional.of(time) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
