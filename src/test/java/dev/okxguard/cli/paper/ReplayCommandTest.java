package dev.okxguard.cli.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Commands;
import dev.okxguard.testing.ManualTime;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ReplayCommandTest {
  private static final String ETH = "ETH-USDT-SWAP";
  private static final String CANDLES =
      """
      ts,open,high,low,close
      1795255200000,3000,3010,2990,3005
      1795255260000,3005,3005,2900,2910
      """;

  /// Wide limits: the tests are about what happens to orders, not about which are allowed.
  private static final String LIMITS =
      """
      max_order_size = 100000
      max_order_ratio = 1
      max_position_size = 100000
      max_total_ratio = 10
      min_cash_ratio = 0
      price_collar = 1
      max_risk_per_trade = 1
      """;

  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private Commands okx;

  @BeforeEach
  void open() {
    okx = new Commands(home, time);
    okx.file(".okx/guard.toml", LIMITS);
    assertThat(okx.run("paper", "reset", "--seed", "7").code()).isZero();
    assertThat(okx.run("paper", "price", ETH, "3000").code()).isZero();
    time.advance(Duration.ofSeconds(1));
  }

  @Test
  void candlesPlayInTimeAtTheirOwnSpeedAndTheLastPriceStays() {
    JsonNode json = json("paper", "replay", ETH, file(CANDLES), "--json");
    assertThat(json.path("env").asString()).isEqualTo("paper");
    assertThat(json.path("mode").asString()).isEqualTo("in_time");
    assertThat(json.path("candles").asInt()).isEqualTo(2);
    assertThat(json.path("secondsPerCandle").asString()).isEqualTo("60");
    assertThat(json.path("until").asString()).isEqualTo("2026-11-21T10:01:46Z");
    assertThat(last()).isEqualByComparingTo("3000");
    time.advance(Duration.ofSeconds(15));
    assertThat(last()).isEqualByComparingTo("2990");
    time.advance(Duration.ofSeconds(15));
    assertThat(last()).isEqualByComparingTo("3010");
    time.advance(Duration.ofHours(1));
    assertThat(last()).isEqualByComparingTo("2910");
  }

  @Test
  void stepAndSpeedSetThePace() {
    JsonNode step =
        json("paper", "replay", "--instId", ETH, file(CANDLES), "--step", "2", "--json");
    assertThat(step.path("secondsPerCandle").asString()).isEqualTo("2");
    JsonNode speed = json("paper", "replay", ETH, file(CANDLES), "--speed", "120", "--json");
    assertThat(speed.path("secondsPerCandle").asString()).isEqualTo("0.5");
  }

  @Test
  void atOnceFiresStopsFillsOrdersAndTellsOfIt() {
    place("buy", "market", "1", "--sl", "2950");
    place("buy", "limit", "0.5", "--px", "2995", "--sl", "2800");
    Commands.Run run = okx.run("paper", "replay", ETH, file(CANDLES), "--at-once", "--json");
    assertThat(run.code()).as(run.err()).isZero();
    JsonNode json = run.json();
    assertThat(json.path("mode").asString()).isEqualTo("at_once");
    assertThat(json.path("from").asString()).isEqualTo("2026-11-21T10:00:00Z");
    assertThat(json.path("to").asString()).isEqualTo("2026-11-21T10:02:00Z");
    // The order at 2995 fills at its own price, then the stop of the first one sells.
    assertThat(json.path("fills").size()).isEqualTo(2);
    assertThat(json.path("fills").get(0).path("fillPx").asString()).isEqualTo("2995");
    assertThat(json.path("fills").get(1).path("side").asString()).isEqualTo("sell");
    assertThat(json.path("triggers").size()).isEqualTo(1);
    assertThat(json.path("triggers").get(0).path("state").asString()).isEqualTo("effective");
    assertThat(json.path("liquidations").size()).isZero();
    assertThat(last()).isEqualByComparingTo("2910");
  }

  @Test
  void atOnceLiquidates() {
    place("buy", "market", "1", "--tdMode", "isolated", "--sl", "1000");
    String crash = "1795255200000,3000,3000,1500,1500\n";
    JsonNode json = json("paper", "replay", ETH, file(crash), "--at-once", "--json");
    assertThat(json.path("liquidations").size()).isEqualTo(1);
    assertThat(json.path("liquidations").get(0).path("category").asString())
        .isEqualTo("full_liquidation");
    Commands.Run text = okx.run("paper", "replay", ETH, file(crash), "--at-once");
    assertThat(text.out()).contains("Played 1 candles").contains("0 liquidations");
  }

  @Test
  void standardInputIsReadAndALongFileTellsItsProgress() {
    StringBuilder many = new StringBuilder();
    for (long i = 0; i < 4_100; i++) {
      many.append(1_795_255_200_000L + 60_000 * i).append(",3000,3001,2999,3000\n");
    }
    Commands.Run run =
        new Commands(home, time)
            .typing(many.toString())
            .run("paper", "replay", ETH, "-", "--at-once");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("Played 4100 candles");
    assertThat(run.err()).contains("Played 2000 of 4100 candles").contains("Played 4000 of 4100");
    assertThat(okx.run("paper", "replay", ETH, file(many.toString())).code()).isEqualTo(2);
  }

  @Test
  void whatCannotBePlayedIsRefusedAndChangesNothing() {
    refused(
        "line 3: open is not", "paper", "replay", ETH, file(CANDLES.replace("3005,3005", "x,1")));
    refused("there are no candles", "paper", "replay", ETH, file(""));
    refused("no instrument NO-SUCH", "paper", "replay", "NO-SUCH", file(CANDLES));
    refused("no instrument NO-SUCH", "paper", "replay", "NO-SUCH", file(CANDLES), "--at-once");
    String off = CANDLES.replace("2910", "2910.001");
    refused("line 3: prices must be multiples", "paper", "replay", ETH, file(off));
    refused("line 3: prices must be multiples", "paper", "replay", ETH, file(off), "--at-once");
    refused("there is no file", "paper", "replay", ETH, home.resolve("none.csv").toString());
    refused("--instId", "paper", "replay", file(CANDLES));
    refused("exclude", "paper", "replay", ETH, file(CANDLES), "--speed", "2", "--at-once");
    refused("--speed", "paper", "replay", ETH, file(CANDLES), "--speed", "0");
    refused("--step", "paper", "replay", ETH, file(CANDLES), "--step", "0");
    assertThat(last()).isEqualByComparingTo("3000");
    assertThat(okx.run("--read-only", "paper", "replay", ETH, file(CANDLES)).code()).isEqualTo(6);
    assertThat(okx.run("--read-only", "paper", "adl", ETH).code()).isEqualTo(6);
  }

  @Test
  void adlTakesAPartOfAPosition() {
    place("buy", "market", "1", "--sl", "1000");
    JsonNode json = json("paper", "adl", ETH, "--sz", "0.4", "--json");
    assertThat(json.path("fills").get(0).path("fillSz").asString()).isEqualTo("0.4");
    assertThat(json.path("fills").get(0).path("tradeId").asString()).startsWith("-");
    Commands.Run rest = okx.run("paper", "adl", ETH, "--mgnMode", "cross");
    assertThat(rest.out()).contains("Took 0.6 contracts of " + ETH + " at ");
    refused("no such position", "paper", "adl", ETH);
  }

  private void place(String side, String type, String sz, String... more) {
    String[] first = {
      "--paper", "order", "place", ETH, "--side", side, "--ordType", type, "--sz", sz, "--json"
    };
    String[] all = new String[first.length + more.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    Commands.Run run = okx.run(all);
    assertThat(run.code()).as(run.out() + run.err()).isZero();
  }

  private BigDecimal last() {
    JsonNode ticker = json("--paper", "market", "ticker", ETH, "--json");
    return new BigDecimal(ticker.path(0).path("last").asString());
  }

  private JsonNode json(String... args) {
    Commands.Run run = okx.run(args);
    assertThat(run.code()).as(run.err()).isZero();
    return run.json();
  }

  private void refused(String why, String... args) {
    Commands.Run run = okx.run(args);
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(2);
    assertThat(run.err()).contains(why);
  }

  private String file(String content) {
    return okx.file("candles.csv", content).toString();
  }
}
