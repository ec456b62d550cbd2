package dev.okxguard.guard;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.Quote;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether the price is one a sane order has, and the market data fit to tell.
final class PriceRules {
  private static final Duration FRESH = Duration.ofSeconds(10);

  private PriceRules() {}

  /// The quote, and the book where one is used, are from now and make sense.
  record FreshQuote() implements Rule {
    @Override
    public String name() {
      return "quote";
    }

    @Override
    public String limit(Policy policy) {
      return FRESH.toSeconds() + " s";
    }

    @Override
    public Finding look(Situation order) {
      Quote quote = order.quote();
      if (crossed(quote)) {
        return new Finding.Beyond(
            "CROSSED_QUOTE", "bid above ask", "the market data is broken: bid above ask");
      }
      Duration age = age(order, quote.time());
      if (!order.draft().ordType().priced() && order.trigger().isEmpty()) {
        Duration book = age(order, order.book().time());
        age = book.compareTo(age) > 0 ? book : age;
      }
      String value = Decimals.text(BigDecimal.valueOf(age.toMillis(), 3)) + " s";
      return age.compareTo(FRESH) <= 0
          ? new Finding.Within(value)
          : new Finding.Beyond(
              "STALE_QUOTE",
              value,
              "market data is " + value + " away from the exchange's clock; allowed: 10 s");
    }

    private static Duration age(Situation order, Instant time) {
      return Duration.between(time, order.facts().serverTime()).abs();
    }

    private static boolean crossed(Quote quote) {
      return quote.bid().isPresent()
          && quote.ask().isPresent()
          && quote.bid().get().compareTo(quote.ask().get()) > 0;
    }
  }

  /// Limit price against the mark price, on both sides; against the trigger for an order that waits
  /// for one.
  record PriceCollar() implements Rule {
    @Override
    public String name() {
      return "price_collar";
    }

    @Override
    public String limit(Policy policy) {
      return Decimals.text(policy.priceCollar());
    }

    @Override
    public Finding look(Situation order) {
      Optional<BigDecimal> price = order.limitPrice();
      if (price.isEmpty()) {
        return new Finding.Skipped("no limit price");
      }
      BigDecimal mark = order.trigger().orElseGet(order::mark);
      String what = order.trigger().isPresent() ? "trigger" : "mark";
      BigDecimal width = mark.multiply(order.policy().priceCollar());
      BigDecimal distance = price.get().subtract(mark).abs();
      String value = Shown.ratio(Decimals.divide(distance, mark));
      return distance.compareTo(width) <= 0
          ? new Finding.Within(value)
          : new Finding.Beyond(
              "PRICE_COLLAR",
              value,
              "px is %s away from the %s price; allowed: %s"
                  .formatted(value, what, band(mark, width)));
    }

    private static String band(BigDecimal mark, BigDecimal width) {
      return Decimals.text(mark.subtract(width)) + " to " + Decimals.text(mark.add(width));
    }
  }

  /// What a market order would pay, walked through the book, against the middle of the quote.
  ///
  /// The book of now says nothing about the moment a trigger fires, which is a fast one. So an
  /// entry that would be placed at market then is not bounded by anything and is denied; an order
  /// price, which the collar holds to the trigger, bounds it. A trailing stop, always at market,
  /// can only be an exit.
  record MaxSlippage() implements Rule {
    @Override
    public String name() {
      return "max_slippage";
    }

    @Override
    public String limit(Policy policy) {
      return Decimals.text(policy.maxSlippage());
    }

    @Override
    public Finding look(Situation order) {
      if (order.draft().ordType().priced()) {
        return new Finding.Skipped("has a limit price");
      }
      if (order.trigger().isPresent()) {
        return new Finding.Beyond(
            "MAX_SLIPPAGE",
            "market",
            "nothing bounds what an entry at market pays when its trigger fires; allowed: an order"
                + " price of its own");
      }
      Optional<BigDecimal> average =
          BookWalk.averagePrice(order.draft(), order.book(), order.instrument().inverse());
      return average
          .map(price -> measure(order, price))
          .orElseGet(
              () ->
                  new Finding.Beyond(
                      "MAX_SLIPPAGE",
                      "",
                      "the order book is too thin for this size; allowed: a smaller size or a"
                          + " limit price"));
    }

    private static Finding measure(Situation order, BigDecimal price) {
      BigDecimal middle = middle(order.quote());
      int sign = order.draft().side() == Side.BUY ? 1 : -1;
      BigDecimal worse = price.subtract(middle).multiply(BigDecimal.valueOf(sign));
      BigDecimal limit = order.policy().maxSlippage();
      String value = Shown.ratio(Decimals.divide(worse, middle));
      return worse.compareTo(middle.multiply(limit)) <= 0
          ? new Finding.Within(value)
          : new Finding.Beyond(
              "MAX_SLIPPAGE",
              value,
              "it would fill "
                  + value
                  + " worse than the market; allowed: "
                  + Decimals.text(limit));
    }

    private static BigDecimal middle(Quote quote) {
      if (quote.bid().isEmpty() || quote.ask().isEmpty()) {
        return quote.last();
      }
      BigDecimal sum = quote.bid().get().add(quote.ask().get());
      return Decimals.divide(sum, BigDecimal.TWO);
    }
  }
}
