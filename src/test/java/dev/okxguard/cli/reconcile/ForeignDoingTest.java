package dev.okxguard.cli.reconcile;

import static dev.okxguard.cli.reconcile.Scene.PAIR;
import static dev.okxguard.cli.reconcile.Scene.SWAP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Commands.Run;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// What others do to the account is found, once each, and named for what it is.
class ForeignDoingTest {
  private static final String MARKET =
      "{\"instId\":\"BTC-USDT-SWAP\",\"tdMode\":\"cross\",\"side\":\"%s\",\"ordType\":\"market\","
          + "\"sz\":\"%s\"%s}";

  @TempDir Path home;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(home);
    scene.place(SWAP, "buy", "1", "--sl", "80000");
    scene.clean();
  }

  @Test
  void anOrderThatWaits() {
    String id =
        scene.stranger.order(
            "{\"instId\":\"BTC-USDT\",\"tdMode\":\"cash\",\"side\":\"buy\",\"ordType\":\"limit\","
                + "\"sz\":\"0.01\",\"px\":\"80000\"}");
    JsonNode report = scene.reconcile(9);
    assertThat(Scene.told(report)).containsExactly("halt order_foreign BTC-USDT");
    assertThat(Scene.row(report, "order_foreign").path("id").asString()).isEqualTo(id);
    scene.stranger.cancel(PAIR, id);
    scene.clean();
  }

  @Test
  void anOrderThatFilled() {
    scene.stranger.order(MARKET.formatted("buy", "0.5", ""));
    JsonNode report = scene.reconcile(9);
    assertThat(Scene.told(report)).contains("warn position BTC-USDT-SWAP").noneMatch(halts());
    JsonNode row = Scene.row(report, "position");
    assertThat(row.path("expected").asString()).isEqualTo("1");
    assertThat(row.path("actual").asString()).isEqualTo("1.5");
    assertThat(row.path("explanation").asString()).isNotEmpty();
    assertThat(Scene.told(scene.reconcile(9))).isEqualTo(Scene.told(report));
    adopted();
    scene.clean();
  }

  private static java.util.function.Predicate<String> halts() {
    return line -> line.startsWith("halt") && !line.contains("stop_short");
  }

  private void adopted() {
    Run run = scene.adopt("seen in the app");
    assertThat(run.code()).as(run.toString()).isZero();
  }

  @Test
  void aCloseInTheApp() {
    scene.stranger.order(MARKET.formatted("sell", "1", ",\"reduceOnly\":\"true\""));
    List<String> told = scene.drift();
    assertThat(told).contains("warn ghost BTC-USDT-SWAP").noneMatch(halts());
    adopted();
    scene.clean();
  }

  @Test
  void aCloseThatOpenedTheReverse() {
    scene.stranger.order(MARKET.formatted("sell", "3", ""));
    assertThat(scene.drift()).contains("halt flipped BTC-USDT-SWAP");
  }

  @Test
  void aPositionNobodyExpected() {
    scene.stranger.order(MARKET.replace("BTC-USDT", "ETH-USDT").formatted("sell", "0.3", ""));
    assertThat(scene.drift()).contains("halt unexpected ETH-USDT-SWAP");
  }

  @Test
  void spotBoughtInTheApp() {
    scene.stranger.order(
        "{\"instId\":\"BTC-USDT\",\"tdMode\":\"cash\",\"side\":\"buy\",\"ordType\":\"market\","
            + "\"sz\":\"500\",\"tgtCcy\":\"quote_ccy\"}");
    assertThat(scene.drift()).containsExactlyInAnyOrder("warn balance BTC", "warn balance USDT");
    adopted();
    scene.clean();
  }

  @Test
  void aLiquidation() {
    scene.place(SWAP, "buy", "10", "--tdMode", "isolated");
    scene.clean();
    scene.price(SWAP, "60100");
    assertThat(scene.positions().toString()).doesNotContain("isolated");
    JsonNode report = scene.reconcile(9);
    assertThat(Scene.row(report, "ghost").path("mgnMode").asString()).isIn("isolated", "cross");
    assertThat(report.toString()).containsIgnoringCase("liquidat");
  }

  @Test
  void autoDeleveraging() {
    scene.ok("paper", "adl", SWAP, "--sz", "0.4");
    JsonNode report = scene.reconcile(9);
    assertThat(Scene.told(report)).contains("warn position BTC-USDT-SWAP");
    assertThat(Scene.row(report, "position").path("explanation").asString())
        .containsIgnoringCase("deleverag");
  }

  @Test
  void aStopOfSomebodyElse() {
    scene.stranger.algo(
        "{\"instId\":\"BTC-USDT-SWAP\",\"tdMode\":\"cross\",\"side\":\"sell\",\"posSide\":\"net\","
            + "\"ordType\":\"trigger\",\"sz\":\"2\",\"triggerPx\":\"70000\",\"orderPx\":\"-1\"}");
    JsonNode report = scene.reconcile(9);
    assertThat(Scene.told(report)).hasSize(1);
    assertThat(Scene.told(report).getFirst()).contains("BTC-USDT-SWAP");
  }

  @Test
  void aStopThatWasTakenAway() {
    scene.limits("derivatives", "");
    scene.clean();
    String algo =
        scene
            .stranger
            .read("/api/v5/trade/orders-algo-pending?ordType=conditional")
            .path(0)
            .path("algoId")
            .asString();
    scene.stranger.cancelAlgo(SWAP, algo);
    assertThat(scene.drift()).contains("halt stop_missing BTC-USDT-SWAP");
  }

  @Test
  void leverageChangedInTheApp() {
    scene.place("ETH-USDT-SWAP", "buy", "0.5");
    scene.clean();
    scene.stranger.one(
        "/api/v5/account/set-leverage",
        "{\"instId\":\"ETH-USDT-SWAP\",\"lever\":\"10\",\"mgnMode\":\"cross\"}");
    JsonNode report = scene.reconcile(9);
    assertThat(Scene.told(report)).hasSize(1);
    assertThat(Scene.row(report, "leverage").path("actual").asString()).startsWith("10");
    adopted();
    scene.clean();
  }

  @Test
  void leverageSetBackInTheAppToWhatWeOnceAskedFor() {
    scene.place("ETH-USDT-SWAP", "buy", "0.5");
    scene.ok("account", "set-leverage", "ETH-USDT-SWAP", "--lever", "3", "--mgnMode", "cross");
    scene.ok("account", "set-leverage", "ETH-USDT-SWAP", "--lever", "2", "--mgnMode", "cross");
    scene.clean();
    scene.stranger.one(
        "/api/v5/account/set-leverage",
        "{\"instId\":\"ETH-USDT-SWAP\",\"lever\":\"3\",\"mgnMode\":\"cross\"}");
    assertThat(scene.drift()).containsExactly("halt leverage ETH-USDT-SWAP");
  }

  @Test
  void leverageSetBackToWhatWeAskedForBeforeAPersonAdoptedAnother() {
    scene.place("ETH-USDT-SWAP", "buy", "0.5");
    scene.ok("account", "set-leverage", "ETH-USDT-SWAP", "--lever", "10", "--mgnMode", "cross");
    scene.clean();
    String lever = "{\"instId\":\"ETH-USDT-SWAP\",\"lever\":\"%s\",\"mgnMode\":\"cross\"}";
    scene.stranger.one("/api/v5/account/set-leverage", lever.formatted("3"));
    assertThat(scene.drift()).containsExactly("warn leverage ETH-USDT-SWAP");
    adopted();
    scene.clean();
    scene.stranger.one("/api/v5/account/set-leverage", lever.formatted("10"));
    assertThat(scene.drift()).containsExactly("halt leverage ETH-USDT-SWAP");
    scene.ok("account", "set-leverage", "ETH-USDT-SWAP", "--lever", "5", "--mgnMode", "cross");
    scene.clean();
  }

  @ParameterizedTest
  @CsvSource({"newSlTriggerPx, 60000, 80000", "newSlOrdPx, 70000, slOrdPx -1"})
  void aStopThatWasChangedInTheApp(String field, String px, String expected) {
    if (field.equals("newSlTriggerPx")) {
      scene.ok("order", "close", SWAP);
      scene.clean();
      scene.place(SWAP, "buy", "1", "--sl", "80000");
    }
    String algo =
        scene
            .stranger
            .read("/api/v5/trade/orders-algo-pending?ordType=conditional")
            .path(0)
            .path("algoId")
            .asString();
    scene.stranger.one(
        "/api/v5/trade/amend-algos",
        "{\"instId\":\"BTC-USDT-SWAP\",\"algoId\":\"%s\",\"%s\":\"%s\"}"
            .formatted(algo, field, px));
    JsonNode report = scene.reconcile(9);
    assertThat(Scene.told(report)).containsExactly("warn order_changed BTC-USDT-SWAP");
    assertThat(Scene.row(report, "order_changed").path("expected").asString()).endsWith(expected);
  }

  @Test
  void positionModeChangedInTheApp() {
    scene.ok("order", "close", SWAP);
    scene.clean();
    scene.stranger.one("/api/v5/account/set-position-mode", "{\"posMode\":\"long_short_mode\"}");
    JsonNode report = scene.reconcile(9);
    assertThat(Scene.told(report)).hasSize(1);
    assertThat(Scene.row(report, "pos_mode").path("expected").asString()).isEqualTo("net_mode");
    adopted();
    scene.clean();
    scene.place(SWAP, "buy", "1", "--posSide", "long");
    scene.stranger.order(MARKET.formatted("sell", "1", ",\"posSide\":\"long\""));
    scene.stranger.one("/api/v5/account/set-position-mode", "{\"posMode\":\"net_mode\"}");
    assertThat(scene.drift()).as("what was adopted holds").contains("halt pos_mode");
  }

  @Test
  void positionModeChangedLongerAgoThanAnybodyCountsIsSeenBeforeItIsAdopted() {
    scene.ok("order", "close", SWAP);
    scene.clean();
    scene.stranger.one("/api/v5/account/set-position-mode", "{\"posMode\":\"long_short_mode\"}");
    scene.pass(Duration.ofDays(100));
    Run run = scene.adopt("moved to hedging");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.err())
        .contains("only the last three months")
        .contains("pos_mode: expected net_mode, actual long_short_mode");
  }

  @Test
  void positionModeToAdoptIsSeenHoweverMuchElseDiffers() {
    scene.ok("order", "close", SWAP);
    scene.clean();
    scene.stranger.one("/api/v5/account/set-position-mode", "{\"posMode\":\"long_short_mode\"}");
    for (int i = 0; i < 41; i++) {
      scene.stranger.order(
          "{\"instId\":\"BTC-USDT\",\"tdMode\":\"cash\",\"side\":\"buy\",\"ordType\":\"limit\","
              + "\"sz\":\"0.001\",\"px\":\"%d\"}".formatted(80000 - i));
      scene.pass(Duration.ofSeconds(1));
    }
    Run run = scene.adopt("a bot at work");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.err()).contains("and 2 more").contains("long_short_mode");
  }
}
