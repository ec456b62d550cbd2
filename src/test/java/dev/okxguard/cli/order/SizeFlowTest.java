package dev.okxguard.cli.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Commands;
import dev.okxguard.testing.ManualTime;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Sizes in every unit, as a user meets them.
class SizeFlowTest {
  private static final String SWAP = "BTC-USDT-SWAP";

  @TempDir Path home;
  private Commands okx;

  @BeforeEach
  void open() {
    okx = new Commands(home, ManualTime.at("2026-11-21T10:00:00Z"));
    assertThat(okx.run("paper", "reset", "--seed", "7").code()).isZero();
  }

  private Commands.Run order(String verb, String... more) {
    return okx.run(
        Stream.concat(Stream.of("--paper", "--json", "order", verb), Stream.of(more))
            .toArray(String[]::new));
  }

  private static BigDecimal number(JsonNode node, String field) {
    return new BigDecimal(node.path(field).asString());
  }

  private BigDecimal price(String instId) {
    JsonNode quote = okx.run("--paper", "--json", "market", "ticker", instId).json().path(0);
    return number(quote, "askPx");
  }

  private String times(String factor) {
    return price(SWAP)
        .multiply(new BigDecimal(factor))
        .setScale(1, java.math.RoundingMode.DOWN)
        .toPlainString();
  }

  @Test
  void theCalculatorTellsEveryUnitAndLeavesNoTrace() throws Exception {
    Commands.Run run =
        order(
            "size",
            SWAP,
            "--side",
            "buy",
            "--usd",
            "250",
            "--sl",
            times("0.95"),
            "--tp",
            times("1.1"));
    assertThat(run.code()).as(run.toString()).isZero();
    JsonNode figures = run.json().path("estimate");
    assertThat(run.json().path("env").asString()).isEqualTo("paper");
    assertThat(run.json().path("said").asString()).isEqualTo("usd 250");
    assertThat(run.json().path("sz").asString()).isEqualTo(figures.path("contracts").asString());
    assertThat(number(figures, "notionalUsd"))
        .isBetween(new BigDecimal("200"), new BigDecimal("250"));
    assertThat(figures.path("baseCcy").asString()).isEqualTo("BTC");
    assertThat(figures.path("notionalCcy").asString()).isEqualTo("USDT");
    assertThat(number(figures, "margin").multiply(number(figures, "leverage")))
        .isCloseTo(
            number(figures, "notional"), org.assertj.core.data.Offset.offset(BigDecimal.ONE));
    assertThat(figures.path("liquidity").asString()).isEqualTo("taker");
    assertThat(figures.path("feeRate").asString()).isEqualTo("0.0005");
    assertThat(number(figures, "worstLossUsd")).isGreaterThan(new BigDecimal("9"));
    assertThat(number(figures, "rewardRisk")).isGreaterThan(BigDecimal.ONE);
    try (Stream<Path> files = Files.walk(home)) {
      assertThat(files.filter(file -> file.toString().contains("journal"))).isEmpty();
    }
  }

