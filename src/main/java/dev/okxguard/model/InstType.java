package dev.okxguard.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/// The kinds of instrument this program trades or reads. OKX spells them in capitals.
public enum InstType {
  SPOT,
  MARGIN,
  SWAP,
  FUTURES,
  OPTION,
  /// Prediction contracts: read, never traded from here.
  EVENTS;

  private static final Pattern DATE = Pattern.compile("[0-9]{6}");

  private static final Words<InstType> WORDS = Words.of(values(), InstType::name);

  /// Whether sizes are counted in contracts.
  public boolean contracts() {
    return switch (this) {
      case SPOT, MARGIN -> false;
      case SWAP, FUTURES, OPTION, EVENTS -> true;
    };
  }

  /// Whether the account's position mode decides how positions are kept: only swaps and futures
  /// have long and short legs.
  public boolean hedged() {
    return switch (this) {
      case SPOT, MARGIN, OPTION, EVENTS -> false;
      case SWAP, FUTURES -> true;
    };
  }

  /// The constant of OKX's word, or empty for one this program does not know.
  public static Optional<InstType> of(String word) {
    return WORDS.find(word);
  }

  /// The family of an instrument by the form of its id, `BTC-USD` for `BTC-USD-261225-90000-C`: by
  /// which alone OKX lists options.
  public static String familyByForm(String instId) {
    String[] parts = instId.split("-", -1);
    return parts.length <= 2 ? instId : parts[0] + "-" + parts[1];
  }

  /// The type that an instrument id has by its form: `BTC-USDT` spot, `…-SWAP` swap, `…-261225`
  /// futures, `…-C` or `…-P` option. The exchange's own record decides; this only picks where to
  /// ask.
  public static InstType byForm(String instId) {
    String[] parts = instId.split("-", -1);
    if (parts.length <= 2) {
      return SPOT;
    }
    if (parts.length >= 5) {
      return OPTION;
    }
    return parts[2].equals("SWAP") ? SWAP : FUTURES;
  }

  /// When an instrument ends by the date in its id, at 08:00 UTC; empty where there is none.
  public static Optional<Instant> expiryByForm(String instId) {
    String[] parts = instId.split("-", -1);
    if (parts.length < 3 || !DATE.matcher(parts[2]).matches()) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse("20" + parts[2], DateTimeFormatter.BASIC_ISO_DATE);
      return Optional.of(day.atTime(8, 0).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
