package dev.okxguard.cli.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Commands;
import dev.okxguard.testing.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The emergency stop from the command line.
class KillCommandTest {
  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private Commands okx;

  @BeforeEach
  void open() {
    okx = new Commands(home, time);
    assertThat(okx.run("paper", "reset", "--seed", "7").code()).isZero();
  }

  private Commands.Run ran(String... args) {
    Commands.Run run = okx.run(args);
    assertThat(run.code()).as(run.toString()).isZero();
    return run;
  }

  private void buy(String instId, String usd) {
    ran("--paper", "order", "place", instId, "--side", "buy", "--usd", usd);
  }

  /// Every command that it would stop looks at the usual place as well.
  @ParameterizedTest
  @ValueSource(strings = {"", "state", "~nobody/state"})
  void aStopStandsWhereTheVariableForTheStateIsNoPath(String place) {
    buy("BTC-USDT", "20");
    Commands odd = new Commands(home, time).with("OKX_STATE_DIR", place);
    Commands.Run halt = odd.run("--paper", "guard", "halt", "--reason", "news");
    assertThat(halt.code()).as(halt.toString()).isZero();
    assertThat(halt.err()).contains("OKX_STATE_DIR");
    assertThat(okx.run("--paper", "guard", "check").code()).isEqualTo(11);
    assertThat(home.resolve(".okx/state/HALT")).doesNotExist();

    Commands.Run kill = odd.run("--paper", "guard", "kill");
    assertThat(kill.code()).as(kill.toString()).isEqualTo(3);
    assertThat(kill.err()).contains("all accounts are HALTED, and nothing could be cancelled: OKX");
    assertThat(home.resolve(".okx/state/HALT")).exists();
  }

  @Test
  void theDocumentNamesWhatWasDoneAndWhatIsLeft() {
    ran(
        "--paper",
        "order",
        "place",
        "BTC-USDT",
        "--side",
        "buy",
        "--sz",
        "0.0005",
        "--px",
        "89500");
    JsonNode json = ran("--paper", "guard", "kill", "--reason", "news", "--json").json();
    assertThat(json.propertyNames())
        .containsExactly(
            "outcome",
            "env",
            "profile",
            "uid",
            "halted",
            "reason",
            "cancelled",
            "closed",
            "sold",
            "left",
            "problems",
            "next");
    assertThat(json.path("outcome").asString()).isEqualTo("done");
    assertThat(json.path("halted").asBoolean()).isTrue();
    assertThat(json.path("reason").asString()).isEqualTo("news");
    assertThat(json.path("cancelled").asInt()).isEqualTo(1);
    assertThat(json.path("left").propertyNames())
        .containsExactly("orders", "algos", "positions", "spot");
    Commands.Run place =
        okx.run("--paper", "guard", "check", "BTC-USDT", "--side", "buy", "--usd", "20");
    assertThat(place.code()).as(place.toString()).isEqualTo(11);
    assertThat(place.out()).contains("news");
  }

  @Test
  void coinsAreSoldOnlyWhenThatIsSaidAndDustIsNamed() {
    buy("BTC-USDT", "40");
    buy("ETH-USDT", "40");
    JsonNode kept = ran("--paper", "guard", "kill", "--flatten", "--json").json();
    assertThat(kept.path("sold")).isEmpty();
    JsonNode sold = ran("--paper", "guard", "kill", "--flatten", "--spot", "--json").json();
    assertThat(sold.path("outcome").asString()).isEqualTo("done");
    assertThat(sold.path("sold").valueStream().map(s -> s.path("instId").asString()))
        .containsExactlyInAnyOrder("BTC-USDT", "ETH-USDT");
    assertThat(sold.path("sold").valueStream().map(s -> s.path("outcome").asString()))
        .containsOnly("accepted");
    assertThat(
            sold.path("left").path("spot").valueStream().allMatch(c -> c.path("dust").asBoolean()))
        .isTrue();
    JsonNode again = ran("--paper", "guard", "kill", "--flatten", "--spot", "--json").json();
    assertThat(again.path("sold")).isEmpty();
  }

  @Test
  void spotNeedsFlatten() {
    Commands.Run run = okx.run("--paper", "guard", "kill", "--spot");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--spot goes with --flatten only");
    assertThat(home.resolve(".okx/state/HALT")).doesNotExist();
  }

  @Test
  void aPersonAtATerminalIsNotAskedAndSeesEachPass() {
    Commands.Run run = okx.typing("").run("--paper", "guard", "kill", "--flatten");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.err()).contains("pass 1: ").doesNotContain("[y/N]");
    assertThat(run.out()).contains("halted", "done", "No orders and no positions are left");
  }

  @Test
  void whatCouldNotBeReadIsNotCalledGone() {
    for (String[] how : new String[][] {{}, {"--flatten"}, {"--flatten", "--spot"}}) {
      Stream<String> line = Stream.concat(Stream.of("--demo", "guard", "kill"), Stream.of(how));
      Commands.Run run = okx.run(line.toArray(String[]::new));
      assertThat(run.code()).isEqualTo(4);
      assertThat(run.out())
          .contains("pending orders could not be read", "What is left is not known.")
          .doesNotContain("are left", "is left.");
    }
  }

  @Test
  void withoutAnEnvironmentEverythingIsHaltedAndNothingGuessed() {
    Commands.Run run = okx.run("guard", "kill", "--flatten");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("all accounts are HALTED", "no environment chosen");
    assertThat(home.resolve(".okx/state/HALT")).exists();
  }

  @Test
  void withABrokenConfigurationEverythingIsHalted() {
    okx.file(".okx/config.toml", "this is [not toml\n");
    Commands.Run run = okx.run("--paper", "guard", "kill", "--json");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.fault().path("message").asString()).startsWith("all accounts are HALTED");
    assertThat(home.resolve(".okx/state/HALT")).exists();
  }

  @Test
  void aBrokenPolicyStopsNothing() {
    buy("BTC-USDT", "40");
    okx.file(".okx/guard.toml", "[limits\nmax_order_size = ");
    assertThat(ran("--paper", "guard", "kill", "--flatten", "--spot", "--json").json().path("sold"))
        .hasSize(1);
  }

  @Test
  void readOnlyHaltsAndSaysThatNothingWasSent() throws IOException {
    Commands.Run run = okx.run("--paper", "--read-only", "guard", "kill");
    assertThat(run.code()).isEqualTo(6);
    assertThat(run.out()).contains("halted", "denied", "read-only: nothing that writes is sent");
    try (var files = Files.walk(home.resolve(".okx/state"))) {
      assertThat(files.map(f -> f.getFileName().toString())).contains("HALT");
    }
  }
}
