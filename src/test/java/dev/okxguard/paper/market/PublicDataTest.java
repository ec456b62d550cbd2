package dev.okxguard.paper.market;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;

class PublicDataTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:30.250Z");
  private static final String SWAP = "BTC-USDT-SWAP";

  private final long seed = Seed.pick();
  private final PaperMarket market = PaperMarket.fresh(seed, NOW);
  private final PublicData data = new PublicData(market);

  @Test
  void timeIsTheExchangesClock() {
    assertThat(rows("public/time").get(0).path("ts").asString()).isEqualTo("1795255230250");
  }

  @Test
  void instrumentsStateTheirContract() {
    JsonNode row = rows("public/instruments", "instType", "SWAP", "instId", "BTC-USD-SWAP").get(0);
    assertThat(text(row, "ctType", "ctVal", "ctMult", "ctValCcy", "settleCcy", "tickSz", "lotSz"))
        .containsExactly("inverse", "100", "1", "USD", "BTC", "0.1", "0.1");
    assertThat(row.path("instIdCode").isIntegralNumber()).isTrue();
    assertThat(row.path("futureSettlement").isBoolean()).isTrue();
    JsonNode spot = rows("public/instruments", "instType", "SPOT", "instId", "BTC-USDT").get(0);
    assertThat(text(spot, "ctVal", "baseCcy", "quoteCcy", "lotSz", "minSz", "groupId", "state"))
        .containsExactly("", "BTC", "USDT", "0.00000001", "0.00001", "12", "live");
  }

  @ParameterizedTest
  @CsvSource({"SPOT,3", "SWAP,5", "FUTURES,2", "MARGIN,3", "EVENTS,0"})
  void everyInstrumentTypeIsAnsweredEvenWhenEmpty(String type, int count) {
    assertThat(rows("public/instruments", "instType", type)).hasSize(count);
  }

  @Test
  void futuresSayWhenTheyExpireAndThatTheyHave() {
    JsonNode row = rows("public/instruments", "instType", "FUTURES").get(0);
    Instant expiry = Instant.ofEpochMilli(Long.parseLong(row.path("expTime").asString()));
    assertThat(expiry).isEqualTo("2027-03-26T08:00:00Z");
    ArrayNode later = data.handle(call(expiry, "public/instruments", "instType", "FUTURES")).data();
    assertThat(later.get(0).path("state").asString()).isEqualTo("expired");
  }

  @ParameterizedTest
  @CsvSource({
    "public/instruments,,400,50014",
    "public/instruments,instType=STOCKS,400,51000",
    "public/instruments,instType=SWAP&instId=X-Y,200,51001",
    "public/price-limit,,400,50014",
    "public/price-limit,instId=X-Y,200,51001",
    "public/mark-price,,400,50014",
    "public/mark-price,instType=SPOT,400,51000",
    "public/funding-rate,,400,50014",
    "public/funding-rate,instId=X-Y-SWAP,200,51001",
    "public/funding-rate,instId=BTC-USDT,400,51000",
    "public/funding-rate-history,,400,50014",
    "public/funding-rate-history,instId=BTC-USDT,400,51000",
    "public/position-tiers,instType=SWAP,400,50014",
    "public/position-tiers,instType=SWAP&tdMode=cash,400,51000",
    "market/ticker,,400,50014",
    "market/ticker,instId=X-Y,200,51001",
    "market/tickers,instType=MARGIN,400,51000",
    "market/books,instId=X-Y,200,51001",
    "market/books,instId=BTC-USDT&sz=0,400,51000",
    "market/candles,instId=BTC-USDT&bar=7m,400,51000",
    "market/candles,instId=BTC-USDT&after=soon,400,51000",
    "market/index-tickers,,400,50014",
    "market/index-tickers,instId=X-Y,200,51001"
  })
  void wrongParametersHaveOkxsCodes(String path, String query, int status, String code) {
    Result result = data.handle(call(NOW, path, pairs(query)));
    assertThat(result.code()).isEqualTo(code);
    assertThat(result.status()).isEqualTo(status);
    assertThat(result.data()).isEmpty();
  }

  @Test
  void theTickerAgreesWithPricesAndBook() {
    JsonNode row = rows("market/ticker", "instId", SWAP).get(0);
    JsonNode book = rows("market/books", "instId", SWAP).get(0);
    assertThat(number(row, "last")).isEqualByComparingTo(market.prices(SWAP, NOW).last());
    assertThat(row.path("askPx").asString()).isEqualTo(book.at("/asks/0/0").asString());
    assertThat(row.path("bidSz").asString()).isEqualTo(book.at("/bids/0/1").asString());
    for (String field : List.of("last", "open24h", "sodUtc0", "sodUtc8")) {
      assertThat(number(row, field)).isPositive();
    }
    assertThat(number(row, "last")).isBetween(number(row, "low24h"), number(row, "high24h"));
    assertThat(number(row, "open24h")).isBetween(number(row, "low24h"), number(row, "high24h"));
    assertThat(number(row, "vol24h")).isPositive();
    assertThat(number(row, "volCcy24h")).isPositive();
  }

  @Test
  void tickersListOneType() {
    assertThat(rows("market/tickers", "instType", "SPOT")).hasSize(3);
    assertThat(rows("market/tickers", "instType", "FUTURES", "instFamily", "BTC-USD")).hasSize(1);
  }

  @Test
  void theBookHasOneLevelUnlessAskedForMoreAndNeverOver400() {
    assertThat(rows("market/books", "instId", SWAP).at("/0/asks")).hasSize(1);
    JsonNode deep = rows("market/books", "instId", SWAP, "sz", "5000").get(0);
    assertThat(deep.path("asks")).hasSize(400);
    assertThat(deep.at("/asks/0/2").asString()).isEqualTo("0");
    ArrayNode later = data.handle(call(NOW.plusMillis(5), "market/books", "instId", SWAP)).data();
    assertThat(later.at("/0/seqId").asLong()).isGreaterThan(deep.path("seqId").asLong());
  }

  @Test
  void thePriceLimitEnclosesTheIndex() {
    JsonNode row = rows("public/price-limit", "instId", SWAP).get(0);
    BigDecimal index = market.prices(SWAP, NOW).index();
    assertThat(number(row, "buyLmt")).isGreaterThan(index);
    assertThat(number(row, "sellLmt")).isLessThan(index);
    assertThat(row.path("enabled").asBoolean()).isTrue();
  }

  @Test
  void markPricesListATypeOrOneInstrument() {
    assertThat(rows("public/mark-price", "instType", "SWAP")).hasSize(5);
    JsonNode row = rows("public/mark-price", "instType", "SWAP", "instId", SWAP).get(0);
    assertThat(number(row, "markPx")).isEqualByComparingTo(market.prices(SWAP, NOW).mark());
  }

  @Test
  void fundingIsDueAtTheNextEightHours() {
    JsonNode row = rows("public/funding-rate", "instId", SWAP).get(0);
    Instant due = Instant.ofEpochMilli(Long.parseLong(row.path("fundingTime").asString()));
    assertThat(due).isEqualTo("2026-11-21T16:00:00Z");
    assertThat(rows("public/funding-rate", "instId", "ANY")).hasSize(5);
  }

  @Test
  void pastFundingIsListedNewestFirst() {
    ArrayNode rows = rows("public/funding-rate-history", "instId", SWAP, "limit", "3");
    assertThat(
            rows.valueStream().map(row -> Instant.ofEpochMilli(row.path("fundingTime").asLong())))
        .containsExactly(
            Instant.parse("2026-11-21T08:00:00Z"),
            Instant.parse("2026-11-21T00:00:00Z"),
            Instant.parse("2026-11-20T16:00:00Z"));
    String after = rows.get(1).path("fundingTime").asString();
    assertThat(rows("public/funding-rate-history", "instId", SWAP, "after", after).get(0))
        .isEqualTo(rows.get(2));
  }

  @Test
  void pastFundingEndsWithNowAndThreeMonthsAgo() {
    String later = Long.toString(NOW.plus(Duration.ofDays(5)).toEpochMilli());
    ArrayNode rows = rows("public/funding-rate-history", "instId", SWAP, "after", later);
    assertThat(rows).isEqualTo(rows("public/funding-rate-history", "instId", SWAP));
    assertThat(rows).as("three times a day").hasSizeBetween(3 * 89, 3 * 92);
    assertThat(Instant.ofEpochMilli(rows.get(0).path("fundingTime").asLong())).isBefore(NOW);
  }

  @Test
  void theDollarHasARateInYuan() {
    assertThat(number(rows("market/exchange-rate").get(0), "usdCny")).isPositive();
  }

  @Test
  void openInterestIsInContractsCoinsAndDollars() {
    JsonNode row = rows("public/open-interest", "instType", "SWAP", "instId", SWAP).get(0);
    assertThat(number(row, "oi")).isGreaterThan(number(row, "oiCcy"));
    assertThat(number(row, "oiUsd")).isGreaterThan(number(row, "oi"));
  }

  @Test
  void tiersWidenWhileLeverageFalls() {
    ArrayNode rows =
        rows(
            "public/position-tiers",
            "instType",
            "SWAP",
            "tdMode",
            "cross",
            "instFamily",
            "BTC-USDT");
    assertThat(rows).hasSizeGreaterThan(1);
    assertThat(number(rows.get(0), "maxLever")).isEqualByComparingTo("100");
    for (int i = 1; i < rows.size(); i++) {
      assertThat(number(rows.get(i), "minSz")).isGreaterThan(number(rows.get(i - 1), "maxSz"));
      assertThat(number(rows.get(i), "mmr")).isGreaterThan(number(rows.get(i - 1), "mmr"));
    }
  }

  @Test
  void indexTickersGoByNameOrQuote() {
    assertThat(rows("market/index-tickers", "instId", "BTC-USD")).hasSize(1);
    assertThat(rows("market/index-tickers", "quoteCcy", "USDT")).hasSize(3);
    JsonNode row = rows("market/index-tickers", "instId", "ETH-USDT").get(0);
    assertThat(number(row, "idxPx")).isEqualByComparingTo(market.usd("ETH", NOW));
  }

  @Test
  void nothingIsPlannedAtTheExchange() {
    assertThat(rows("system/status")).isEmpty();
  }

  @Test
  void tradesHappenAtThePricesOfTheirTime() {
    ArrayNode rows = rows("market/trades", "instId", SWAP, "limit", "30");
    assertThat(rows).hasSize(30);
    long newer = Long.MAX_VALUE;
    for (JsonNode row : rows) {
      Instant at = Instant.ofEpochMilli(Long.parseLong(row.path("ts").asString()));
      assertThat(at).isBeforeOrEqualTo(NOW);
      assertThat(number(row, "px")).isEqualByComparingTo(market.prices(SWAP, at).last());
      long id = Long.parseLong(row.path("tradeId").asString());
      assertThat(id).isLessThan(newer);
      newer = id;
    }
  }

  private ArrayNode rows(String path, String... parameters) {
    Result result = data.handle(call(NOW, path, parameters));
    assertThat(result.code()).as(result.msg()).isEqualTo("0");
    return result.data();
  }

  private static Call call(Instant now, String path, String... parameters) {
    Map<String, String> query = new HashMap<>();
    for (int i = 0; i + 1 < parameters.length; i += 2) {
      query.put(parameters[i], parameters[i + 1]);
    }
    return new Call(
        "GET", "/api/v5/" + path, query, MissingNode.getInstance(), Optional.empty(), now);
  }

  private static String[] pairs(String query) {
    return query == null ? new String[0] : query.split("[=&]");
  }

  private static List<String> text(JsonNode row, String... names) {
    return List.of(names).stream().map(name -> row.path(name).asString()).toList();
  }

  private static BigDecimal number(JsonNode row, String name) {
    return new BigDecimal(row.path(name).asString());
  }
}
