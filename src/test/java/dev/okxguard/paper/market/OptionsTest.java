package dev.okxguard.paper.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.okxguard.model.Book;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Options of the paper market: two expiries, three strikes, calls and puts on two coins.
class OptionsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:30Z");
  private static final String CALL = "BTC-USD-270326-90000-C";
  private static final String PUT = "BTC-USD-270326-90000-P";

  private final long seed = Seed.pick();
  private final PaperMarket market = PaperMarket.fresh(seed, NOW);

  private static BigDecimal n(String text) {
    return new BigDecimal(text);
  }

  private Result get(String path, String... query) {
    return at(NOW, path, query);
  }

  private Result at(Instant now, String path, String... query) {
    Map<String, String> pairs = new HashMap<>();
    for (int i = 0; i < query.length; i += 2) {
      pairs.put(query[i], query[i + 1]);
    }
    return new PublicData(market)
        .handle(
            new Call(
                "GET", "/api/v5/" + path, pairs, MissingNode.getInstance(), Optional.empty(), now));
  }

  @Test
  void whatBecameOfThemAtExpiryIsTold() {
    Instant expiry = Instant.parse("2027-01-29T08:00:00Z");
    market.set("BTC-USDT", NOW, n("95000"), Optional.empty(), Optional.empty());
    String path = "public/delivery-exercise-history";
    assertThat(get(path, "instType", "OPTION", "uly", "BTC-USD").data()).isEmpty();
    JsonNode rows = at(expiry, path, "instType", "OPTION", "uly", "BTC-USD").data();
    Map<String, String> ends = new HashMap<>();
    for (JsonNode row : rows) {
      assertThat(row.at("/details/0/px").asString()).isEqualTo("95000");
      ends.put(row.at("/details/0/insId").asString(), row.at("/details/0/type").asString());
    }
    assertThat(ends)
        .hasSize(22)
        .containsEntry("BTC-USD-270129-90000-C", "exercised")
        .containsEntry("BTC-USD-270129-90000-P", "expired_otm")
        .containsEntry("BTC-USD-270129-100000-P", "exercised");
  }

  private JsonNode row(String path, String... query) {
    return get(path, query).data().get(0);
  }

  private List<Instrument> options() {
    return market.instruments().stream().filter(i -> i.instType() == InstType.OPTION).toList();
  }

  @Test
  void theyAreListedByFamilyAsOkxHasThem() {
    assertThat(get("public/instruments", "instType", "OPTION").code()).isEqualTo("50014");
    assertThat(get("public/instruments", "instType", "OPTION", "uly", "BTC-USD").data())
        .hasSize(44);
    JsonNode row =
        row("public/instruments", "instType", "OPTION", "instFamily", "BTC-USD", "instId", PUT);
    for (String pair :
        List.of(
            "optType=P",
            "stk=90000",
            "ctVal=1",
            "ctMult=0.01",
            "ctValCcy=BTC",
            "ctType=",
            "settleCcy=BTC",
            "uly=BTC-USD",
            "lever=",
            "tickSz=0.0005",
            "lotSz=1",
            "expTime=1806048000000")) {
      String[] parts = pair.split("=", -1);
      assertThat(row.path(parts[0]).asString()).as(parts[0]).isEqualTo(parts[1]);
    }
  }

  @Test
  void theTimeValueIsFourTenthsOfTheDeviationAtTheStrikeAndFallsOffFromThere() {
    OptionTerms call = new OptionTerms(true, n("50000"), NOW.plus(Duration.ofDays(365)));
    // s = 0.6 for a year: 0.4 x 0.6
    assertThat(call.premium(n("50000"), NOW)).isEqualByComparingTo("0.24");
    // m = 0.6: 0.4 x 0.216 / 0.72 = 0.12, and 30000 / 80000 of intrinsic value
    assertThat(call.premium(n("80000"), NOW)).isEqualByComparingTo("0.495");
    // a quarter of the time: s = 0.3
    assertThat(call.premium(n("50000"), NOW.plusSeconds(365 * 86400 * 3 / 4)))
        .isCloseTo(n("0.12"), within(n("0.000000001")));
    assertThat(call.premium(n("62500"), call.expiry())).isEqualByComparingTo("0.2");
    assertThat(call.premium(n("40000"), call.expiry())).isEqualByComparingTo("0");
  }

  @Test
  void callAndPutKeepToParity() {
    Instant expiry = NOW.plus(Duration.ofDays(90));
    for (String px : List.of("60000", "89999.9", "90000", "131000")) {
      BigDecimal call = new OptionTerms(true, n("90000"), expiry).premium(n(px), NOW);
      BigDecimal put = new OptionTerms(false, n("90000"), expiry).premium(n(px), NOW);
      assertThat(call.subtract(put).multiply(n(px)))
          .isCloseTo(n(px).subtract(n("90000")), within(n("0.000001")));
    }
  }

  @Test
  void pricesAreOnTheTickAboveNothingAndHaveABook() {
    assertThat(options()).hasSize(88);
    for (Instrument option : options()) {
      for (Instant at :
          List.of(NOW, NOW.plus(Duration.ofDays(30)), NOW.plus(Duration.ofDays(900)))) {
        for (Market.PriceType type : Market.PriceType.values()) {
          BigDecimal px = market.prices(option.instId(), at).of(type);
          assertThat(px).as("seed %d %s", seed, option.instId()).isPositive();
          assertThat(px.remainder(option.tickSz())).isEqualByComparingTo("0");
        }
      }
      Book book = market.depth(option.instId(), NOW, 5);
      assertThat(book.asks()).hasSize(5);
      assertThat(book.asks().getFirst().sz().remainder(option.lotSz())).isEqualByComparingTo("0");
    }
  }

  @Test
  void aRangeHoldsEveryPriceWithinIt() {
    Instant to = NOW.plus(Duration.ofHours(2));
    for (Market.PriceType type : Market.PriceType.values()) {
      Market.Range range = market.range(PUT, type, NOW, to);
      for (Instant at = NOW; !at.isAfter(to); at = at.plusSeconds(7)) {
        assertThat(market.prices(PUT, at).of(type))
            .as("seed %d", seed)
            .isBetween(range.low(), range.high());
      }
    }
  }

  @Test
  void theyFollowAPriceSetForTheirPairUnlessTheirOwnIsSet() {
    market.set("BTC-USDT", NOW, n("120000"), Optional.empty(), Optional.empty());
    BigDecimal dear = market.prices(CALL, NOW).mark();
    // a quarter of intrinsic value, and some time
    assertThat(dear).isBetween(n("0.25"), n("0.35"));
    assertThat(market.prices(PUT, NOW).mark()).isLessThan(n("0.1"));
    market.set(CALL, NOW, n("0.4"), Optional.empty(), Optional.empty());
    assertThat(market.prices(CALL, NOW).mark()).isEqualByComparingTo("0.4");
    assertThat(market.range(CALL, NOW, NOW.plusSeconds(5)).high()).isEqualByComparingTo("0.4");
  }

  @Test
  void thePublicReadsAnswerForThem() {
    assertThat(row("market/ticker", "instId", CALL).path("last").asString()).isNotEmpty();
    assertThat(get("market/tickers", "instType", "OPTION").data()).hasSize(88);
    assertThat(get("market/candles", "instId", CALL, "bar", "1H", "limit", "3").data()).hasSize(3);
    JsonNode mark = row("public/mark-price", "instType", "OPTION", "instId", CALL);
    assertThat(n(mark.path("markPx").asString()))
        .isEqualByComparingTo(market.prices(CALL, NOW).mark());
    JsonNode limit = row("public/price-limit", "instId", CALL);
    assertThat(limit.path("enabled").asBoolean()).isFalse();
    assertThat(limit.path("buyLmt").asString()).isEmpty();
    assertThat(get("public/opt-summary", "uly", "ETH-USD", "expTime", "270129").data()).hasSize(22);
    assertThat(get("public/opt-summary").code()).isEqualTo("50014");
  }

  @Test
  void theyAreExpiredFromTheirExpiryOn() {
    market.advance(Instant.parse("2027-01-29T08:00:00Z"));
    assertThat(options().stream().filter(i -> i.state().equals("expired"))).hasSize(44);
  }

  @Test
  void aMarketSavedBeforeThereWereOptionsHasThem() {
    String saved = "{'seed':'7','expiry':'2027-03-26T08:00:00Z','set':{}}".replace('\'', '"');
    PaperMarket old = PaperMarket.restore(JsonMapper.shared().readTree(saved));
    assertThat(old.prices(CALL, NOW)).isEqualTo(PaperMarket.fresh(7, NOW).prices(CALL, NOW));
  }

  @Test
  void spotPairsAreListedForMarginToo() {
    JsonNode row = row("public/instruments", "instType", "MARGIN", "instId", "BTC-USDT");
    assertThat(row.path("instType").asString()).isEqualTo("MARGIN");
    assertThat(row.path("lever").asString()).isEqualTo("10");
    assertThat(row.path("instFamily").asString()).isEqualTo("BTC-USDT");
    assertThat(row.at("/tradeQuoteCcyList/0").asString()).isEqualTo("USDT");
    JsonNode mark = row("public/mark-price", "instType", "MARGIN", "instId", "ETH-USDT");
    assertThat(n(mark.path("markPx").asString())).isPositive();
    assertThat(get("public/position-tiers", "instType", "MARGIN", "tdMode", "cross").data())
        .isNotEmpty();
  }
}
