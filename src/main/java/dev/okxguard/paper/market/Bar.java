package dev.okxguard.paper.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A candle's length and where the grid of candles starts: bars of six hours and more begin with
/// the day in UTC+8, or in UTC when the name ends in `utc`; weeks begin on Monday.
///
/// @param seconds length of one bar, or 0 for months
/// @param months length in months, or 0
/// @param zone where days begin
record Bar(long seconds, int months, ZoneOffset zone) {
  private static final Pattern NAME =
      Pattern.compile("(1s|(?:1|3|5|15|30)m|[124]H)|((?:6|12)H|[123]D|1W|[13]M)(utc)?");
  private static final ZoneOffset EAST = ZoneOffset.ofHours(8);
  private static final long DAY = 86_400;
  private static final long MONDAY = 4 * DAY;

  /// The bar of that name, as OKX spells it.
  static Optional<Bar> of(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    if (matcher.group(1) != null) {
      return Optional.of(sized(matcher.group(1), ZoneOffset.UTC));
    }
    return Optional.of(sized(matcher.group(2), matcher.group(3) == null ? EAST : ZoneOffset.UTC));
  }

  private static Bar sized(String name, ZoneOffset zone) {
    int count = Integer.parseInt(name.substring(0, name.length() - 1));
    return switch (name.charAt(name.length() - 1)) {
      case 's' -> new Bar(count, 0, zone);
      case 'm' -> new Bar(count * 60L, 0, zone);
      case 'H' -> new Bar(count * 3_600L, 0, zone);
      case 'D' -> new Bar(count * DAY, 0, zone);
      case 'W' -> new Bar(count * 7 * DAY, 0, zone);
      default -> new Bar(0, count, zone);
    };
  }

  /// When the bar that contains that instant began.
  Instant start(Instant at) {
    if (months > 0) {
      LocalDate day = at.atOffset(zone).toLocalDate();
      LocalDate first = day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % months);
      return first.atStartOfDay().toInstant(zone);
    }
    long shift = shift();
    long second = Math.floorDiv(at.getEpochSecond() - shift, seconds) * seconds + shift;
    return Instant.ofEpochSecond(second);
  }

  /// When the bar that began then is over.
  Instant end(Instant start) {
    return months > 0
        ? start.atOffset(zone).plusMonths(months).toInstant()
        : start.plusSeconds(seconds);
  }

  private long shift() {
    long monday = seconds == 7 * DAY ? MONDAY : 0;
    return monday - zone.getTotalSeconds();
  }
}
