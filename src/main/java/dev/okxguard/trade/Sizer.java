package dev.okxguard.trade;

import dev.okxguard.guard.BookWalk;
import dev.okxguard.guard.Facts;
import dev.okxguard.guard.OrderPrices;
import dev.okxguard.guard.StopPrices;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.MissingRate;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Quote;
import dev.okxguard.model.Side;
import dev.okxguard.model.Size;
import dev.okxguard.model.Valuation;
import java.math.BigDecimal;
import java.util.Optional;

/// Turns what was said into OKX's own unit, on the facts of this moment. Rounds down to the lot,
/// and never goes above what was said at the worse of limit, quote and book.
final class Sizer {
  private final OrderDraft draft;
  private final Size said;
  private final Facts facts;
  private final SizeUnit unit;

  private Sizer(OrderDraft draft, Size said, Facts facts) {
    this.draft = draft;
    this.said = said;
    this.facts = facts;
    this.unit = SizeUnit.of(draft, said);
  }

  /// The order with its size, or why it has none.
  ///
  /// @param draft whose own `sz` is not looked at
  static Sized of(OrderDraft draft, Size said, Facts facts) {
    try {
      return new Sized.Ready(new Sizer(draft, said, facts).sized());
    } catch (Unsizable why) {
      return new Sized.Refused(why.denial());
    } catch (MissingRate rate) {
      return new Sized.Refused(Unsizable.missing(rate.getMessage()).denial());
    }
  }

  private OrderDraft sized() {
    return switch (said) {
      case Size.Exact(var sz) -> draft.sized(sz, draft.tgtCcy());
      case Size.Contracts(var count) -> contracts(count);
      case Size.Base(var amount) -> base(amount);
      case Size.Usd(var amount) -> usd(amount);
      case Size.RiskShare(var ratio) -> risk(ratio.multiply(equity()));
      case Size.RiskUsd(var amount) -> risk(amount);
    };
  }

  private OrderDraft contracts(BigDecimal count) {
    if (!draft.instType().contracts()) {
      throw Unsizable.because("SIZE_UNIT", draft.instId() + " is not counted in contracts");
    }
    return enough(Decimals.floorTo(count, instrument().lotSz()));
  }

  private OrderDraft base(BigDecimal amount) {
    if (unit.quote()) {
      return inQuote(amount.multiply(market()));
    }
    return enough(
        most(
            new Ask(
                amount,
                (size, price) -> Valuation.base(instrument(), size, price),
                leastPrice(),
                BigDecimal::min)));
  }

  /// Fewer dollars a coin means more coins in an inverse contract.
  private BigDecimal leastPrice() {
    if (!instrument().inverse()) {
      return BigDecimal.ONE;
    }
    return prices().limit().map(market()::min).orElseGet(this::market);
  }

  private OrderDraft usd(BigDecimal amount) {
    mustHaveValue("--usd");
    if (unit.quote()) {
      BigDecimal rate = facts.rates().usd(instrument().quoteCcy(), BigDecimal.ONE);
      return inQuote(Decimals.divide(amount, rate));
    }
    return enough(
        most(
            new Ask(
                amount,
                (size, price) -> Valuation.usd(instrument(), size, price, facts.rates()),
                prices().limit().map(market()::max).orElseGet(this::market),
                BigDecimal::max)));
  }

  private OrderDraft risk(BigDecimal allowed) {
    mustHaveValue("--risk");
    BigDecimal stop =
        StopPrices.worst(draft)
            .orElseThrow(
                () -> Unsizable.because("STOP_REQUIRED", "--risk needs a stop-loss: add --sl"));
    BigDecimal entry = prices().limit().orElseGet(this::market);
    mustLose(entry, stop);
    Ask ask =
        new Ask(
            allowed,
            (size, price) -> Valuation.lossUsd(instrument(), size, price, stop, facts.rates()),
            entry,
            prices()::worse);
    BigDecimal size = most(ask);
    return unit.quote() ? inQuote(size.multiply(price(ask, size))) : enough(size);
  }

  private void mustLose(BigDecimal entry, BigDecimal stop) {
    boolean buy = draft.side() == Side.BUY;
    int distance = buy ? entry.compareTo(stop) : stop.compareTo(entry);
    if (distance <= 0) {
      throw Unsizable.because(
          "STOP_WRONG_SIDE",
          "nothing is lost at a stop-loss of %s with an entry at %s; allowed: %s %s"
              .formatted(
                  Decimals.text(stop),
                  Decimals.text(entry),
                  buy ? "below" : "above",
                  Decimals.text(entry)));
    }
  }

  /// The greatest size that has no more than was asked; a market order at what its book gives.
  private BigDecimal most(Ask ask) {
    BigDecimal lot = instrument().lotSz();
    BigDecimal atQuote = ask.size(ask.start(), lot);
    return ask.size(price(ask, atQuote), lot);
  }

  /// A smaller order never gets a worse price from the book, so one look is enough.
  private BigDecimal price(Ask ask, BigDecimal size) {
    if (draft.ordType().priced() || size.signum() <= 0) {
      return ask.start();
    }
    OrderDraft whole = draft.sized(size, "base_ccy");
    return facts
        .book()
        .filter(book -> book.instId().equals(draft.instId()))
        .flatMap(book -> BookWalk.averagePrice(whole, book, instrument().inverse()))
        .map(average -> ask.worse().apply(ask.start(), average))
        .orElse(ask.start());
  }

  private OrderDraft inQuote(BigDecimal amount) {
    BigDecimal quote = Decimals.floorTo(amount, SizeUnit.step(instrument().quoteCcy()));
    BigDecimal base = Decimals.floorTo(Decimals.divide(quote, market()), instrument().lotSz());
    enough(base);
    return draft.sized(quote, unit.tgtCcy());
  }

  private OrderDraft enough(BigDecimal size) {
    BigDecimal least = instrument().minSz();
    if (size.compareTo(least) < 0) {
      String text = Worded.size(instrument(), least, anyPrice(), facts.rates());
      throw Unsizable.tooSmall(
          Decimals.text(least),
          Decimals.text(size),
          "%s is too little for %s; the least size is %s"
              .formatted(said.text(), draft.instId(), text));
    }
    return draft.sized(size, unit.tgtCcy());
  }

  private void mustHaveValue(String option) {
    boolean without = draft.instType() == InstType.OPTION || draft.instType() == InstType.EVENTS;
    if (without) {
      throw Unsizable.because(
          "SIZE_UNIT", option + " is not for options; size them by --contracts or --base");
    }
  }

  private Instrument instrument() {
    return Optional.ofNullable(facts.instruments().get(draft.instId()))
        .orElseThrow(() -> Unsizable.missing("instrument " + draft.instId()));
  }

  private Optional<Quote> quote() {
    return facts
        .quote()
        .filter(found -> found.instId().equals(draft.instId()))
        .filter(found -> found.last().signum() > 0);
  }

  private OrderPrices prices() {
    return quote()
        .map(found -> new OrderPrices(draft, found))
        .orElseThrow(() -> Unsizable.missing("quote of " + draft.instId()));
  }

  private BigDecimal market() {
    return prices().market();
  }

  private Optional<BigDecimal> anyPrice() {
    return quote().map(found -> new OrderPrices(draft, found).market());
  }

  private BigDecimal equity() {
    return facts
        .balance()
        .map(Balance::totalEq)
        .filter(equity -> equity.signum() > 0)
        .orElseThrow(() -> Unsizable.missing("positive account equity"));
  }
}
