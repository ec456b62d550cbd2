package dev.okxguard.paper.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.model.Book;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaperMarketTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.250Z");
  private static final String SWAP = "BTC-USDT-SWAP";
  private static final BigDecimal SET = new BigDecimal("50000");

  private final long seed = Seed.pick();
  private final Random random = new Random(seed);
  private final PaperMarket market = PaperMarket.fresh(seed, NOW);

  /// Options have prices of another kind; [OptionsTest] is about them.
  private List<Instrument> noOptions() {
    return market.instruments().stream().filter(i -> i.instType() != InstType.OPTION).toList();
  }

  @Test
  void listsSpotLinearInverseAndFuturesWithTheirQuarter() {
    assertThat(noOptions())
        .extracting(Instrument::instId)
        .containsExactly(
            "BTC-USDT",
            "ETH-USDT",
            "SOL-USDT",
            "BTC-USDT-SWAP",
            "ETH-USDT-SWAP",
            "SOL-USDT-SWAP",
            "BTC-USD-SWAP",
            "ETH-USD-SWAP",
            "BTC-USDT-270326",
            "BTC-USD-270326");
  }

  @Test
  void futuresExpireOnALastFridayAtLeastAQuarterAhead() {
    assertThat(Quarter.expiryAfter(NOW)).isEqualTo("2027-03-26T08:00:00Z");
    Instant edge = Instant.parse("2026-12-25T08:00:00Z").minus(Duration.ofDays(91));
    assertThat(Quarter.expiryAfter(edge)).isEqualTo("2026-12-25T08:00:00Z");
    assertThat(Quarter.expiryAfter(edge.plusSeconds(1))).isEqualTo("2027-03-26T08:00:00Z");
  }

  @Test
  void theSameSeedAndTimeGiveTheSamePrices() {
    PaperMarket twin = PaperMarket.fresh(seed, NOW);
    PaperMarket other = PaperMarket.fresh(seed + 1, NOW);
    assertThat(twin.prices(SWAP, NOW)).isEqualTo(market.prices(SWAP, NOW));
    assertThat(twin.depth(SWAP, NOW, 5)).isEqualTo(market.depth(SWAP, NOW, 5));
    assertThat(other.prices(SWAP, NOW)).isNotEqualTo(market.prices(SWAP, NOW));
  }

  @Test
  void pricesMoveWithTime() {
    assertThat(market.prices(SWAP, NOW.plusSeconds(3_600)).last())
        .isNotEqualByComparingTo(market.prices(SWAP, NOW).last());
  }

  @Test
  void pricesStayOnTheTickAndWithinFifteenPercentOfTheirBase() {
    for (int i = 0; i < 3_000; i++) {
      Instant at = anyInstant();
      for (Instrument instrument : noOptions()) {
        Listing listing = market.listing(instrument.instId()).orElseThrow();
        Market.Prices prices = market.prices(listing.id(), at);
        for (BigDecimal price : List.of(prices.last(), prices.mark(), prices.index())) {
          BigDecimal away = price.subtract(listing.base()).abs();
          BigDecimal tick = listing.instrument().tickSz();
          assertThat(Decimals.isMultiple(price, tick)).as("seed %d", seed).isTrue();
          assertThat(away)
              .as("seed %d, %s at %s", seed, listing.id(), at)
              .isLessThanOrEqualTo(listing.base().multiply(new BigDecimal("0.15")));
        }
      }
    }
  }

  @Test
  void aMinuteIsGentle() {
    for (int i = 0; i < 3_000; i++) {
      Instant at = anyInstant();
      BigDecimal before = market.prices(SWAP, at).last();
      BigDecimal after = market.prices(SWAP, at.plusSeconds(60)).last();
      assertThat(after.subtract(before).abs())
          .as("seed %d at %s", seed, at)
          .isLessThan(before.multiply(new BigDecimal("0.005")));
    }
  }

  @Test
  void allInstrumentsOfACoinAgreeWithinAFewBasisPoints() {
    for (int i = 0; i < 300; i++) {
      Instant at = anyInstant();
      BigDecimal spot = market.prices("BTC-USDT", at).last();
      for (String id : List.of(SWAP, "BTC-USD-SWAP", "BTC-USDT-270326", "BTC-USD-270326")) {
        Market.Prices prices = market.prices(id, at);
        for (BigDecimal price : List.of(prices.last(), prices.mark(), prices.index())) {
          assertThat(price.subtract(spot).abs())
              .as("seed %d, %s at %s", seed, id, at)
              .isLessThan(spot.multiply(new BigDecimal("0.001")));
        }
      }
    }
  }

  @Test
  void theRangeIsExactlyThatOfThePricesInIt() {
    for (int i = 0; i < 40; i++) {
      Instant from = anyInstant();
      Instant to = from.plusMillis(random.nextInt(200_000));
      Market.Range range = market.range(SWAP, from, to);
      BigDecimal low = market.prices(SWAP, to).last();
      BigDecimal high = low;
      for (Instant at = from; !at.isAfter(to); at = at.plusMillis(500)) {
        low = low.min(market.prices(SWAP, at).last());
        high = high.max(market.prices(SWAP, at).last());
      }
      assertThat(range).as("seed %d", seed).isEqualTo(new Market.Range(low, high));
    }
  }

  @Test
  void markAndIndexHaveRangesOfTheirOwn() {
    Instant from = anyInstant();
    Instant to = from.plusSeconds(300);
    for (Market.PriceType type : Market.PriceType.values()) {
      Market.Range range = market.range(SWAP, type, from, to);
      BigDecimal low = market.prices(SWAP, to).of(type);
      BigDecimal high = low;
      for (Instant at = from; !at.isAfter(to); at = at.plusMillis(500)) {
        low = low.min(market.prices(SWAP, at).of(type));
        high = high.max(market.prices(SWAP, at).of(type));
      }
      assertThat(range).as("seed %d, %s", seed, type).isEqualTo(new Market.Range(low, high));
    }
    BigDecimal mark = SET.add(BigDecimal.TEN);
    market.set(SWAP, from, SET, Optional.of(mark), Optional.empty());
    assertThat(market.range(SWAP, Market.PriceType.MARK, from, to).high()).isEqualTo(mark);
    assertThat(market.range(SWAP, Market.PriceType.INDEX, from, to).high()).isEqualTo(SET);
  }

  @Test
  void aLongRangeCostsLittleAndIncludesBothEnds() {
    Instant from = NOW.minus(Duration.ofDays(700));
    Market.Range range = market.range(SWAP, from, NOW);
    for (Instant end : List.of(from, NOW)) {
      assertThat(market.prices(SWAP, end).last()).isBetween(range.low(), range.high());
    }
    assertThat(market.range(SWAP, from, NOW)).isEqualTo(range);
  }

  @Test
  void aSetPriceHoldsUntilClearedAndTheRangeKnowsIt() {
    market.set(SWAP, NOW, SET, Optional.empty(), Optional.empty());
    assertThat(market.prices(SWAP, NOW)).isEqualTo(new Market.Prices(SET, SET, SET));
    assertThat(market.prices(SWAP, NOW.plus(Duration.ofDays(9))).last()).isEqualTo(SET);
    assertThat(market.set(NOW)).containsOnlyKeys(SWAP);
    assertThat(market.range(SWAP, NOW.minusSeconds(60), NOW).low()).isEqualTo(SET);
    assertThat(market.range(SWAP, NOW, NOW)).isEqualTo(new Market.Range(SET, SET));

    Instant later = NOW.plusSeconds(100);
    market.clear(SWAP, later);
    PaperMarket untouched = PaperMarket.fresh(seed, NOW);
    assertThat(market.prices(SWAP, later)).isEqualTo(untouched.prices(SWAP, later));
    assertThat(market.set(later)).isEmpty();
    assertThat(market.range(SWAP, later.minusMillis(1), later).low()).isEqualTo(SET);
    assertThat(market.range(SWAP, later, later.plusSeconds(50)))
        .isEqualTo(untouched.range(SWAP, later, later.plusSeconds(50)));
  }

  @Test
  void markAndIndexCanBeSetApart() {
    BigDecimal mark = new BigDecimal("50010.1");
    BigDecimal index = new BigDecimal("49990.2");
    market.set(SWAP, NOW, SET, Optional.of(mark), Optional.of(index));
    assertThat(market.prices(SWAP, NOW)).isEqualTo(new Market.Prices(SET, mark, index));
  }

  @Test
  void plannedPricesComeIntoForceInTurnAndASetPriceDropsThem() {
    for (int i = 0; i < 3; i++) {
      BigDecimal price = BigDecimal.valueOf(50_000 + i);
      market.plan(SWAP, NOW.plusSeconds(i * 60L), price, Optional.empty(), Optional.empty());
    }
    assertThat(market.prices(SWAP, NOW.plusSeconds(59)).last()).isEqualByComparingTo("50000");
    assertThat(market.prices(SWAP, NOW.plusSeconds(120)).last()).isEqualByComparingTo("50002");
    market.set(SWAP, NOW.plusSeconds(60), SET, Optional.empty(), Optional.empty());
    assertThat(market.prices(SWAP, NOW.plusSeconds(500)).last()).isEqualTo(SET);
  }

  @Test
  void impossiblePricesAreRefused() {
    for (String price : List.of("0", "-1", "50000.05")) {
      assertThatThrownBy(
              () ->
                  market.set(SWAP, NOW, new BigDecimal(price), Optional.empty(), Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> market.clear("DOGE-USDT", NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void savedAndRestoredItIsTheSameMarket() {
    market.set(SWAP, NOW, SET, Optional.of(new BigDecimal("50000.1")), Optional.empty());
    market.clear("BTC-USDT", NOW);
    PaperMarket again = PaperMarket.restore(market.save());
    assertThat(again.save()).isEqualTo(market.save());
    assertThat(again.prices(SWAP, NOW)).isEqualTo(market.prices(SWAP, NOW));
    assertThat(again.instruments()).isEqualTo(market.instruments());
    assertThat(again.prices("ETH-USDT", NOW)).isEqualTo(market.prices("ETH-USDT", NOW));
  }

  @Test
  void theBookIsSortedOnTickAndLotWithAOneTickSpread() {
    for (Instrument instrument : noOptions()) {
      Book book = market.depth(instrument.instId(), anyInstant(), 400);
      assertThat(book.asks()).hasSize(400);
      assertThat(book.bids()).hasSize(400);
      assertThat(book.asks().getFirst().px().subtract(book.bids().getFirst().px()))
          .isEqualByComparingTo(instrument.tickSz());
      sorted(book.asks(), instrument, 1);
      sorted(book.bids(), instrument, -1);
    }
  }

  private static void sorted(List<Book.Level> side, Instrument instrument, int direction) {
    for (int i = 0; i < side.size(); i++) {
      assertThat(Decimals.isMultiple(side.get(i).px(), instrument.tickSz())).isTrue();
      assertThat(Decimals.isMultiple(side.get(i).sz(), instrument.lotSz())).isTrue();
      assertThat(side.get(i).sz()).isPositive();
      if (i > 0) {
        BigDecimal step = side.get(i).px().subtract(side.get(i - 1).px());
        assertThat(step.signum()).isEqualTo(direction);
      }
    }
  }

  @Test
  void anOrderOfAFewThousandDollarsSlipsLessThanATenthOfAPercent() {
    for (Instrument instrument : noOptions()) {
      Book book = market.depth(instrument.instId(), anyInstant(), 400);
      BigDecimal best = book.asks().getFirst().px();
      BigDecimal usd = BigDecimal.ZERO;
      for (Book.Level level : book.asks()) {
        if (level.px().compareTo(best.multiply(new BigDecimal("1.001"))) <= 0) {
          usd = usd.add(value(instrument, level));
        }
      }
      assertThat(usd).as(instrument.instId()).isGreaterThan(new BigDecimal("10000"));
    }
  }

  private static BigDecimal value(Instrument instrument, Book.Level level) {
    if (instrument.inverse()) {
      return level.sz().multiply(instrument.contractValue());
    }
    BigDecimal coins =
        instrument.instType().contracts()
            ? level.sz().multiply(instrument.contractValue())
            : level.sz();
    return coins.multiply(level.px());
  }

  @Test
  void dollarsAreOneAndCoinsTheirIndex() {
    assertThat(market.usd("USDT", NOW)).isEqualTo(BigDecimal.ONE);
    assertThat(market.usd("ETH", NOW)).isEqualTo(market.prices("ETH-USDT", NOW).index());
    assertThat(market.trades("SOL")).isTrue();
    assertThat(market.trades("DOGE")).isFalse();
  }

  private Instant anyInstant() {
    return Instant.ofEpochMilli(random.nextLong(1_600_000_000_000L, 2_000_000_000_000L));
  }
}