  @Test
  void theCalculatorWorksReadOnlyAndWhileHalted() {
    assertThat(okx.run("--paper", "guard", "halt").code()).isZero();
    assertThat(order("size", "BTC-USDT", "--side", "buy", "--usd", "50", "--read-only").code())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--sz", "--usd", "--contracts"})
  void whatOkxDoesNotTradeHasNoSize(String unit) {
    Commands.Run run = order("size", "NO-SUCH-SWAP", "--side", "buy", unit, "1");
    assertThat(run.code()).as(run.toString()).isEqualTo(5);
    assertThat(run.out()).isEmpty();
    assertThat(run.fault().path("message").asString())
        .contains("OKX has no instrument 'NO-SUCH-SWAP'");
  }

  @Test
  void theCalculatorReadsAsText() {
    Commands.Run run =
        okx.run(
            "--paper",
            "order",
            "size",
            SWAP,
            "--side",
            "buy",
            "--usd",
            "250",
            "--sl",
            times("0.95"));
    assertThat(run.out())
        .contains("buy market BTC-USDT-SWAP: --sz ")
        .contains("contracts", "leverage", "margin", "fee", "at the stop");
  }

  @Test
  void aSizeBelowTheLeastNamesTheLeastInEveryUnit() {
    Commands.Run size = order("size", SWAP, "--side", "buy", "--usd", "0.5");
    assertThat(size.code()).isEqualTo(2);
    assertThat(size.fault().path("message").asString())
        .contains("least size")
        .contains("contracts = ")
        .contains(" BTC = ")
        .contains(" USD");
    Commands.Run place = order("place", SWAP, "--side", "buy", "--usd", "0.5");
    assertThat(place.code()).isEqualTo(6);
    JsonNode denial = place.json().path("denials").path(0);
    assertThat(denial.path("rule").asString()).isEqualTo("size");
    assertThat(denial.path("message").asString()).contains("least size", "contracts = ");
    assertThat(place.json().path("order").path("size").asString()).isEqualTo("usd 0.5");
  }

  @Test
  void dollarsBuySpotInQuoteCurrencyAndCoinsInBase() {
    Commands.Run dollars = order("place", "BTC-USDT", "--side", "buy", "--usd", "20");
    assertThat(dollars.code()).as(dollars.toString()).isZero();
    assertThat(dollars.json().path("order").path("sz").asString()).isEqualTo("20");
    assertThat(dollars.json().path("order").path("tgtCcy").asString()).isEqualTo("quote_ccy");
    assertThat(dollars.json().path("estimate").isMissingNode()).isTrue();
    Commands.Run coins = order("place", "BTC-USDT", "--side", "buy", "--base", "0.0003");
    assertThat(coins.code()).as(coins.toString()).isZero();
    assertThat(coins.json().path("order").path("tgtCcy").asString()).isEqualTo("base_ccy");
    assertThat(number(coins.json(), "accFillSz")).isEqualByComparingTo("0.0003");
  }

  @Test
  void aSizeInDollarsNeverMeetsTheLimitOfTheSameDollars() {
    for (String instId : List.of("BTC-USDT", SWAP, "BTC-USD-SWAP")) {
      Commands.Run run =
          order("preview", instId, "--side", "buy", "--usd", "100", "--sl", times("0.98"));
      assertThat(run.code()).as(run.toString()).isZero();
      assertThat(number(run.json(), "notionalUsd")).isLessThanOrEqualTo(new BigDecimal("100"));
      assertThat(number(run.json().path("estimate"), "notionalUsd"))
          .isEqualByComparingTo(
              number(run.json(), "notionalUsd").setScale(4, java.math.RoundingMode.CEILING));
    }
  }

  @Test
  void anExitTiesUpNoMargin() {
    String[] entry = {SWAP, "--side", "buy", "--contracts", "0.05", "--sl", times("0.98")};
    JsonNode opening = order("preview", entry).json().path("estimate");
    assertThat(opening.path("margin").asString()).isNotEmpty();
    assertThat(order("place", entry).code()).isZero();

    Commands.Run exit = order("preview", SWAP, "--side", "sell", "--base", "0.0005");
    assertThat(exit.code()).as(exit.toString()).isZero();
    assertThat(exit.json().path("order").path("reduceOnly").asBoolean()).isTrue();
    assertThat(exit.json().path("order").path("sz").asString()).isEqualTo("0.05");
    assertThat(exit.json().path("estimate").path("margin").asString()).isEmpty();
    assertThat(exit.json().path("estimate").path("feeUsd").asString()).isNotEmpty();
  }

  @Test
  void aSizeByRiskKeepsTheLimitOfTheSameRisk() {
    Commands.Run run =
        order("preview", SWAP, "--side", "buy", "--risk", "2usd", "--sl", times("0.97"));
    assertThat(run.code()).as(run.toString()).isZero();
    JsonNode figures = run.json().path("estimate");
    BigDecimal fees = number(figures, "feeUsd").multiply(BigDecimal.TWO);
    assertThat(number(figures, "worstLossUsd").subtract(fees))
        .isBetween(new BigDecimal("1"), new BigDecimal("2.01"));
  }

  @Test
  void aRetryUnderOneKeyIsTheSameOrderAtAnyPrice() {
    String[] line = {"BTC-USDT", "--side", "buy", "--usd", "20", "--intent-id", "weekly"};
    String first = order("place", line).json().path("ordId").asString();
    assertThat(okx.run("paper", "price", "BTC-USDT", "70000").code()).isZero();
    Commands.Run again = order("place", line);
    assertThat(again.code()).as(again.toString()).isZero();
    assertThat(again.json().path("ordId").asString()).isEqualTo(first);
    Commands.Run other =
        order("place", "BTC-USDT", "--side", "buy", "--sz", "20", "--intent-id", "weekly");
    assertThat(other.code()).as("said in another unit, it is another order").isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BTC-USDT",
        "BTC-USDT --sz 1 --usd 50",
        "BTC-USDT --usd 50 --base 1 --contracts 2",
        "BTC-USDT --contracts 1",
        "BTC-USDT-SWAP --risk 1%",
        "BTC-USDT-SWAP --risk 1 --sl 5",
        "BTC-USDT-SWAP --risk 101% --sl 5",
        "BTC-USDT-SWAP --risk 0% --sl 5",
        "BTC-USDT-SWAP --risk -1% --sl 5",
        "BTC-USDT-SWAP --risk 1e1usd --sl 5",
        "BTC-USDT-SWAP --risk usd --sl 5",
        "BTC-USDT-SWAP --risk % --sl 5",
        "BTC-USDT-SWAP --usd 0",
        "BTC-USDT-SWAP --usd 1e3",
        "BTC-USDT-SWAP --base -1",
        "BTC-USD-261225-90000-C --usd 50"
      })
  void aSizeIsSaidOnceAndMakesSense(String options) {
    String[] more = ("--side buy " + options).split(" ", -1);
    for (String verb : List.of("place", "size", "preview")) {
      Commands.Run run = order(verb, more);
      assertThat(run.code()).as(run.toString()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
    }
  }
}
