package dev.okxguard.config;

import java.time.Duration;
import java.util.regex.Pattern;

/// How long one request may take, in milliseconds as files and variables write it.
final class Timeout {
  /// As long as the official command waits.
  static final Duration DEFAULT = Duration.ofSeconds(15);

  private static final long LEAST = 100;
  private static final long MOST = 120_000;
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

  private Timeout() {}

  static Duration parse(String text) {
    if (!DIGITS.matcher(text).matches()) {
      throw invalid();
    }
    return of(Long.parseLong(text));
  }

  static Duration parse(Item item) {
    if (item.value() instanceof Long millis) {
      return of(millis);
    }
    throw invalid();
  }

  static Duration of(long millis) {
    if (millis < LEAST || millis > MOST) {
      throw invalid();
    }
    return Duration.ofMillis(millis);
  }

  private static Invalid invalid() {
    return new Invalid("it must be a whole number of milliseconds from " + LEAST + " to " + MOST);
  }
}
