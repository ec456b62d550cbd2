package dev.okxguard.paper.market;

import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The options: calls and puts on BTC and ETH, settled in the coin, at eleven strikes around the
/// base price and for two expiries, the quarterly one of the futures and one eight weeks before it.
final class OptionListings {
  private static final Duration EARLIER = Duration.ofDays(56);
  private static final BigDecimal TICK = new BigDecimal("0.0005");
  private static final Optional<BigDecimal> LARGEST = Optional.of(new BigDecimal("1000000"));
  private static final Optional<BigDecimal> LARGEST_AT_MARKET = Optional.of(new BigDecimal("5000"));
  private static final long FIRST_CODE = 280_001;

  /// Strikes above the base price, and as many below it.
  private static final int EACH_SIDE = 5;

  private OptionListings() {}

  static List<Listing> of(Instant quarter) {
    List<Listing> all = new ArrayList<>();
    for (Instant expiry : List.of(quarter.minus(EARLIER), quarter)) {
      add(all, new Series("BTC", "0.01", expiry), 5_000);
      add(all, new Series("ETH", "0.1", expiry), 100);
    }
    return all;
  }

  private static void add(List<Listing> all, Series series, long step) {
    long base = Listings.base(series.coin()).longValueExact();
    for (long strike = base - EACH_SIDE * step; strike <= base + EACH_SIDE * step; strike += step) {
      for (boolean call : new boolean[] {true, false}) {
        OptionTerms terms = new OptionTerms(call, BigDecimal.valueOf(strike), series.expiry());
        all.add(series.listing(terms, FIRST_CODE + all.size()));
      }
    }
  }

  /// What the options of one coin and expiry have in common.
  ///
  /// @param multiplier of the face value, which is one coin
  private record Series(String coin, String multiplier, Instant expiry) {

    Listing listing(OptionTerms terms, long code) {
      BigDecimal base = Listings.base(coin);
      return new Listing(
          instrument(terms), code, coin, base, 0, Optional.of(expiry), Optional.of(terms));
    }

    private Instrument instrument(OptionTerms terms) {
      String family = coin + "-USD";
      String side = terms.call() ? "C" : "P";
      String strike = terms.strike().toPlainString();
      return new Instrument(
          InstType.OPTION,
          String.join("-", family, Quarter.suffix(expiry), strike, side),
          family,
          "",
          "",
          coin,
          false,
          Optional.of(BigDecimal.ONE),
          Optional.of(new BigDecimal(multiplier)),
          coin,
          TICK,
          BigDecimal.ONE,
          BigDecimal.ONE,
          Optional.empty(),
          LARGEST,
          LARGEST_AT_MARKET,
          "live",
          "1");
    }
  }
}
