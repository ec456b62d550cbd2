package dev.okxguard.cli.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Commands;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What diagnose says as a whole, whatever there is to look at.
final class GateTest {
  @TempDir private Path home;
  private World world;

  @BeforeEach
  void sound() throws IOException {
    world = new World(home);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void whatRemainsToBeDoneIsNumberedWithTheWayToDoIt() {
    world.recordSound().account(row -> row.put("mainUid", world.uid()).put("ip", "")).write();
    Commands.Run run = world.commands.run("diagnose", "--go-live", "--send-test");

    assertThat(run.code()).isEqualTo(9);
    assertThat(run.out())
        .contains("Before going live:", "  1. key.bound: ", "  2. account.sub: ", " → ")
        .doesNotContain("  3. ");
  }

  @Test
  void whatCannotBeKnownYetIsOneThingToDoNotMany() {
    world.recordSound().set("base_url", "'https://okx.invalid'").write();
    JsonNode todo = world.diagnose("--go-live", "--send-test").json().path("todo");

    assertThat(todo).hasSize(2);
    assertThat(todo.path(0).asString()).startsWith("network.dns: ");
    assertThat(todo.path(1).asString()).startsWith("then look again").contains("key.withdraw");
  }

  @Test
  void quietSaysNothingWhenNothingIsWrong() {
    world.recordSound().write();

    assertThat(world.commands.run("diagnose", "--quiet").out()).isEmpty();
    world.account(row -> row.put("perm", "read_only,trade,withdraw"));
    assertThat(world.commands.run("diagnose", "--quiet").out()).contains("key.withdraw");
  }

  @Test
  void withNothingConfiguredItStillLooksAndSaysWhatItCouldNot() {
    Commands fresh = new Commands(home.resolve("fresh"), world.time);
    Commands.Run run =
        fresh.with("OKX_API_BASE_URL", world.stand().url()).run("diagnose", "--json");

    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.json().path("outcome").asString()).isEqualTo("warn");
    assertThat(World.levels(run.json(), "warn"))
        .contains("config.credentials", "config.environment", "guard.policy", "alerts.channels");
    assertThat(World.check(run.json(), "network.answer").path("level").asString()).isEqualTo("ok");
    assertThat(World.check(run.json(), "key.accepted").path("text").asString())
        .contains("config.credentials");
  }

  @Test
  void withABrokenFileOnlyTheFileFails() {
    world.recordSound().set("demo", "maybe").write();
    JsonNode document = world.diagnose().json();

    assertThat(World.levels(document, "fail")).containsExactly("config.file");
    assertThat(World.check(document, "network.dns").path("text").asString())
        .contains("config.file");
    assertThat(document.path("env").asString()).isEmpty();
  }

  @Test
  void withoutAHomeItStillEndsWithAReport() {
    Commands.Run run = world.commands.with("HOME", "").run("--paper", "diagnose", "--json");

    assertThat(run.code()).isEqualTo(9);
    assertThat(World.levels(run.json(), "fail")).contains("guard.policy", "journal.writable");
  }

  @Test
  void onThePaperExchangeThereIsNoNetworkToFail() {
    Commands fresh = new Commands(home.resolve("fresh"), world.time);
    Commands.Run run = fresh.run("--paper", "diagnose", "--json");

    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(World.levels(run.json(), "skip")).contains("network.dns", "network.tls");
    assertThat(World.check(run.json(), "key.accepted").path("level").asString()).isEqualTo("ok");
  }

  @Test
  void onDemoTheLiveOnlyChecksDoNotApply() {
    world.recordSound().set("demo", "true").account(row -> row.put("ip", "")).write();
    JsonNode document = world.diagnose().json();

    assertThat(World.levels(document, "fail")).isEmpty();
    assertThat(World.levels(document, "skip"))
        .contains("key.bound", "key.expiry", "account.sub", "guard.stage");
  }

  @Test
  void aStopForTheWholePositionIsEnough() {
    world.recordSound();
    MisconfigurationTest.position(world, Rows.stop("sell", "1"));
    world.write();

    JsonNode check = World.check(world.diagnose().json(), "account.stops");
    assertThat(check.path("level").asString()).as(check.toString()).isEqualTo("ok");
  }

  @Test
  void aHostThatTheEnvironmentNamesGetsNoKeyEvenToTryIt() {
    world.recordSound().without("base_url").write();
    world.commands.with("OKX_API_BASE_URL", "https://okx.invalid");
    JsonNode document = world.diagnose().json();

    assertThat(World.check(document, "config.credentials").path("text").asString())
        .contains("signed requests go to OKX's hosts and loopback only");
    assertThat(World.check(document, "key.accepted").path("text").asString())
        .contains("config.credentials");
  }

  @Test
  void contradictingFlagsAreAMistakeOfTheCommandLine() {
    world.write();

    assertThat(world.commands.run("--demo", "--live", "diagnose").code()).isEqualTo(2);
  }

  @Test
  void theOrderOfTheChecksNeverChanges() {
    world.recordSound().write();
    JsonNode first = world.diagnose().json().path("checks");

    for (int i = 0; i < 3; i++) {
      assertThat(world.diagnose().json().path("checks").valueStream().map(GateTest::id).toList())
          .isEqualTo(first.valueStream().map(GateTest::id).toList());
    }
  }

  private static String id(JsonNode check) {
    return check.path("id").asString();
  }

  @Test
  void aWholeRunOnThisMachineTakesLessThanASecond() {
    world.recordSound().write();

    // The first runs load classes, and other programs may be in the way of any of them.
    assertThat(IntStream.range(0, 10).mapToObj(_ -> wall(() -> world.diagnose())))
        .anyMatch(spent -> spent.compareTo(Duration.ofSeconds(1)) < 0);
  }

  @Test
  void aBlackHoleCostsNoMoreThanTheTimeThereIs() throws IOException {
    world.recordSound().at(Sockets.full(), "https").write();
    Duration spent = wall(() -> world.diagnose("--timeout", "600"));

    assertThat(spent).isLessThan(Duration.ofSeconds(4));
  }

  private static Duration wall(Runnable run) {
    long start = System.nanoTime();
    run.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
