package dev.okxguard.paper.market;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;

/// When quarterly futures expire: the last Friday of March, June, September and December, 08:00
/// UTC.
final class Quarter {
  private static final Duration LEAST = Duration.ofDays(91);
  private static final DateTimeFormatter SUFFIX =
      DateTimeFormatter.ofPattern("uuMMdd").withZone(ZoneOffset.UTC);

  private Quarter() {}

  /// The first expiry at least 91 days after that instant.
  static Instant expiryAfter(Instant now) {
    Instant earliest = now.plus(LEAST);
    YearMonth month = YearMonth.from(earliest.atZone(ZoneOffset.UTC));
    while (month.getMonthValue() % 3 != 0 || expiry(month).isBefore(earliest)) {
      month = month.plusMonths(1);
    }
    return expiry(month);
  }

  /// The date as instrument ids spell it: `yymmdd`.
  static String suffix(Instant expiry) {
    return SUFFIX.format(expiry);
  }

  private static Instant expiry(YearMonth month) {
    LocalDate day = month.atEndOfMonth().with(TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY));
    return day.atTime(LocalTime.of(8, 0)).toInstant(ZoneOffset.UTC);
  }
}
