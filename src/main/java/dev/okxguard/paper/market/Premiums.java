package dev.okxguard.paper.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.Stream;

/// Prices of one option by those of the spot pair of its underlying, whether that follows its path
/// or was set. The option's own index is its mark price: what its orders are measured by.
record Premiums(Listing listing, OptionTerms terms) {

  static Premiums of(Listing listing) {
    return new Premiums(listing, listing.option().orElseThrow());
  }

  /// The spot pair whose prices it follows.
  String pair() {
    return listing.underlying() + "-USDT";
  }

  /// Which of the pair's prices one of its own follows.
  static Market.PriceType source(Market.PriceType type) {
    return switch (type) {
      case LAST -> Market.PriceType.LAST;
      case MARK, INDEX -> Market.PriceType.INDEX;
    };
  }

  Market.Prices prices(Market.Prices pair, Instant at) {
    BigDecimal mark = price(pair.index(), at);
    return new Market.Prices(price(pair.last(), at), mark, mark);
  }

  /// What holds every price of a stretch in which the pair kept to a range. The premium rises or
  /// falls with the pair and falls with time, so the corners bound it.
  Stream<BigDecimal> corners(Market.Range pair, Timeline.Stretch stretch) {
    return Stream.of(stretch.from(), stretch.to())
        .flatMap(at -> Stream.of(price(pair.low(), at), price(pair.high(), at)));
  }

  /// On the tick, and never nothing.
  private BigDecimal price(BigDecimal pair, Instant at) {
    return listing.onTick(terms.premium(pair, at)).max(listing.instrument().tickSz());
  }
}
