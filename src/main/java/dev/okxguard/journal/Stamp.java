package dev.okxguard.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
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

  /// The time of exactly such a text; empty for any other notation. Written out because it is done
  /// for every line ever written whenever the chain is verified.
  static Optional<Instant> time(String text) {
    if (!shaped(text)) {
      return Optional.empty();
    }
    try {
      LocalDate date = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
      int hour = ChronoField.HOUR_OF_DAY.checkValidIntValue(number(text, 11, 13));
      int minute = ChronoField.MINUTE_OF_HOUR.checkValidIntValue(number(text, 14, 16));
      int second = ChronoField.SECOND_OF_MINUTE.checkValidIntValue(number(text, 17, 19));
      long seconds = date.toEpochDay() * DAY + hour * 3_600 + minute * 60 + second;
      return Optional.of(Instant.ofEpochSecond(seconds, number(text, 20, 23) * 1_000_000L));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean shaped(String text) {
    if (text.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      char c = text.charAt(i);
      char form = FORM.charAt(i);
      if (form == '0' ? c < '0' || c > '9' : c != form) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
