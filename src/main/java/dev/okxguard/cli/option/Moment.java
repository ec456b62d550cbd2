package dev.okxguard.cli.option;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A point in time as OKX takes it, in milliseconds since 1970; also accepts a date (its start in
/// UTC) and an ISO-8601 time with its offset.
public final class Moment implements ITypeConverter<String> {
  private static final Pattern MILLIS = Pattern.compile("[0-9]{1,18}");

  @Override
  public String convert(String text) {
    return MILLIS.matcher(text).matches() ? text : Long.toString(instant(text).toEpochMilli());
  }

  private static Instant instant(String text) {
    try {
      return text.contains("T")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'"
              + text
              + "' is neither milliseconds, a date like 2026-11-21,"
              + " nor a time like 2026-11-21T08:00:00Z");
    }
  }
}
