package dev.okxguard.okx;

import dev.okxguard.model.Book;
import dev.okxguard.model.Candle;
import dev.okxguard.model.DayRange;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.Quote;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// OKX's instruments and prices as our values (reference c.1, c.2).
final class Markets {
  private Markets() {}

  /// The query for one instrument. OKX lists options by family only.
  static Map<String, String> specification(InstType type, String instId) {
    Map<String, String> query = Query.of("instType", type.name(), "instId", instId);
    if (type == InstType.OPTION) {
      query.put("instFamily", InstType.familyByForm(instId));
    }
    return query;
  }

  static Instrument instrument(Row row) {
    InstType type = row.word("instType", InstType::of);
    return new Instrument(
        type,
        row.text("instId"),
        row.textOrEmpty("instFamily"),
        row.textOrEmpty("baseCcy"),
        row.textOrEmpty("quoteCcy"),
        row.textOrEmpty("settleCcy"),
        type.contracts() && inverse(type, row),
        contract(type, row, "ctVal"),
        contract(type, row, "ctMult"),
        row.textOrEmpty("ctValCcy"),
        above(row, "tickSz"),
        above(row, "lotSz"),
        above(row, "minSz"),
        type == InstType.SPOT ? Optional.empty() : row.positiveNumber("lever"),
        row.positiveNumber("maxLmtSz"),
        row.positiveNumber("maxMktSz"),
        row.text("state"),
        row.textOrEmpty("groupId"));
  }

  static Quote quote(Row row) {
    return new Quote(
        row.text("instId"),
        above(row, "last"),
        row.positiveNumber("bidPx"),
        row.positiveNumber("askPx"),
        row.time("ts"));
  }

  /// Empty for what is new or never traded.
  static Optional<DayRange> dayRange(Row row) {
    Optional<BigDecimal> high = row.positiveNumber("high24h");
    return row.positiveNumber("low24h")
        .filter(low -> high.filter(top -> top.compareTo(low) >= 0).isPresent())
        .map(low -> new DayRange(row.text("instId"), low, high.get(), row.time("ts")));
  }

  static BigDecimal markPrice(Row row) {
    return above(row, "markPx");
  }

  static BigDecimal indexPrice(Row row) {
    return above(row, "idxPx");
  }

  static Book book(Row row, String instId) {
    return new Book(instId, levels(row, "asks"), levels(row, "bids"), row.time("ts"));
  }

  /// A row of a time in milliseconds and four prices.
  static Candle candle(Row row) {
    BigDecimal start = row.entry(0);
    Candle candle =
        new Candle(
            Instant.ofEpochMilli(start.longValue()),
            row.entry(1),
            row.entry(2),
            row.entry(3),
            row.entry(4));
    if (candle.low().signum() <= 0 || candle.high().compareTo(candle.low()) < 0) {
      throw row.broken("a candle", "has no sound prices");
    }
    return candle;
  }

  private static List<Book.Level> levels(Row row, String side) {
    JsonNode levels = row.node().path(side);
    if (!levels.isArray()) {
      throw row.broken(side, "is missing");
    }
    return levels.values().stream().map(level -> level(new Row(row.endpoint(), level))).toList();
  }

  private static Book.Level level(Row row) {
    Book.Level level = new Book.Level(row.entry(0), row.entry(1));
    if (level.px().signum() <= 0 || level.sz().signum() < 0) {
      throw row.broken("a level", "has no positive price");
    }
    return level;
  }

  /// Options name no contract type. Their face value counts the underlying and their price the
  /// settlement currency, so that the linear formula gives the premium.
  private static boolean inverse(InstType type, Row row) {
    return type != InstType.OPTION
        && switch (row.text("ctType")) {
          case "linear" -> false;
          case "inverse" -> true;
          default -> throw row.broken("ctType", "is a word unknown to us");
        };
  }

  private static Optional<BigDecimal> contract(InstType type, Row row, String field) {
    return type.contracts() ? Optional.of(above(row, field)) : Optional.empty();
  }

  private static BigDecimal above(Row row, String field) {
    BigDecimal value = row.number(field);
    if (value.signum() <= 0) {
      throw row.broken(field, "is not above zero");
    }
    return value;
  }
}
