package dev.okxguard.paper.engine;

import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.Side;
import java.math.BigDecimal;

/// The arithmetic of options, in the coin that settles them. The premium moves when an order fills,
/// so that nothing but the value of the position is unrealised; who has sold one sets margin aside.
final class Options {
  /// An option has no leverage.
  static final BigDecimal LEVER = BigDecimal.ONE;

  /// What a seller sets aside, and must keep, of the coins underneath.
  private static final BigDecimal INITIAL = new BigDecimal("0.15");

  private static final BigDecimal MAINTENANCE = new BigDecimal("0.075");

  /// No fee takes more than this of the premium.
  private static final BigDecimal FEE_CAP = new BigDecimal("0.07");

  private Options() {}

  static boolean option(Instrument instrument) {
    return instrument.instType() == InstType.OPTION;
  }

  /// The coins that a number of options is about.
  static BigDecimal coins(Instrument instrument, BigDecimal sz) {
    return sz.multiply(instrument.contractValue());
  }

  /// What a fill moves: a buyer pays the premium, a seller gets it.
  static BigDecimal premium(Instrument instrument, Contracts.Lot lot, Side side) {
    BigDecimal value = Contracts.value(instrument, lot.sz(), lot.px());
    return side == Side.BUY ? value.negate() : value;
  }

  /// Fees go by the coins underneath, up to a part of the premium.
  ///
  /// @param rate negative when paid
  static BigDecimal fee(Instrument instrument, Contracts.Lot lot, BigDecimal rate) {
    BigDecimal most = Contracts.value(instrument, lot.sz(), lot.px()).multiply(FEE_CAP).negate();
    return coins(instrument, lot.sz()).multiply(rate).max(most);
  }

  /// Margin of options sold; none of options bought.
  ///
  /// @param sign 1 bought, -1 sold
  static BigDecimal initial(Instrument instrument, BigDecimal sz, int sign) {
    return sign < 0 ? coins(instrument, sz).multiply(INITIAL) : BigDecimal.ZERO;
  }

  /// What a fill puts into isolated margin. A seller's premium stays there, since what was sold is
  /// bought back out of it.
  static BigDecimal isolated(Instrument instrument, Contracts.Lot lot, int sign) {
    BigDecimal margin = initial(instrument, lot.sz(), sign);
    return sign < 0 ? margin.add(premium(instrument, lot, Side.SELL)) : margin;
  }

  static BigDecimal maintenance(Instrument instrument, BigDecimal sz, int sign) {
    return sign < 0 ? coins(instrument, sz).multiply(MAINTENANCE) : BigDecimal.ZERO;
  }

  /// What an opening order ties up: the premium of a buyer, the margin of a seller, and the fee.
  static BigDecimal reserve(Instrument instrument, Contracts.Lot lot, Side side) {
    BigDecimal fee = fee(instrument, lot, Fees.taker(InstType.OPTION)).negate();
    BigDecimal own =
        side == Side.BUY
            ? Contracts.value(instrument, lot.sz(), lot.px())
            : initial(instrument, lot.sz(), -1);
    return own.add(fee);
  }

  /// What an option position has besides the fields of all positions.
  ///
  /// @param usd dollars for one coin
  static Row put(Row row, Valued valued, BigDecimal usd) {
    Leg leg = valued.leg();
    return row.blank("lever")
        .number("optVal", valued.optionValue())
        .number("availPos", leg.size())
        .number("idxPx", usd);
  }
}
