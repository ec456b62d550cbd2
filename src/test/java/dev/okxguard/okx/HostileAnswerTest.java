package dev.okxguard.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Fault;
import dev.okxguard.model.InstType;
import dev.okxguard.model.TdMode;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// An answer that lacks what we need, or says it in a way we do not know, fails the read and names
/// the place: it is never filled in.
class HostileAnswerTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Map<String, Function<Exchange, Object>> READS =
      Map.ofEntries(
          Map.entry("config", Exchange::config),
          Map.entry("balance", Exchange::balance),
          Map.entry("positions", Exchange::positions),
          Map.entry("pending", Exchange::pendingOrders),
          Map.entry("fills", e -> e.fills(Instant.EPOCH)),
          Map.entry("order", e -> e.order("ETH-USDT-SWAP", new ClOrdId("okgA1"))),
          Map.entry("instruments-swap", e -> e.instrument(InstType.SWAP, "ETH-USDT-SWAP")),
          Map.entry("ticker", e -> e.quote("SOL-USDT")),
          Map.entry("mark-price", e -> e.markPrice(InstType.SPOT, "SOL-USDT")),
          Map.entry("index", e -> e.usdIndex("SOL")),
          Map.entry("book", e -> e.book("SOL-USDT", 5)),
          Map.entry("leverage", e -> e.leverage("ETH-USDT-SWAP", TdMode.ISOLATED)));

  private static Object read(String sample, String body) {
    Bench bench = new Bench();
    bench.script.then(200, body);
    return READS.get(sample).apply(new RestExchange(bench.client));
  }

  private static void refuses(String sample, String pointer, String field, JsonNode value) {
    String body = Samples.with(sample, pointer, field, value);
    assertThatThrownBy(() -> read(sample, body))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("/api/v5/")
        .hasMessageContaining(field);
  }

  @ParameterizedTest
  @CsvSource({
    "config, /data/0, uid",
    "config, /data/0, mainUid",
    "config, /data/0, acctLv",
    "config, /data/0, posMode",
    "config, /data/0, perm",
    "balance, /data/0, totalEq",
    "balance, /data/0/details/0, ccy",
    "balance, /data/0/details/0, eq",
    "balance, /data/0/details/0, cashBal",
    "balance, /data/0/details/0, availBal",
    "balance, /data/0/details/1, frozenBal",
    "positions, /data/0, instType",
    "positions, /data/0, instId",
    "positions, /data/0, mgnMode",
    "positions, /data/0, posSide",
    "positions, /data/0, pos",
    "positions, /data/0, posId",
    "positions, /data/0, uTime",
    "positions, /data/3, liab",
    "positions, /data/3, liabCcy",
    "positions, /data/3, posCcy",
    "pending, /data/1, instType",
    "pending, /data/1, instId",
    "pending, /data/1, ordId",
    "pending, /data/1, side",
    "pending, /data/1, posSide",
    "pending, /data/1, tdMode",
    "pending, /data/1, ordType",
    "pending, /data/1, sz",
    "pending, /data/1, state",
    "pending, /data/1, accFillSz",
    "pending, /data/1, cTime",
    "pending, /data/1, uTime",
    "order, /data/0, sz",
    "order, /data/0, state",
    "order, /data/0, clOrdId",
    "fills, /data/0, tradeId",
    "fills, /data/0, billId",
    "fills, /data/0, ordId",
    "fills, /data/0, side",
    "fills, /data/0, fillPx",
    "fills, /data/0, fillSz",
    "fills, /data/0, fee",
    "fills, /data/0, fillPnl",
    "fills, /data/1, ts",
    "instruments-swap, /data/0, instId",
    "instruments-swap, /data/0, tickSz",
    "instruments-swap, /data/0, lotSz",
    "instruments-swap, /data/0, minSz",
    "instruments-swap, /data/0, ctVal",
    "instruments-swap, /data/0, ctMult",
    "instruments-swap, /data/0, state",
    "instruments-swap, /data/0, ctType",
    "ticker, /data/0, last",
    "ticker, /data/0, ts",
    "ticker, /data/0, instId",
    "mark-price, /data/0, markPx",
    "index, /data/0, idxPx",
    "book, /data/0, ts"
  })
  void whatMustBeThereIsNeverFilledIn(String sample, String pointer, String field) {
    refuses(sample, pointer, field, null);
    refuses(sample, pointer, field, JSON.nullNode());
    refuses(sample, pointer, field, JSON.stringNode(""));
    refuses(sample, pointer, field, JSON.objectNode());
  }

  @ParameterizedTest
  @CsvSource({
    "balance, /data/0, totalEq",
    "balance, /data/0/details/0, eqUsd",
    "positions, /data/0, pos",
    "positions, /data/0, avgPx",
    "positions, /data/0, lever",
    "pending, /data/0, sz",
    "pending, /data/0, px",
    "pending, /data/0, cTime",
    "fills, /data/0, fee",
    "fills, /data/0, fillTime",
    "instruments-swap, /data/0, tickSz",
    "instruments-swap, /data/0, maxMktSz",
    "ticker, /data/0, last",
    "ticker, /data/0, askPx",
    "leverage, /data/0, lever"
  })
  void whatIsNoNumberIsNotRead(String sample, String pointer, String field) {
    for (String text :
        new String[] {"abc", "1,5", "NaN", "Infinity", "0x1", "1e999", " 1", "1_0"}) {
      refuses(sample, pointer, field, JSON.stringNode(text));
    }
    refuses(sample, pointer, field, JSON.booleanNode(true));
  }

  @ParameterizedTest
  @CsvSource({
    "config, acctLv, 9", "config, posMode, hedge", "positions, instType, SUNDRIES",
    "positions, mgnMode, portfolio", "positions, posSide, both", "pending, instType, SUNDRIES",
    "pending, ordType, wish", "pending, state, expired", "pending, side, BUY",
    "pending, tdMode, auto", "fills, instType, SUNDRIES", "instruments-swap, ctType, quanto",
    "pending, reduceOnly, yes"
  })
  void aWordWeDoNotKnowFailsTheReadInsteadOfDroppingTheRow(
      String sample, String field, String word) {
    refuses(sample, "/data/0", field, JSON.stringNode(word));
  }

  @ParameterizedTest
  @CsvSource({
    "ticker, last, 0", "ticker, last, -1", "instruments-swap, tickSz, 0",
    "instruments-swap, ctVal, 0", "mark-price, markPx, 0", "index, idxPx, -2"
  })
  void aPriceOrStepMustBeAboveZero(String sample, String field, String value) {
    refuses(sample, "/data/0", field, JSON.stringNode(value));
  }

  @ParameterizedTest
  @CsvSource({"instId, BTC-USDT-SWAP", "mgnMode, cross"})
  void theLeverageOfAnotherInstrumentOrModeIsNoAnswer(String field, String other) {
    refuses("leverage", "/data/1", field, JSON.stringNode(other));
  }

  @ParameterizedTest
  @CsvSource({"book, asks", "book, bids", "balance, details"})
  void aListMustBeAList(String sample, String field) {
    refuses(sample, "/data/0", field, null);
    refuses(sample, "/data/0", field, JSON.stringNode("[]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[\"\",\"1\"]", "[\"0\",\"1\"]", "[\"1\"]", "[\"1\",\"-1\"]", "[]", "\"1\"", "{}"})
  void aBookLevelNeedsPriceAndSize(String level) {
    JsonNode asks = JSON.arrayNode().add(Json.tree(level));
    String body = Samples.with("book", "/data/0", "asks", asks);
    assertThatThrownBy(() -> read("book", body)).isInstanceOf(Fault.class);
  }

  @ParameterizedTest
  @CsvSource({
    "positions, pos, 1.5",
    "pending, sz, 0.00125",
    "ticker, last, 152.36",
    "ticker, ts, 1795000005000",
    "fills, fillPx, 60910.2"
  })
  void aJsonNumberIsAsGoodAsItsText(String sample, String field, String number) {
    String body = Samples.with(sample, "/data/0", field, Json.tree(number));
    assertThat(read(sample, body)).isEqualTo(read(sample, Samples.text(sample)));
  }

  @ParameterizedTest
  @CsvSource({"1.5E+2, 150", "2e-3, 0.002", "-0.5e1, -5", "10, 10"})
  void anExponentInAnAnswerIsReadExactly(String text, String plain) {
    JsonNode row = JSON.objectNode().put("x", text);
    assertThat(new Row(Endpoint.TICKER, row).number("x")).isEqualByComparingTo(plain);
  }
}
