package dev.okxguard.cli.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.okx.Endpoint;
import dev.okxguard.testing.Cli;
import dev.okxguard.testing.SampleReads;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MarketGrammarTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "market ticker; No instrument given",
        "market ticker BTC-USDT --instId ETH-USDT;"
            + " --instId is given twice: 'BTC-USDT' and 'ETH-USDT'",
        "market ticker BTC-USDT ETH-USDT; ETH-USDT",
        "market ticker BTC-USDT --bar 1H; --bar",
        "market tickers; No kind of instrument given",
        "market tickers spot; 'spot' is not one of SPOT, SWAP, FUTURES, OPTION"
            + " (did you mean SPOT?)",
        "market tickers MARGIN; 'MARGIN' is not one of",
        "market orderbook BTC-USDT --sz 401; --sz must be 1 to 400, not 401",
        "market orderbook BTC-USDT --sz five; --sz",
        "market candles BTC-USDT --bar 7m; '7m' is not one of 1m, 3m, 5m",
        "market candles BTC-USDT --limit 0; --limit must be 1 or more, not 0",
        "market candles BTC-USDT --after yesterday; 'yesterday' is neither milliseconds",
        "market trades BTC-USDT --limit 5 --all; --all and --limit exclude each other",
        "market trades BTC-USDT --limit -3; --limit must be 1 or more, not -3",
        "market funding-rate X --limit 5; --limit and --all go with --history",
        "market instruments; Give an instrument, or a kind behind --instType",
        "market index-ticker; Give an index, or a currency behind --quoteCcy",
        "market tickr BTC-USDT; market ticker",
        "market; Missing required subcommand"
      })
  void badArgumentsExitTwoAndSayWhatIsValid(String line, String message) {
    SampleReads reads = new SampleReads();

    Cli.Result result = Cli.over(reads).run(line.split(" "));

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(message);
    assertThat(reads.asked()).isEmpty();
  }

  @Test
  void theInstrumentMayBeGivenBothWaysWhenBothAreTheSame() {
    assertThat(
            Cli.over(new SampleReads())
                .run("market", "ticker", "BTC-USDT", "--instId", "BTC-USDT")
                .code())
        .isZero();
  }

  @Test
  void oneInstrumentIsShownWithEveryField() {
    SampleReads reads =
        new SampleReads()
            .with(
                Endpoint.PUBLIC_INSTRUMENTS,
                """
                [{"instId":"BTC-USDT","listTime":"1611916800000","lever":"","upcChg":[],"futureField":"7"}]\
                """);

    assertThat(Cli.over(reads).run("market", "instruments", "BTC-USDT", "--quiet").out())
        .isEqualTo(
            """
            instId       BTC-USDT
            listTime     2021-01-29T10:40:00Z
            futureField  7
            """);
    assertThat(reads.asked())
        .containsExactly("/api/v5/public/instruments?instType=SPOT&instId=BTC-USDT");
  }

  @Test
  void jsonIsTheDataArrayAsItCame() {
    Cli cli =
        Cli.over(
            new SampleReads()
                .with(
                    Endpoint.TICKER,
                    """
                    [{"z":"1.500","a":{"deep":[1.0,true,null]},"last":""}]\
                    """));

    assertThat(cli.run("market", "ticker", "X", "--json").out())
        .isEqualTo(
            """
            [
              {
                "z": "1.500",
                "a": {
                  "deep": [
                    1.0,
                    true,
                    null
                  ]
                },
                "last": ""
              }
            ]
            """);
    assertThat(cli.run("--json", "market", "ticker", "X").out())
        .isEqualTo(cli.run("market", "--json", "ticker", "X").out())
        .isEqualTo(cli.run("market", "ticker", "X", "--json").out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "TICKER; market ticker X; No such instrument.",
        "TICKERS; market tickers SPOT; No instruments of that kind.",
        "BOOKS; market orderbook X; No order book.",
        "CANDLES; market candles X; No candles in that window.",
        "TRADES; market trades X; No trades.",
        "FUNDING_RATE_HISTORY; market funding-rate X --history; No funding settled.",
        "PUBLIC_INSTRUMENTS; market instruments X; No such instruments."
      })
  void anEmptyAnswerPrintsASentence(Endpoint endpoint, String line, String sentence) {
    Cli.Result result =
        Cli.over(new SampleReads().with(endpoint, "[]")).run((line + " --quiet").split(" "));

    assertThat(result.code()).isZero();
    assertThat(result.out()).isEqualTo(sentence + "\n");
    assertThat(
            Cli.over(new SampleReads().with(endpoint, "[]"))
                .run((line + " --json").split(" "))
                .out())
        .isEqualTo("[]\n");
  }

  @Test
  void aMissingFieldIsBlankAndNeverZero() {
    String out =
        Cli.over(new SampleReads().with(Endpoint.MARK_PRICE, "[{\"instId\":\"A-B\"},{}]"))
            .run("market", "mark-price", "A-B", "--quiet")
            .out();

    assertThat(out).isEqualTo("instId  markPx  ts\n------  ------  --\nA-B\n\n");
  }

  @Test
  void controlCharactersInAnAnswerNeverReachTheTerminal() {
    SampleReads reads =
        new SampleReads()
            .with(
                Endpoint.TICKER,
                "[{\"instId\":\"A\\u001b]0;owned\\u0007\\r\\n\\u009b2J\\u202eB\"}]");

    String out = Cli.over(reads).run("market", "ticker", "A", "--color", "always").out();

    assertThat(out.chars().filter(c -> c != '\n').noneMatch(Character::isISOControl)).isTrue();
    assertThat(out).doesNotContain("\u202e").contains("A\ufffd]0;owned\ufffd");
  }

  @Test
  void candlesAboveAPageAreReadOverSeveralAndGoOnInTheArchive() {
    SampleReads reads =
        new SampleReads()
            .with(Endpoint.CANDLES, candles(2000, 1600))
            .with(Endpoint.HISTORY_CANDLES, candles(1999, 1));

    String out = Cli.over(reads).run("market", "candles", "X", "--limit", "700").out();

    assertThat(reads.asked())
        .containsExactly(
            "/api/v5/market/candles?instId=X&limit=300",
            "/api/v5/market/candles?instId=X&after=1701&limit=300",
            "/api/v5/market/history-candles?instId=X&after=1600&limit=299");
    assertThat(out.lines().skip(4).map(String::strip).map(line -> line.split(" ")[0]))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(0, 699).mapToObj(i -> Integer.toString(2000 - i)).toList());
  }

  @Test
  void candlesBeforeALongGoneTimeComeFromTheArchive() {
    SampleReads reads =
        new SampleReads()
            .with(Endpoint.CANDLES, candles(2000, 1600))
            .with(Endpoint.HISTORY_CANDLES, candles(1999, 1));

    Cli.over(reads).run("market", "candles", "X", "--after", "500", "--limit", "2");

    assertThat(reads.asked().getLast())
        .isEqualTo("/api/v5/market/history-candles?instId=X&after=500&limit=2");
  }

  @Test
  void candlesOfAYoungInstrumentEndWithoutAskingForever() {
    SampleReads reads =
        new SampleReads()
            .with(Endpoint.CANDLES, candles(20, 1))
            .with(Endpoint.HISTORY_CANDLES, candles(19, 1));

    String out = Cli.over(reads).run("market", "candles", "X", "--limit", "5000", "--json").out();

    assertThat(reads.asked()).hasSize(2);
    assertThat(out).contains("\"20\"").contains("\"1\"");
  }

  private static String candles(int newest, int oldest) {
    return IntStream.iterate(newest, ts -> ts >= oldest, ts -> ts - 1)
        .mapToObj(ts -> "[\"" + ts + "\",\"1\",\"1\",\"1\",\"1\",\"1\",\"1\",\"1\",\"1\"]")
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void tradesAboveThePageComeFromTheHistoryAndExactlySoMany() {
    String rows =
        IntStream.iterate(900, id -> id > 0, id -> id - 1)
            .mapToObj(id -> "{\"tradeId\":\"" + id + "\"}")
            .collect(Collectors.joining(",", "[", "]"));
    SampleReads reads = new SampleReads().with(Endpoint.HISTORY_TRADES, rows);

    String out = Cli.over(reads).run("market", "trades", "X", "--limit", "550", "--json").out();

    assertThat(reads.asked()).hasSize(6);
    assertThat(out.lines().filter(line -> line.contains("tradeId"))).hasSize(550);
    assertThat(out).contains("\"351\"").doesNotContain("\"350\"");
  }
}
