package dev.okxguard.cli.reconcile;

import static dev.okxguard.cli.reconcile.Scene.PAIR;
import static dev.okxguard.cli.reconcile.Scene.SWAP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Commands;
import dev.okxguard.testing.Commands.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What cost others money, played through with whole commands.
class IncidentsTest {
  private static final String REDUCE =
      "{\"instId\":\"BTC-USDT-SWAP\",\"tdMode\":\"cross\",\"side\":\"sell\",\"posSide\":\"%s\","
          + "\"ordType\":\"market\",\"sz\":\"%s\",\"reduceOnly\":\"true\"}";

  @TempDir Path home;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(home);
  }

  /// The same key and account from a machine with a journal of its own.
  private Commands other() throws IOException {
    Commands other = new Commands(home.resolve("other"), scene.time);
    other.file(".okx/guard.toml", Files.readString(home.resolve(".okx/guard.toml")));
    Files.createSymbolicLink(other.home().resolve(".okx/paper"), home.resolve(".okx/paper"));
    return other;
  }

  @Test
  void twoMachinesWithOneKeyFindEachOther() throws IOException {
    Commands other = other();
    scene.place(PAIR, "buy", "100");
    scene.clean();
    Run there = scene.run(other, "order", "place", PAIR, "--side", "buy", "--sz", "70");
    assertThat(there.code()).as(there.toString()).isZero();
    assertThat(Scene.told(scene.reconcile(other, 0))).isEmpty();
    JsonNode here = scene.reconcile(9);
    assertThat(Scene.told(here)).contains("halt balance BTC");
    assertThat(here.path("differences").path(0).path("explanation").asString())
        .contains("okx-guard");
    scene.place(SWAP, "buy", "0.2");
    assertThat(Scene.told(scene.reconcile(other, 9)))
        .anyMatch(line -> line.endsWith("unexpected BTC-USDT-SWAP"));
  }

  @Test
  void aStopThatSurvivedItsPosition() {
    scene.place(SWAP, "buy", "0.5");
    scene.ok(
        "order",
        "algo",
        "place",
        SWAP,
        "--side",
        "sell",
        "--sz",
        "0.5",
        "--ordType",
        "conditional",
        "--slTriggerPx",
        "85000",
        "--reduceOnly");
    scene.clean();
    scene.stranger.order(REDUCE.formatted("net", "0.5"));
    List<String> told = scene.drift();
    assertThat(told).contains("warn ghost BTC-USDT-SWAP", "warn stop_stray BTC-USDT-SWAP");
    assertThat(told).noneMatch(line -> line.startsWith("halt"));
  }

  @Test
  void aCloseOfOneLegInHedgeMode() {
    scene.ok("account", "set-position-mode", "--posMode", "long_short_mode");
    scene.place(SWAP, "buy", "0.5", "--posSide", "long");
    scene.place(SWAP, "sell", "0.5", "--posSide", "short");
    scene.clean();
    scene.stranger.order(REDUCE.formatted("long", "0.5"));
    JsonNode report = scene.reconcile(9);
    assertThat(Scene.row(report, "ghost").path("posSide").asString()).isEqualTo("long");
    assertThat(report.path("differences").toString()).doesNotContain("\"short\"");
  }

  @Test
  void driftThatIsOnlyLoggedGoesNoFurther() {
    scene.place(SWAP, "buy", "0.5");
    String[] cron = {"reconcile", "--halt", "--quiet"};
    Run fine = scene.run(cron);
    assertThat(fine.code()).as(fine.toString()).isZero();
    assertThat(fine.out()).isEmpty();
    assertThat(fine.err()).as("the first run says so once").contains("taken as found");
    scene.stranger.order(REDUCE.formatted("net", "0.2"));
    Run drift = scene.run(cron);
    assertThat(drift.code()).as(drift.toString()).isEqualTo(9);
    assertThat(drift.out()).contains("DRIFT", "Trading is halted", "reconcile adopt");
    assertThat(buy().code()).isEqualTo(11);
    scene.ok("order", "close", SWAP, "--sz", "0.1");
    resume();
    assertThat(scene.run(cron).code()).as("still not as expected").isEqualTo(9);
    assertThat(buy().code()).isEqualTo(11);
    Run adopted = scene.adopt("closed a part by hand");
    assertThat(adopted.code()).as(adopted.toString()).isZero();
    assertThat(adopted.err()).contains("expected 0.4, actual 0.2", "BTC-USDT-SWAP cross net 0.2");
    assertThat(buy().code()).as("an adoption lifts no halt").isEqualTo(11);
    resume();
    assertThat(scene.run(cron).code()).isZero();
    Run again = buy();
    assertThat(again.code()).as(again.toString()).isZero();
    assertThat(scene.run(cron).code()).isZero();
  }

  private Run buy() {
    return scene.run("order", "place", SWAP, "--side", "buy", "--sz", "0.1");
  }

  private void resume() {
    scene.pass(Duration.ofSeconds(3));
    Run run = new Commands(home, scene.time).agreeing("ok").run("--paper", "guard", "resume");
    assertThat(run.code()).as(run.toString()).isZero();
  }

  @Test
  void entriesWaitForAReconciliationThatIsCleanAndFresh() {
    scene.limits("never", "[require]\nreconcile_within_minutes = 5\n");
    assertThat(denied(buy())).contains("reconcile");
    scene.clean();
    assertThat(buy().code()).isZero();
    scene.pass(Duration.ofMinutes(6));
    assertThat(denied(buy())).contains("reconcile");
    scene.ok("order", "close", SWAP);
    scene.clean();
    assertThat(buy().code()).isZero();
    scene.stranger.order(REDUCE.formatted("net", "0.1"));
    scene.drift();
    assertThat(denied(buy())).contains("reconcile");
    Run declared = scene.run(scene.okx.piping("[]"), "reconcile", "--expected", "-", "--json");
    assertThat(declared.code()).as(declared.toString()).isZero();
    assertThat(denied(buy()))
        .as("whoever declares could agree with anything")
        .contains("reconcile");
    assertThat(scene.adopt("seen").code()).isZero();
    scene.okx.piping("");
    scene.clean();
    assertThat(buy().code()).isZero();
  }

  private static String denied(Run run) {
    assertThat(run.code()).as(run.toString()).isEqualTo(6);
    return run.out();
  }
}
