package dev.okxguard.trade;

import static dev.okxguard.trade.Scales.book;
import static dev.okxguard.trade.Scales.facts;
import static dev.okxguard.trade.Scales.level;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.guard.Facts;
import dev.okxguard.guard.OrderPrices;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Book;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Quote;
import dev.okxguard.model.Side;
import dev.okxguard.model.Size;
import dev.okxguard.model.Valuation;
import dev.okxguard.testing.Seed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever the market: never more than was said, never a lot less than it could be.
class SizerPropertyTest {
  private static final int RUNS = 3000;

  /// One order in one market.
  private record Case(Instrument instrument, OrderDraft draft, Facts facts, Quote quote) {
    OrderPrices at(OrderDraft sized) {
      return new OrderPrices(sized, quote, facts.book(), instrument.inverse());
    }
  }

  @Test
  void anOrderIsNeverWorthMoreThanWasSaidNorALotLess() throws Exception {
    Seed.check(
        (random, _) -> {
          for (int i = 0; i < RUNS; i++) {
            Case one = any(random);
            BigDecimal asked = decimal(random, 20000, 2);
            if (Sizer.of(one.draft(), new Size.Usd(asked), one.facts())
                instanceof Sized.Ready(var sized)) {
              assertThat(worth(one, sized)).as("%s", one).isLessThanOrEqualTo(asked);
              assertGood(one, sized);
              OrderDraft more = sized.sized(sized.sz().add(step(one, sized)), sized.tgtCcy());
              if (sized.ordType().priced() || sized.quoteSized()) {
                assertThat(worth(one, more)).as("%s", one).isGreaterThan(asked);
              }
            }
          }
        });
  }

  @Test
  void anOrderIsNeverForMoreCoinsThanWereSaid() throws Exception {
    Seed.check(
        (random, _) -> {
          for (int i = 0; i < RUNS; i++) {
            Case one = any(random);
            BigDecimal asked = decimal(random, 2, 6);
            if (Sizer.of(one.draft(), new Size.Base(asked), one.facts())
                instanceof Sized.Ready(var sized)) {
              BigDecimal price = one.at(sized).entry().orElseThrow();
              assertThat(coins(one, sized, price)).as("%s", one).isLessThanOrEqualTo(asked);
              assertGood(one, sized);
            }
          }
        });
  }

  @Test
  void theStopNeverCostsMoreThanWasSaid() throws Exception {
    Seed.check(
        (random, _) -> {
          for (int i = 0; i < RUNS; i++) {
            Case one = stopped(any(random), random);
            BigDecimal asked = decimal(random, 2000, 2);
            if (Sizer.of(one.draft(), new Size.RiskUsd(asked), one.facts())
                instanceof Sized.Ready(var sized)) {
              BigDecimal entry = one.at(sized).entry().orElseThrow();
              assertThat(loss(one, coinsOrContracts(sized, entry), entry))
                  .as("%s", one)
                  .isLessThanOrEqualTo(asked);
              assertGood(one, sized);
            }
          }
        });
  }

  @Test
  void theValueOfASizeGivesTheSizeBackToTheLot() throws Exception {
    Seed.check(
        (random, _) -> {
          for (int i = 0; i < RUNS; i++) {
            Case one = any(random);
            if (!one.draft().ordType().priced()) {
              continue;
            }
            BigDecimal lot = one.instrument().lotSz();
            OrderDraft sized =
                one.draft().sized(lot.multiply(BigDecimal.valueOf(1 + random.nextInt(9999))), "");
            BigDecimal worth = worth(one, sized);
            assertThat(Sizer.of(one.draft(), new Size.Usd(worth), one.facts()))
                .as("%s", one)
                .isInstanceOfSatisfying(
                    Sized.Ready.class,
                    back -> assertThat(back.draft().sz()).isEqualByComparingTo(sized.sz()));
          }
        });
  }

