package dev.okxguard.cli.reconcile;

import static dev.okxguard.cli.reconcile.Scene.INVERSE;
import static dev.okxguard.cli.reconcile.Scene.PAIR;
import static dev.okxguard.cli.reconcile.Scene.SWAP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.AccountLock;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.model.Environment;
import dev.okxguard.testing.Seed;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is done through this program, and whatever the exchange does in its course, is
/// expected.
class OwnTradingIsCleanTest {
  @TempDir Path home;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(home);
  }

  @Test
  void anAccountThatWasNeverTradedOn() {
    assertThat(scene.clean().path("explained").toString()).contains("first run");
    assertThat(scene.clean().path("explained")).isEmpty();
  }

  @Test
  void whatOthersDidBeforeTheFirstRunIsTakenAsFound() {
    scene.stranger.order(
        "{\"instId\":\"BTC-USDT-SWAP\",\"tdMode\":\"cross\",\"side\":\"buy\",\"ordType\":\"market\","
            + "\"sz\":\"1\"}");
    scene.clean();
    scene.clean();
    scene.pass(Duration.ofMinutes(5));
    scene.clean();
  }

  @Test
  void tradesBeforeTheFirstRun() {
    scene.place(PAIR, "buy", "200");
    scene.place(SWAP, "buy", "0.5");
    scene.clean();
    scene.clean();
  }

  @Test
  void spotAtMarketAndLimit() {
    scene.clean();
    scene.place(PAIR, "buy", "200");
    scene.clean();
    scene.place(PAIR, "sell", "0.001", "--ordType", "market");
    scene.place(PAIR, "buy", "0.002", "--px", "80000");
    scene.clean();
    scene.price(PAIR, "79000");
    assertThat(scene.clean().path("differences")).isEmpty();
  }

  @Test
  void aSwapInNetModeThatIsTurnedAndClosed() {
    scene.clean();
    scene.place(SWAP, "buy", "0.5");
    scene.clean();
    scene.place(SWAP, "sell", "1.2");
    scene.clean();
    scene.ok("order", "close", SWAP);
    assertThat(scene.positions()).isEmpty();
    scene.clean();
  }

  @Test
  void bothLegsInLongShortMode() {
    scene.ok("account", "set-position-mode", "--posMode", "long_short_mode");
    scene.clean();
    scene.place(SWAP, "buy", "0.5", "--posSide", "long");
    scene.place(SWAP, "sell", "0.3", "--posSide", "short");
    scene.clean();
    scene.ok("order", "close", SWAP, "--posSide", "long");
    scene.clean();
    scene.ok("order", "close", SWAP, "--posSide", "short");
    scene.clean();
  }

  @Test
  void aPositionModeThatWeSet() {
    scene.clean();
    scene.ok("account", "set-position-mode", "--posMode", "long_short_mode");
    scene.clean();
  }

  @Test
  void inverseAndIsolated() {
    scene.ok("paper", "fund", "BTC", "0.5");
    scene.clean();
    scene.place(INVERSE, "sell", "2");
    scene.place(SWAP, "buy", "0.4", "--tdMode", "isolated");
    scene.clean();
    scene.ok("order", "close", SWAP, "--mgnMode", "isolated");
    scene.ok("order", "close", INVERSE);
    scene.clean();
  }

  @Test
  void anAttachedStopThatFires() {
    scene.clean();
    scene.place(SWAP, "buy", "0.5", "--sl", "85000", "--tp", "99000");
    scene.clean();
    scene.price(SWAP, "84000");
    assertThat(scene.positions()).isEmpty();
    scene.clean();
  }

  @Test
  void aStopOfItsOwnThatFires() {
    scene.clean();
    scene.place(SWAP, "sell", "0.5");
    scene.ok(
        "order",
        "algo",
        "place",
        SWAP,
        "--side",
        "buy",
        "--sz",
        "0.5",
        "--ordType",
        "conditional",
        "--slTriggerPx",
        "95000",
        "--reduceOnly");
    scene.clean();
    scene.price(SWAP, "96000");
    assertThat(scene.positions()).isEmpty();
    scene.clean();
  }

  @Test
  void amendedCancelledAndBatchedOrders() {
    scene.clean();
    String first = scene.place(PAIR, "buy", "0.002", "--px", "80000");
    scene.clean();
    scene.ok("order", "amend", PAIR, "--ordId", first, "--newSz", "0.003", "--newPx", "80500");
    scene.clean();
    scene.ok("order", "cancel", PAIR, "--ordId", first);
    scene.clean();
    scene.ok(
        "order",
        "batch",
        "--action",
        "place",
        "--orders",
        """
        [{"instId":"BTC-USDT","side":"buy","ordType":"limit","sz":"0.001","px":"80000"},
         {"instId":"BTC-USDT-SWAP","side":"buy","ordType":"market","sz":"0.1"}]
        """);
    scene.clean();
    scene.ok("order", "cancel-all");
    scene.clean();
  }

  @Test
  void leverageThatWeSet() {
    scene.place(SWAP, "buy", "0.5");
    scene.clean();
    scene.ok("account", "set-leverage", SWAP, "--lever", "5", "--mgnMode", "cross");
    scene.clean();
  }

  @Test
  void aKillThatFlattens() {
    scene.place(SWAP, "buy", "0.5", "--sl", "85000");
    scene.place(PAIR, "buy", "0.002", "--px", "80000");
    scene.clean();
    scene.ok("guard", "kill", "--flatten");
    assertThat(scene.positions()).isEmpty();
    scene.clean();
  }

  @Test
  void aDeadMansSwitchThatWentOff() {
    scene.place(PAIR, "buy", "0.002", "--px", "80000");
    scene.clean();
    scene.ok("guard", "heartbeat", "--once", "--timeout", "10");
    scene.pass(Duration.ofSeconds(30));
    assertThat(scene.ok("order", "list", "--json").json()).isEmpty();
    scene.clean();
  }

  @Test
  void fundingAndTransfersAreExplained() {
    scene.place(SWAP, "buy", "1");
    scene.clean();
    scene.pass(Duration.ofHours(9));
    scene.ok("paper", "fund", "USDT", "700");
    scene.ok("paper", "fund", "USDT", "50", "--out");
    String explained = scene.clean().path("explained").toString();
    assertThat(explained).containsIgnoringCase("funding").containsIgnoringCase("transfer");
    assertThat(scene.clean().path("explained")).isEmpty();
  }

  @Test
  void aDeliveryIsExplained() {
    scene.time.jumpTo(Instant.parse("2027-03-24T09:00:00Z"));
    scene.price("BTC-USDT-270326", "91000");
    scene.place("BTC-USDT-270326", "buy", "0.5");
    scene.clean();
    scene.time.jumpTo(Instant.parse("2027-03-26T09:00:00Z"));
    String explained = scene.clean().path("explained").toString();
    assertThat(explained).containsIgnoringCase("deliver");
    assertThat(scene.positions()).isEmpty();
  }

  /// By then OKX has forgotten the order that it took away with its position.
  @Test
  void aClosingOrderThatWentWithItsPositionHoursAgo() {
    scene.ok("account", "set-position-mode", "--posMode", "long_short_mode");
    scene.place(SWAP, "buy", "0.5", "--posSide", "long");
    scene.place(SWAP, "sell", "0.2", "--posSide", "long", "--px", "95000");
    scene.clean();
    scene.ok("order", "close", "--all");
    scene.place(SWAP, "buy", "0.3", "--posSide", "long");
    scene.pass(Duration.ofHours(5));
    assertThat(scene.clean().path("differences").toString()).contains("its position was closed");
    assertThat(scene.clean().path("differences")).isEmpty();
  }

  @Test
  void aClosingOrderThatTheExchangeTrimsToItsPosition() {
    scene.ok("account", "set-position-mode", "--posMode", "long_short_mode");
    scene.place(SWAP, "buy", "0.9", "--posSide", "long");
    scene.place(SWAP, "sell", "0.8", "--posSide", "long", "--px", "95000");
    scene.place(SWAP, "sell", "0.8", "--posSide", "long");
    assertThat(scene.clean().path("differences").toString()).contains("made smaller");
  }

  @Test
  void whateverIsDoneThroughThisProgram() throws Exception {
    Seed.check(
        (random, _) -> {
          boolean hedged = random.nextBoolean();
          if (hedged) {
            scene.ok("account", "set-position-mode", "--posMode", "long_short_mode");
          }
          List<String> done = new ArrayList<>();
          for (int step = 0; step < 25; step++) {
            done.add(step(random, hedged));
            if (random.nextInt(3) == 0) {
              var run = scene.run("reconcile");
              assertThat(run.code()).as(String.join("\n", done) + "\n" + run).isZero();
            }
          }
          var run = scene.run("reconcile");
          assertThat(run.code()).as(String.join("\n", done) + "\n" + run).isZero();
        });
  }

  /// One thing somebody may do; refused or not.
  private String step(Random random, boolean hedged) {
    String side = random.nextBoolean() ? "buy" : "sell";
    String posSide = hedged ? (random.nextBoolean() ? "long" : "short") : "net";
    String sz = "0." + (1 + random.nextInt(9));
    String px = (86000 + 100 * random.nextInt(80)) + "";
    String mode = random.nextInt(4) == 0 ? "isolated" : "cross";
    String[] line =
        switch (random.nextInt(11)) {
          case 0 -> new String[] {"order", "place", PAIR, "--side", "buy", "--sz", "50"};
          case 1 ->
              new String[] {
                "order", "place", PAIR, "--side", side, "--sz", "0.00" + sz.charAt(2), "--px", px
              };
          case 2, 3 ->
              new String[] {
                "order",
                "place",
                SWAP,
                "--side",
                side,
                "--sz",
                sz,
                "--tdMode",
                mode,
                "--posSide",
                posSide
              };
          case 4 ->
              new String[] {
                "order", "place", SWAP, "--side", side, "--sz", sz, "--px", px, "--posSide", posSide
              };
          case 5 ->
              new String[] {
                "order",
                "place",
                SWAP,
                "--side",
                posSide.equals("short") ? "sell" : "buy",
                "--sz",
                sz,
                "--posSide",
                posSide,
                posSide.equals("short") ? "--tp" : "--sl",
                "87000"
              };
          case 6 -> new String[] {"order", "close", "--all"};
          case 7 -> new String[] {"order", "cancel-all"};
          case 8 -> new String[] {"paper", "price", SWAP, px};
          case 9 -> new String[] {"paper", "price", PAIR, px};
          default -> new String[] {"paper", "fund", "USDT", "" + (1 + random.nextInt(100))};
        };
    if (random.nextInt(6) == 0) {
      // What the exchange cancelled, say so that it would not trade with itself, it forgets within
      // two hours, and nobody can tell then.
      scene.clean();
      scene.pass(Duration.ofMinutes(random.nextInt(400)));
    }
    return String.join(" ", line) + " -> " + scene.run(line).code();
  }

  /// A busy lock stops no exit, and what went past it is on record all the same.
  @Test
  void exitsWhileAnotherCommandHeldTheAccount() {
    scene.place(SWAP, "buy", "0.5");
    String resting = scene.place(PAIR, "buy", "0.002", "--px", "80000");
    scene.place(PAIR, "buy", "0.003", "--px", "80000");
    scene.clean();
    StateDirectory state = scene.desk.state();
    try (AccountLock _ =
        AccountLock.acquire(
            state.lock(Environment.PAPER, scene.desk.uid()), Duration.ZERO, scene.time)) {
      scene.ok("order", "close", SWAP, "--sz", "0.2");
      scene.ok("order", "cancel", PAIR, "--ordId", resting);
      scene.ok("order", "cancel-all");
      scene.ok("order", "close", SWAP);
    }
    scene.clean();
    assertThat(scene.positions()).isEmpty();
    scene.ok("audit", "verify");
    assertThat(
            scene.desk.records().stream()
                .filter(record -> record.data().has("beside") && record.type().equals("intent"))
                .map(record -> record.data().path("action").asString()))
        .containsExactly("close", "cancel", "cancel-batch", "close");
    assertThat(scene.desk.ledger().openIntents()).isEmpty();
  }
}
