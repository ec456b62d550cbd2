package dev.okxguard.paper.engine;

import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;

/// Margin trading of spot pairs. A position is kept as one of contracts of one coin each: its size
/// counts the coin, and margin, profit and fees are in the quote currency. What it holds and what
/// it owes follow from size and average price.
final class Coins {
  /// Greatest leverage, as OKX has it for the pairs listed here.
  private static final BigDecimal LEVER = BigDecimal.TEN;

  private Coins() {}

  /// The type an order is traded as: a spot pair with margin is no spot.
  static InstType traded(Instrument instrument, TdMode mode) {
    boolean margin = instrument.instType() == InstType.SPOT && mode != TdMode.CASH;
    return margin ? InstType.MARGIN : instrument.instType();
  }

  /// Greatest leverage of an instrument.
  static BigDecimal greatestLever(Instrument instrument) {
    return instrument.lever().orElse(LEVER);
  }

  /// The margin currency of a margin order, "" for all others. Futures mode must be told for cross.
  ///
  /// @throws Refused 51000 when it is missing, 51130 when it is not the quote currency
  static String ccy(Fields body, Instrument instrument, InstType type, TdMode mode) {
    if (type != InstType.MARGIN) {
      return body.textOrEmpty("ccy");
    }
    String quote = instrument.quoteCcy();
    String ccy = mode == TdMode.CROSS ? body.required("ccy") : body.text("ccy").orElse(quote);
    if (!ccy.equals(quote)) {
      throw Refused.because("51130", "The margin currency here is " + quote);
    }
    return ccy;
  }

  /// The currency that counts the size of a margin order; whatever the order says, since `tgtCcy`
  /// is for spot.
  static String sizeUnit(OrdType type, Side side) {
    if (type != OrdType.MARKET) {
      return "";
    }
    return side == Side.BUY ? "quote_ccy" : "base_ccy";
  }

  /// What a margin position holds and owes, besides the fields of all positions.
  static Row put(Row row, Leg leg, Instrument instrument) {
    BigDecimal value = Contracts.money(leg.size().multiply(leg.avgPx()));
    boolean holdsBase = leg.sign() > 0;
    BigDecimal held = leg.sign() < 0 ? value : leg.size();
    BigDecimal owed = leg.sign() < 0 ? leg.size() : value;
    if (leg.flat()) {
      return row.zero("pos", "availPos", "liab", "interest").blank("posCcy", "liabCcy");
    }
    return row.number("pos", held)
        .number("availPos", held)
        .text("posCcy", holdsBase ? instrument.baseCcy() : instrument.quoteCcy())
        .number("liab", owed.negate())
        .text("liabCcy", holdsBase ? instrument.quoteCcy() : instrument.baseCcy())
        .zero("interest");
  }
}