  private static void assertGood(Case one, OrderDraft sized) {
    if (!sized.quoteSized()) {
      assertThat(Decimals.isMultiple(sized.sz(), one.instrument().lotSz())).isTrue();
      assertThat(sized.sz()).isGreaterThanOrEqualTo(one.instrument().minSz());
    }
  }

  private static BigDecimal step(Case one, OrderDraft sized) {
    return sized.quoteSized() ? new BigDecimal("0.01") : one.instrument().lotSz();
  }

  private static BigDecimal worth(Case one, OrderDraft sized) {
    return sized.quoteSized()
        ? sized.sz()
        : Valuation.usd(
            one.instrument(), sized.sz(), one.at(sized).value().orElseThrow(), one.facts().rates());
  }

  private static BigDecimal coins(Case one, OrderDraft sized, BigDecimal price) {
    return sized.quoteSized()
        ? sized.sz().divide(price, java.math.MathContext.DECIMAL128)
        : Valuation.base(one.instrument(), sized.sz(), price);
  }

  private static BigDecimal coinsOrContracts(OrderDraft sized, BigDecimal entry) {
    return sized.quoteSized() ? Decimals.divide(sized.sz(), entry) : sized.sz();
  }

  private static BigDecimal loss(Case one, BigDecimal size, BigDecimal entry) {
    BigDecimal stop = one.draft().stop().orElseThrow().slTriggerPx().orElseThrow();
    return Valuation.lossUsd(one.instrument(), size, entry, stop, one.facts().rates());
  }

  private static Case stopped(Case one, Random random) {
    BigDecimal limit = one.at(one.draft()).limit().orElse(one.at(one.draft()).market());
    BigDecimal distance = limit.multiply(decimal(random, 1, 3)).min(limit.multiply(num("0.9")));
    boolean buy = one.draft().side() == Side.BUY;
    BigDecimal stop = buy ? limit.subtract(distance) : limit.add(distance);
    String px = one.draft().px().map(BigDecimal::toPlainString).orElse("");
    OrderDraft draft =
        Scales.order(one.instrument(), one.draft().side(), px, "", stop.toPlainString());
    return new Case(one.instrument(), draft, one.facts(), one.quote());
  }

  private static Case any(Random random) {
    Instrument instrument =
        List.of(Scales.linear(), Scales.inverse(), Scales.spot()).get(random.nextInt(3));
    BigDecimal bid = decimal(random, 99999, 1);
    BigDecimal ask = bid.add(decimal(random, 100, 1));
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    String px =
        random.nextBoolean()
            ? bid.multiply(decimal(random, 2, 2)).add(num("0.1")).toPlainString()
            : "";
    Quote quote = Scales.quote(instrument, bid.toPlainString(), ask.toPlainString());
    Facts facts =
        facts(
            instrument,
            Optional.of(quote),
            Optional.of(levels(random, instrument, bid, ask)),
            Optional.of(new Balance(num("10000"), List.of())));
    return new Case(instrument, Scales.order(instrument, side, px, "", ""), facts, quote);
  }

  private static Book levels(Random random, Instrument instrument, BigDecimal bid, BigDecimal ask) {
    BigDecimal worse = decimal(random, 50, 1);
    return book(
        instrument,
        List.of(
            level(ask.toPlainString(), "1"), level(ask.add(worse).toPlainString(), "1000000000")),
        List.of(
            level(bid.toPlainString(), "1"),
            level(bid.subtract(worse).max(num("0.1")).toPlainString(), "1000000000")));
  }

  /// Above zero, up to `most`, with that many digits.
  private static BigDecimal decimal(Random random, int most, int digits) {
    long steps = BigDecimal.valueOf(most).movePointRight(digits).longValueExact();
    return BigDecimal.valueOf(1 + random.nextLong(steps), digits);
  }

  private static BigDecimal num(String text) {
    return new BigDecimal(text);
  }
}
