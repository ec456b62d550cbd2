package dev.okxguard.guard;

import dev.okxguard.model.Book;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.OrderDraft;
import java.math.BigDecimal;
import java.util.Optional;

/// What an order is worth, and what it would fill at, taken on the bad side.
final class Worth {
  private Worth() {}

  /// The order's value in USD at the worse of its limit and the market; of options sold that of
  /// their underlying.
  static BigDecimal usd(Situation order) {
    OrderDraft draft = order.draft();
    Instrument instrument = order.instrument();
    if (draft.quoteSized()) {
      return order.facts().rates().usd(instrument.quoteCcy(), draft.sz());
    }
    return OptionWorth.usd(
        instrument, draft.sz(), draft.side(), valuePrice(order), order.facts().rates());
  }

  /// What of that may still fill.
  static BigDecimal restUsd(Situation order) {
    BigDecimal whole = usd(order);
    return order.restSz().compareTo(order.draft().sz()) == 0
        ? whole
        : Decimals.divide(whole.multiply(order.restSz()), order.draft().sz());
  }

  /// The price that makes the order largest: limit, trigger or book against the quote.
  private static BigDecimal valuePrice(Situation order) {
    if (order.trigger().isPresent()) {
      BigDecimal trigger = order.trigger().get();
      return order.limitPrice().orElse(trigger).max(trigger).max(market(order));
    }
    return prices(order).value().orElseThrow(Worth::thin);
  }

  /// The price an entry must reckon with: its limit, else its trigger, else the worse of book and
  /// quote.
  static BigDecimal entryPrice(Situation order) {
    if (order.trigger().isPresent()) {
      return order.limitPrice().orElse(order.trigger().get());
    }
    return prices(order).entry().orElseThrow(Worth::thin);
  }

  /// Contracts or base currency; a quote-sized order's at the entry price.
  static BigDecimal size(Situation order) {
    OrderDraft draft = order.draft();
    return draft.quoteSized() ? Decimals.divide(draft.sz(), entryPrice(order)) : draft.sz();
  }

  /// Best ask for a buy, best bid for a sell, the last trade when that side is empty.
  static BigDecimal market(Situation order) {
    return new OrderPrices(order.draft(), order.quote()).market();
  }

  private static OrderPrices prices(Situation order) {
    if (order.limitPrice().isPresent()) {
      return new OrderPrices(order.draft(), order.quote());
    }
    Optional<Book> book = Optional.of(order.book());
    return new OrderPrices(order.draft(), order.quote(), book, order.instrument().inverse());
  }

  private static MissingDatum thin() {
    return new MissingDatum("depth in the order book for this size");
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
