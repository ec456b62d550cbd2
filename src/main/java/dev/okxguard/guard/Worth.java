package dev.okxguard.guard;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Quote;
import dev.okxguard.model.Side;
import dev.okxguard.model.Valuation;
import java.math.BigDecimal;

/// What an order is worth, and what it would fill at, taken on the bad side.
final class Worth {
  private Worth() {}

  /// The order's value in USD at the worse of its limit and the market.
  static BigDecimal usd(Situation order) {
    OrderDraft draft = order.draft();
    Instrument instrument = order.instrument();
    if (draft.quoteSized()) {
      return order.facts().rates().usd(instrument.quoteCcy(), draft.sz());
    }
    return Valuation.usd(instrument, draft.sz(), valuePrice(order), order.facts().rates());
  }

  /// The price that makes the order largest: limit, trigger or book against the quote.
  private static BigDecimal valuePrice(Situation order) {
    BigDecimal market = market(order);
    BigDecimal price = order.limitPrice().or(order::trigger).orElseGet(() -> average(order));
    return price.max(order.trigger().orElse(price)).max(market);
  }

  /// The price an entry must reckon with: its limit, else its trigger, else the worse of book and
  /// quote.
  static BigDecimal entryPrice(Situation order) {
    return order
        .limitPrice()
        .or(order::trigger)
        .orElseGet(() -> worse(order, average(order), market(order)));
  }

  /// Contracts or base currency; a quote-sized order's at the entry price.
  static BigDecimal size(Situation order) {
    OrderDraft draft = order.draft();
    return draft.quoteSized() ? Decimals.divide(draft.sz(), entryPrice(order)) : draft.sz();
  }

  /// Best ask for a buy, best bid for a sell, the last trade when that side is empty.
  static BigDecimal market(Situation order) {
    Quote quote = order.quote();
    var best = order.draft().side() == Side.BUY ? quote.ask() : quote.bid();
    return best.filter(px -> px.signum() > 0).orElse(quote.last());
  }

  private static BigDecimal average(Situation order) {
    return BookWalk.averagePrice(order.draft(), order.book())
        .orElseThrow(() -> new MissingDatum("depth in the order book for this size"));
  }

  private static BigDecimal worse(Situation order, BigDecimal a, BigDecimal b) {
    return order.draft().side() == Side.BUY ? a.max(b) : a.min(b);
  }

  /// The part of the order that would be worth no more than `usd`, for a message.
  static String allowed(Situation order, BigDecimal usd) {
    Instrument instrument = order.instrument();
    BigDecimal worth = usd(order);
    if (usd.signum() <= 0 || worth.signum() <= 0) {
      return "no size is allowed now";
    }
    BigDecimal part = Decimals.divide(order.draft().sz().multiply(usd), worth);
    if (order.draft().quoteSized()) {
      return "sz up to " + Decimals.text(part.setScale(2, java.math.RoundingMode.DOWN));
    }
    BigDecimal size = Decimals.floorTo(part, instrument.lotSz());
    return size.compareTo(instrument.minSz()) < 0
        ? "even the least size " + Decimals.text(instrument.minSz()) + " is too much"
        : "sz up to " + Decimals.text(size);
  }
}
