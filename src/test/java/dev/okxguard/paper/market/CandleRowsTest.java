package dev.okxguard.paper.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;

class CandleRowsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:30.250Z");
  private static final String SWAP = "BTC-USDT-SWAP";

  private final long seed = Seed.pick();
  private final PaperMarket market = PaperMarket.fresh(seed, NOW);
  private final PublicData data = new PublicData(market);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1m", "3m", "5m", "15m", "30m", "1H", "2H", "4H", "6H", "12H", "1D", "2D", "3D", "1W", "1M",
        "3M", "6Hutc", "12Hutc", "1Dutc", "2Dutc", "3Dutc", "1Wutc", "1Mutc", "3Mutc"
      })
  void candlesAgreeWithThePathInEveryBar(String bar) {
    ArrayNode rows = rows("market/history-candles", "instId", SWAP, "bar", bar, "limit", "12");
    assertThat(rows).hasSize(12);
    for (int i = 0; i < rows.size(); i++) {
      JsonNode row = rows.get(i);
      BigDecimal low = decimal(row, 3);
      BigDecimal high = decimal(row, 2);
      assertThat(decimal(row, 1)).as("open, seed %d", seed).isBetween(low, high);
      assertThat(decimal(row, 4)).as("close, seed %d", seed).isBetween(low, high);
      Instant start = Instant.ofEpochMilli(row.get(0).asLong());
      assertThat(decimal(row, 1)).isEqualByComparingTo(market.prices(SWAP, start).last());
      assertThat(row.get(8).asString()).isEqualTo(i == 0 ? "0" : "1");
      if (i > 0) {
        assertThat(row.get(0).asLong()).isLessThan(rows.get(i - 1).get(0).asLong());
      }
    }
  }

  @Test
  void minuteCandlesHaveTheExactRange() {
    for (JsonNode row : rows("market/candles", "instId", SWAP)) {
      Instant start = Instant.ofEpochMilli(row.get(0).asLong());
      Instant end = row.get(8).asString().equals("0") ? NOW : start.plusSeconds(59);
      Market.Range range = market.range(SWAP, start, end);
      assertThat(decimal(row, 2)).isEqualByComparingTo(range.high());
      assertThat(decimal(row, 3)).isEqualByComparingTo(range.low());
      assertThat(decimal(row, 4)).isEqualByComparingTo(market.prices(SWAP, end).last());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1m,2026-11-21T10:00:00Z",
    "4H,2026-11-21T08:00:00Z",
    "6H,2026-11-21T10:00:00Z",
    "6Hutc,2026-11-21T06:00:00Z",
    "1D,2026-11-20T16:00:00Z",
    "1Dutc,2026-11-21T00:00:00Z",
    "1W,2026-11-15T16:00:00Z",
    "1Wutc,2026-11-16T00:00:00Z",
    "1M,2026-10-31T16:00:00Z",
    "3Mutc,2026-10-01T00:00:00Z"
  })
  void barsBeginWhereOkxsDo(String bar, String start) {
    ArrayNode rows = rows("market/candles", "instId", SWAP, "bar", bar, "limit", "1");
    assertThat(Instant.ofEpochMilli(rows.get(0).get(0).asLong())).isEqualTo(start);
  }

  @Test
  void candlesPageByTimeExclusively() {
    ArrayNode all = rows("market/candles", "instId", SWAP, "limit", "10");
    String third = all.get(2).get(0).asString();
    ArrayNode older = rows("market/candles", "instId", SWAP, "limit", "3", "after", third);
    assertThat(older.get(0)).isEqualTo(all.get(3));
    ArrayNode newer = rows("market/candles", "instId", SWAP, "before", third);
    assertThat(newer).hasSize(2);
    assertThat(newer.get(1)).isEqualTo(all.get(1));
  }

  @Test
  void candlesAreCappedAndTheLatestEndpointReachesBack1440Bars() {
    assertThat(rows("market/candles", "instId", SWAP)).hasSize(100);
    assertThat(rows("market/candles", "instId", SWAP, "limit", "1000")).hasSize(300);
    assertThat(rows("market/history-candles", "instId", SWAP)).hasSize(100);
    assertThat(rows("market/history-candles", "instId", SWAP, "limit", "1000")).hasSize(300);
    String old = Long.toString(NOW.minus(Duration.ofMinutes(1_435)).toEpochMilli());
    assertThat(rows("market/candles", "instId", SWAP, "after", old).size()).isLessThan(10);
    assertThat(rows("market/history-candles", "instId", SWAP, "after", old)).hasSize(100);
  }

  @Test
  void aSetPriceShowsInCandles() {
    BigDecimal spike = new BigDecimal("99999.9");
    market.set(SWAP, NOW.minusSeconds(90), spike, Optional.empty(), Optional.empty());
    market.clear(SWAP, NOW.minusSeconds(70));
    assertThat(decimal(rows("market/candles", "instId", SWAP).get(1), 2)).isEqualTo(spike);
  }

  @Test
  void indexCandlesHaveNoVolume() {
    ArrayNode rows = rows("market/index-candles", "instId", "BTC-USD", "limit", "2");
    assertThat(rows.get(0)).hasSize(6);
    assertThat(rows.get(1).get(5).asString()).isEqualTo("1");
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

  private static BigDecimal decimal(JsonNode row, int column) {
    return new BigDecimal(row.get(column).asString());
  }
}
