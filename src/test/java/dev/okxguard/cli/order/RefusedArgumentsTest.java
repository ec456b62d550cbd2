package dev.okxguard.cli.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Commands;
import dev.okxguard.testing.ManualTime;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Arguments that do not mean one order exactly never become one.
class RefusedArgumentsTest {
  @TempDir Path home;

  private Commands.Run place(String... more) {
    Commands okx = new Commands(home, ManualTime.at("2026-11-21T10:00:00Z"));
    return okx.run(
        Stream.concat(Stream.of("--paper", "order", "place"), Stream.of(more))
            .toArray(String[]::new));
  }

  private void assertRefused(String... more) {
    Commands.Run run = place(more);
    assertThat(run.code()).as(run.toString()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(home).as("nothing was even opened").isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e3",
        "1,000",
        "NaN",
        "+1",
        "0x1",
        "\uff11\uff12",
        "\u0663",
        "@/etc/hostname",
        "1_000",
        " 1",
        "1 ",
        "Infinity",
        "1.2.3",
        "",
        "0",
        "0.000",
        "-1",
        "1d",
        "1f",
        "--",
        "\u00bd",
        "1\n"
      })
  void aSizeIsAPlainPositiveDecimal(String size) {
    assertRefused("BTC-USDT", "--side", "buy", "--sz=" + size);
    assertRefused("BTC-USDT", "--side", "buy", "--sz", "1", "--px=" + size);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "place BTC-USDT --side buy --sz 20 --intent-id KEY",
        "amend BTC-USDT --ordId 1 --newSz 1 --intent-id KEY",
        "close BTC-USDT-SWAP --intent-id KEY",
        "algo place BTC-USDT-SWAP --side sell --sz 1 --reduceOnly --sl 9 --intent-id KEY",
        "batch --action amend --orders"
            + " [{\"instId\":\"A-B\",\"ordId\":\"1\",\"newSz\":\"1\",\"intentId\":\"KEY\"}]"
      })
  void aNameThatTheLocaleCannotReadIsNoIntentId(String line) {
    Commands okx = new Commands(home, ManualTime.at("2026-11-21T10:00:00Z"));
    for (String key : List.of("buy-\uFFFD\uFFFD", "x".repeat(129))) {
      Commands.Run run =
          okx.run(
              Stream.concat(
                      Stream.of("--paper", "order"),
                      Stream.of(line.split(" ")).map(word -> word.replace("KEY", key)))
                  .toArray(String[]::new));
      assertThat(run.code()).as(run.toString()).isEqualTo(2);
      assertThat(run.err()).containsPattern("(--intent-id|intentId) (has characters|takes 1 to)");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"OrdPx=-1", "TriggerPxType=mark"})
  void whatBelongsToAStopNeedsItsTriggerPrice(String option) {
    assertRefused("BTC-USDT", "--side", "buy", "--sz", "1", "--sl" + option);
    assertRefused("BTC-USDT", "--side", "buy", "--sz", "1", "--tp" + option);
    assertRefused("BTC-USDT", "--side", "buy", "--sz", "1", "--tp", "9", "--sl" + option);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--sl 9", "--tp 9", "--sl 8 --tp 9"})
  void whatATriggerWatchesIsForTriggerOrders(String stop) {
    Commands okx = new Commands(home, ManualTime.at("2026-11-21T10:00:00Z"));
    String line = "--paper order algo place BTC-USDT-SWAP --side sell --sz 1 --triggerPxType mark ";
    Commands.Run run = okx.run((line + stop).split(" "));
    assertThat(run.code()).as(run.toString()).isEqualTo(2);
    assertThat(run.err()).contains("--triggerPxType");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--sl 9", "--type market", "--tdMode cross", "--reduceOnly", "--intent-id a"})
  void aCheckOfHalfAnOrderIsNoCheckOfNone(String option) {
    Commands okx = new Commands(home, ManualTime.at("2026-11-21T10:00:00Z"));
    Commands.Run run = okx.run(("--paper guard check --quiet " + option).split(" "));
    assertThat(run.code()).as(run.toString()).isEqualTo(2);
    assertThat(run.err()).contains("an order needs --side");
  }

  @Test
  void aFaultInJsonIsOneLineOnStandardError() {
    Commands.Run run = place("BTC-USDT", "--side", "buy", "--sz", "1e3", "--json");
    assertThat(run.err().strip().lines()).hasSize(1);
    assertThat(run.fault().path("error").asString()).isEqualTo("usage");
    assertThat(run.fault().path("exitCode").asInt(0)).isEqualTo(2);
    assertThat(run.fault().propertyNames())
        .contains("error", "exitCode", "message", "hint", "code", "httpStatus", "traceId");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--tpOrdPx 9 --sl 8",
        "--slOrdPx 9 --tp 8",
        "--sl 8 --slOrdPx 0",
        "--sl 8 --slOrdPx -2",
        "--sl 0",
        "--tp -1",
        "--px 9 --ordType market",
        "--ordType limit",
        "--ordType LIMIT",
        "--tgtCcy base_ccy --px 9",
        "--tgtCcy usd",
        "--tdMode crossed",
        "--posSide up",
        "--reduceOnly=yes",
        "--intent-id= ",
        "--side sell",
        "ETH-USDT",
        "--force"
      })
  void optionsThatDoNotFitTogetherAreRefused(String options) {
    String[] more = ("BTC-USDT --side buy --sz 20 " + options).split(" ", -1);
    assertRefused(more);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BUY", "Buy", "b", "long", "", "buy "})
  void aSideIsBuyOrSell(String side) {
    assertRefused("BTC-USDT", "--side=" + side, "--sz", "20");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BTC/USDT",
        "\uff22\uff34\uff23-USDT",
        "BTC-USDT&instId=ETH-USDT",
        "../../etc/passwd",
        "BTC-USDT\n",
        "",
        " ",
        "@/etc/hostname",
        "BTC-USDT ",
        "BTC-USDT\u202e",
        "BTC-USDT\u0000"
      })
  void anInstrumentIsLettersDigitsAndDashes(String instId) {
    assertRefused("--instId=" + instId, "--side", "buy", "--sz", "20");
  }

  @Test
  void anInstrumentThatDoesNotExistIsRefusedBeforeAnythingIsSent() {
    for (String instId : List.of("btc-usdt", "BTCUSDT", "NO-SUCH", "BTC-USDT-SWAP-X", "-")) {
      Commands.Run run = place(instId, "--side", "buy", "--sz", "20", "--json");
      assertThat(run.code()).as(run.toString()).isIn(2, 6);
    }
    Commands okx = new Commands(home, ManualTime.at("2026-11-21T10:00:00Z"));
    assertThat(okx.run("--paper", "order", "list", "--json").json()).isEmpty();
  }

  @Test
  void unknownWordsAreRefusedWithASuggestion() {
    Commands okx = new Commands(home, ManualTime.at("2026-11-21T10:00:00Z"));
    assertThat(okx.run("--paper", "order", "plaec").err())
        .contains("did you mean")
        .contains("place");
    Commands.Run option = place("BTC-USDT", "--sidee", "buy", "--sz", "20");
    assertThat(option.code()).isEqualTo(2);
    assertThat(option.err()).contains("--side");
  }

  @ParameterizedTest
  @CsvSource({"--syde, --side", "--Side, --side", "--zide, --side", "--pric, --price"})
  void aMistypedOptionIsToldWithTheOneThatWasMeant(String typed, String meant) {
    Commands.Run run = place("BTC-USDT", typed, "buy", "--sz", "20");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("did you mean: " + meant);
  }

  @Test
  void whatIsLikeNoOptionIsToldWithoutAGuess() {
    Commands.Run run = place("BTC-USDT", "--stop-the-world", "--sz", "20");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).doesNotContain("did you mean");
  }
}
