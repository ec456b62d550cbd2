package dev.okxguard.paper.market;

import dev.okxguard.model.Book;
import dev.okxguard.model.Instrument;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What can be traded on the paper exchange, and at which prices. The same instant always gives the
/// same prices, until somebody sets them.
public interface Market {
  List<Instrument> instruments();

  Optional<Instrument> instrument(String instId);

  /// Last, mark and index price of a known instrument, on its tick.
  Prices prices(String instId, Instant at);

  /// Lowest and highest last price after `from` up to and including `to`; what a resting order saw.
  default Range range(String instId, Instant from, Instant to) {
    return range(instId, PriceType.LAST, from, to);
  }

  /// The same for any of the three prices; what a trigger saw.
  Range range(String instId, PriceType type, Instant from, Instant to);

  /// Synthetic liquidity around the last price, best first, `levels` a side; sizes on the lot.
  Book depth(String instId, Instant at, int levels);

  /// Dollars for one unit of a currency of any instrument; 1 for dollar coins.
  BigDecimal usd(String ccy, Instant at);

  /// Maintenance margin of a position of that many contracts, as a fraction of its value.
  BigDecimal maintenance(String instId, BigDecimal size);

  /// The share of its value that a long position of a swap pays to a short one at a funding time.
  BigDecimal fundingRate(String instId, Instant at);

  /// When a contract is delivered; empty for what never is.
  Optional<Instant> expiry(String instId);

  /// @param last last trade, @param mark mark price, @param index index price
  record Prices(BigDecimal last, BigDecimal mark, BigDecimal index) {
    /// The one of that type.
    public BigDecimal of(PriceType type) {
      return switch (type) {
        case LAST -> last;
        case MARK -> mark;
        case INDEX -> index;
      };
    }
  }

  /// Which price a trigger looks at.
  enum PriceType {
    LAST,
    MARK,
    INDEX;

    /// The word OKX uses on the wire.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The constant of that word.
    public static Optional<PriceType> of(String word) {
      return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }
  }

  record Range(BigDecimal low, BigDecimal high) {}
}
