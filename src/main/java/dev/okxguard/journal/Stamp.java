package dev.okxguard.journal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// Times as the journal writes them: UTC, always three digits of a second, 24 characters.
final class Stamp {
  static final int LENGTH = 24;

  private static final int DAY = 86_400;
  private static final String FORM = "0000-00-00T00:00:00.000Z";

  private Stamp() {}

  /// Written out because every checkpoint holds many.
  ///
  /// @param time of the years 0 to 9999
  static String text(Instant time) {
    LocalDateTime utc = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(FORM);
    put(text, 0, 4, utc.getYear());
    put(text, 5, 7, utc.getMonthValue());
    put(text, 8, 10, utc.getDayOfMonth());
    put(text, 11, 13, utc.getHour());
    put(text, 14, 16, utc.getMinute());
    put(text, 17, 19, utc.getSecond());
    put(text, 20, 23, utc.getNano() / 1_000_000);
    return text.toString();
  }

  private static void put(StringBuilder text, int from, int to, int number) {
    int rest = number;
    for (int i = to - 1; i >= from; i--) {
      text.setCharAt(i, (char) ('0' + rest % 10));
      rest /= 10;
    }
    if (rest != 0 || number < 0) {
      throw new DateTimeException("no year of four digits");
    }
  }

  /// The time of exactly such a text; empty for any other notation.
  static Optional<Instant> time(String text) {
    return text.length() == LENGTH
        ? time(text.getBytes(StandardCharsets.ISO_8859_1), 0)
        : Optional.empty();
  }

  /// The same, of the bytes from there on. Written out because it is done for every line ever
  /// written whenever the chain is verified.
  static Optional<Instant> time(byte[] text, int at) {
    if (!shaped(text, at)) {
      return Optional.empty();
    }
    try {
      LocalDate date =
          LocalDate.of(number(text, at, 4), number(text, at + 5, 2), number(text, at + 8, 2));
      int hour = number(text, at + 11, 2);
      int minute = number(text, at + 14, 2);
      int second = number(text, at + 17, 2);
      if (hour > 23 || minute > 59 || second > 59) {
        return Optional.empty();
      }
      long seconds = date.toEpochDay() * DAY + hour * 3_600 + minute * 60 + second;
      return Optional.of(Instant.ofEpochSecond(seconds, number(text, at + 20, 3) * 1_000_000L));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean shaped(byte[] text, int at) {
    for (int i = 0; i < LENGTH; i++) {
      byte c = text[at + i];
      char form = FORM.charAt(i);
      if (form == '0' ? c < '0' || c > '9' : c != form) {
        return false;
      }
    }
    return true;
  }

  private static int number(byte[] text, int from, int digits) {
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      value = value * 10 + text[i] - '0';
    }
    return value;
  }
}
