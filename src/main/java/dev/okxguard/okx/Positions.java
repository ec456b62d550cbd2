package dev.okxguard.okx;

import dev.okxguard.model.InstType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;

/// OKX's position rows as our values (reference c.3).
final class Positions {
  private Positions() {}

  static Position position(Row row) {
    InstType type = row.word("instType", InstType::of);
    return new Position(
        type,
        row.text("instId"),
        row.word("mgnMode", TdMode::of),
        row.word("posSide", PosSide::of),
        type == InstType.MARGIN ? margin(row) : row.number("pos"),
        row.optionalNumber("avgPx"),
        row.optionalNumber("markPx"),
        row.optionalNumber("notionalUsd"),
        row.optionalNumber("lever"),
        row.optionalNumber("upl"),
        row.textOrEmpty("ccy"),
        row.text("posId"),
        row.time("uTime"));
  }

  /// Margin positions are written without a sign: `posCcy` tells the direction. A long holds the
  /// base currency; a short holds the quote currency and owes base currency, and that debt is its
  /// size.
  private static BigDecimal margin(Row row) {
    BigDecimal pos = row.number("pos");
    String base = row.text("instId").split("-", -1)[0];
    if (pos.signum() == 0 || row.text("posCcy").equals(base)) {
      return pos;
    }
    if (!row.text("liabCcy").equals(base)) {
      throw row.broken("liabCcy", "is not the base currency of a short margin position");
    }
    return row.number("liab").abs().negate();
  }
}
