package dev.okxguard.paper.market;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Made-up turnover: a steady stream of dollars, varied by period.
///
/// @param size in contracts, or base currency for spot
/// @param coins in base currency
/// @param quote in quote currency
record Volume(BigDecimal size, BigDecimal coins, BigDecimal quote) {
  private static final long USD_A_SECOND = 20_000;

  /// What was traded in that many seconds around that price; the period's index varies it.
  static Volume of(Listing listing, long seed, long period, long seconds, BigDecimal price) {
    long percent = 50 + Noise.below(101, seed, period);
    BigDecimal usd = BigDecimal.valueOf(USD_A_SECOND * seconds * percent).movePointLeft(2);
    BigDecimal coin = listing.option().isPresent() ? listing.base() : price;
    BigDecimal coins = usd.divide(coin, 8, RoundingMode.DOWN);
    return new Volume(new Depth(listing, seed).size(price, usd), coins, usd);
  }

  /// OKX's volCcy: base currency for contracts, quote currency for spot.
  String currency(Instrument instrument) {
    return Decimals.text(instrument.instType().contracts() ? coins : quote);
  }
}
