package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// The arithmetic of spot, margin and contracts. Linear values are in the quote or settlement
/// currency, inverse ones in the settlement coin.
final class Contracts {
  private Contracts() {}

  /// The currency in which fees, margin and profit of a position are paid.
  static String settlement(Instrument instrument) {
    return instrument.instType().contracts() ? instrument.settleCcy() : instrument.quoteCcy();
  }

  /// What one of it is about: the face value of a contract, or one coin.
  static BigDecimal face(Instrument instrument) {
    return instrument.instType().contracts() ? instrument.contractValue() : BigDecimal.ONE;
  }

  /// The value of a size at a price.
  static BigDecimal value(Instrument instrument, BigDecimal sz, BigDecimal px) {
    if (!instrument.instType().contracts()) {
      return sz.multiply(px);
    }
    BigDecimal face = sz.multiply(instrument.contractValue());
    return instrument.inverse() ? Decimals.divide(face, px) : face.multiply(px);
  }

  /// Profit of closing a long of that size (the negative for a short).
  static BigDecimal gain(Instrument instrument, BigDecimal sz, BigDecimal entry, BigDecimal exit) {
    BigDecimal difference = value(instrument, sz, exit).subtract(value(instrument, sz, entry));
    return instrument.inverse() ? difference.negate() : difference;
  }

  /// The average price of two sizes: weighted for linear, harmonic for inverse contracts.
  static BigDecimal average(Instrument instrument, Lot a, Lot b) {
    BigDecimal size = a.sz().add(b.sz());
    if (instrument.inverse()) {
      return Decimals.divide(size, a.inverted().add(b.inverted()));
    }
    return Decimals.divide(a.value().add(b.value()), size);
  }

  /// Money as it is posted.
  static BigDecimal money(BigDecimal amount) {
    return amount.scale() > Row.DECIMALS
        ? amount.setScale(Row.DECIMALS, RoundingMode.HALF_EVEN)
        : amount;
  }

  /// A size at a price.
  record Lot(BigDecimal px, BigDecimal sz) {
    private BigDecimal value() {
      return px.multiply(sz);
    }

    private BigDecimal inverted() {
      return sz.signum() == 0 ? BigDecimal.ZERO : Decimals.divide(sz, px);
    }
  }
}
