package dev.okxguard.guard;

import dev.okxguard.model.Book;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Quote;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.Optional;

/// The prices an order must reckon with, always on its bad side.
///
/// @param book what a market order would walk through
/// @param inverse whether its contracts count dollars at any price
public record OrderPrices(OrderDraft draft, Quote quote, Optional<Book> book, boolean inverse) {

  /// Without a book: limit and quote alone.
  public OrderPrices(OrderDraft draft, Quote quote) {
    this(draft, quote, Optional.empty(), false);
  }

  /// Best ask for a buy, best bid for a sell, the last trade when that side is empty.
  public BigDecimal market() {
    var best = draft.side() == Side.BUY ? quote.ask() : quote.bid();
    return best.filter(px -> px.signum() > 0).orElse(quote.last());
  }

  /// The price it would fill at: its limit, else the worse of book and quote; empty when the book
  /// is missing or too thin.
  public Optional<BigDecimal> entry() {
    return limit().or(() -> average().map(price -> worse(price, market())));
  }

  /// The price that makes the order largest: its limit, or the book, against the quote.
  public Optional<BigDecimal> value() {
    return limit().or(this::average).map(market()::max);
  }

  /// The limit price of a priced order.
  public Optional<BigDecimal> limit() {
    return draft.ordType().priced() ? draft.px() : Optional.empty();
  }

  /// What a market order of this size would pay on average; empty when nobody can tell.
  public Optional<BigDecimal> average() {
    return book.filter(_ -> draft.sz().signum() > 0)
        .flatMap(found -> BookWalk.averagePrice(draft, found, inverse));
  }

  /// The price that is worse to fill at.
  public BigDecimal worse(BigDecimal a, BigDecimal b) {
    return draft.side() == Side.BUY ? a.max(b) : a.min(b);
  }
}
