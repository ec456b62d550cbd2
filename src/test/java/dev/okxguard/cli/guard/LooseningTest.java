package dev.okxguard.cli.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Commands;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.PaperDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A looser policy waits on every path, and only a person at a terminal shortens that.
class LooseningTest {
  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private Commands okx;

  @BeforeEach
  void open() {
    okx = anew();
    assertThat(okx.run("paper", "reset", "--seed", "7").code()).isZero();
    limit("50");
    assertThat(buy(okx, "20").code()).isZero();
  }

  private Commands anew() {
    return new Commands(home, time);
  }

  private void limit(String usd) {
    okx.file(".okx/guard.toml", "max_position_size = 1000\nmax_order_size = " + usd + "\n");
  }

  private static Commands.Run buy(Commands commands, String sz) {
    return commands.run(
        "--paper", "order", "place", "BTC-USDT", "--side", "buy", "--sz", sz, "--json");
  }

  private static List<String> denials(Commands.Run run) {
    return run.json().path("denials").valueStream().map(d -> d.path("code").asString()).toList();
  }

  private void denied(Commands commands) {
    Commands.Run run = buy(commands, "150");
    assertThat(denials(run)).as(run.toString()).containsExactly("MAX_ORDER_SIZE");
  }

  private Path memory() {
    PaperDesk desk = new PaperDesk(home.resolve(".okx"), time, 7);
    return home.resolve(".okx/state/paper-" + desk.uid() + "/policy.json");
  }

  private String digest() {
    return okx.run("--paper", "guard", "limits", "--json").json().path("policy").asString();
  }

  @Test
  void aDenialSaysThatALooserLimitWaits() {
    limit("200");
    Commands.Run run = buy(okx, "150");
    assertThat(run.code()).isEqualTo(6);
    assertThat(run.json().path("next").asString())
        .contains(
            "a looser max_order_size (200) is waiting until 2026-11-22T10:00:00",
            "okx --paper guard limits --loosen");
    assertThat(buy(okx, "30").code()).isZero();
  }

  @Test
  void aLooserLimitHoldsWhenItsTimeHasCome() {
    limit("200");
    denied(okx);
    time.advance(Duration.ofHours(24));
    assertThat(buy(okx, "150").code()).isZero();
  }

  @Test
  void nothingMovesTheMemory() throws IOException {
    limit("200");
    Commands elsewhere = anew().with("OKX_STATE_DIR", home.resolve("elsewhere").toString());
    assertThat(denials(buy(elsewhere, "150"))).contains("MAX_ORDER_SIZE");
    Path config = okx.file("other/config.toml", "[profiles.renamed]\ndemo = true\n");
    denied(anew().with("OKX_CONFIG", config.toString()).with("OKX_PROFILE", "renamed"));
    denied(anew().with("OKX_GUARD", okx.file("loose.toml", "max_order_size = 9000").toString()));
    Files.delete(home.resolve(".okx/guard.toml"));
    Files.createSymbolicLink(home.resolve(".okx/guard.toml"), home.resolve("loose.toml"));
    assertThat(denials(buy(okx, "150"))).contains("MAX_ORDER_SIZE");
  }

  @Test
  void aMemoryThatIsGoneOrDamagedDeniesEntriesAndNoExit() throws IOException {
    limit("200");
    for (String text : List.of("", "{}")) {
      if (text.isEmpty()) {
        Files.delete(memory());
      } else {
        Files.writeString(memory(), text);
      }
      assertThat(denials(buy(okx, "2" + text.length()))).contains("POLICY_PROBLEM");
      assertThat(okx.run("--paper", "guard", "check").code()).isEqualTo(6);
    }
    assertThat(okx.run("--paper", "order", "cancel-all").code()).isZero();
    Commands.Run mended =
        anew().agreeing("").run("--paper", "guard", "limits", "--loosen", "--reason", "restored");
    assertThat(mended.code()).as(mended.toString()).isZero();
    assertThat(buy(okx, "150").code()).isZero();
  }

  @Test
  void whatWaitsIsShownWithItsSourceAndTheUseOfToday() {
    limit("200");
    denied(okx);
    JsonNode json = okx.run("--paper", "guard", "limits", "--json").json();
    JsonNode waiting = json.path("waiting").path(0);
    assertThat(waiting.path("key").asString()).isEqualTo("limits.max_order_size");
    assertThat(waiting.path("value").asString()).isEqualTo("200");
    assertThat(waiting.path("until").asString()).startsWith("2026-11-22T10:00:00");
    assertThat(waiting.path("source").asString()).endsWith(".okx/guard.toml");
    assertThat(limit(json, "limits.max_order_size").path("value").asString()).isEqualTo("50");
    assertThat(limit(json, "limits.max_order_size").path("source").asString())
        .isEqualTo("as seen before");
    assertThat(limit(json, "limits.max_daily_trades").path("used").asString()).isEqualTo("1");
    assertThat(json.path("enforcement").asString()).isEqualTo("advisory");
    assertThat(json.path("reasons")).isNotEmpty();
    Commands.Run text = okx.run("--paper", "guard", "limits");
    assertThat(text.out())
        .containsPattern("limits.max_order_size +50 +as seen before")
        .contains("waiting: limits.max_order_size = 200, from 2026-11-22T10:00:00")
        .contains("advisory: ");
  }

  @Test
  void theUseOfTheAccountIsReadWhenAskedFor() {
    JsonNode json = okx.run("--paper", "guard", "limits", "--use", "--json").json();
    assertThat(limit(json, "limits.max_open_positions").path("used").asString()).isEqualTo("0");
    assertThat(limit(json, "limits.max_total_ratio").path("used").asString()).isEqualTo("0");
    assertThat(limit(json, "limits.max_open_orders").path("used").asString()).isEqualTo("0");
  }

  private static JsonNode limit(JsonNode json, String key) {
    return json.path("limits")
        .valueStream()
        .filter(it -> it.path("key").asString().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPersonPutsItInForceAtOnceAndOnRecord() {
    limit("200");
    denied(okx);
    String before = digest();
    Commands.Run run =
        anew()
            .agreeing("")
            .run("--paper", "guard", "limits", "--loosen", "--reason", "larger account", "--json");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.err()).contains("limits.max_order_size: 50 -> 200");
    assertThat(run.json().path("outcome").asString()).isEqualTo("loosened");
    assertThat(run.json().path("policy").asString()).isEqualTo(digest()).isNotEqualTo(before);
    assertThat(buy(okx, "150").code()).isZero();
    assertThat(okx.run("--paper", "audit", "show", "--type", "note").out())
        .contains("larger account");
    assertThat(new PaperDesk(home.resolve(".okx"), time, 7).records())
        .anySatisfy(
            record ->
                assertThat(record.data().path("text").asString())
                    .contains("larger account", before + " -> " + digest()));
  }

  @Test
  void whereNothingWaitsNobodyIsAsked() {
    Commands.Run run = okx.run("--paper", "guard", "limits", "--loosen", "--json");
    assertThat(run.code()).isZero();
    assertThat(run.json().path("outcome").asString()).isEqualTo("unchanged");
  }

  @Test
  void withoutAPersonNothingIsLoosened() {
    limit("200");
    denied(okx);
    String[] loosen = {"--paper", "guard", "limits", "--loosen", "--reason", "because"};
    assertThat(okx.run(loosen).code()).isEqualTo(6);
    assertThat(anew().piping("loosen\n\n").run(loosen).code()).isEqualTo(6);
    assertThat(anew().typing("y\n").run(loosen).code()).isEqualTo(6);
    assertThat(anew().agreeing("x").run("--paper", "guard", "limits", "--loosen", "-y").code())
        .isEqualTo(6);
    assertThat(
            anew()
                .with("SUDO_UID", "4711")
                .with("SUDO_USER", "agent")
                .agreeing("x")
                .run(loosen)
                .code())
        .isEqualTo(6);
    denied(okx);
  }

  @Test
  void aStateDirectoryNamedInOnesOwnPolicyIsNoWayRoundTheDelay() {
    limit("200\n[policy]\nstate_dir = '" + home.resolve("other") + "'");
    assertThat(denials(buy(okx, "150"))).containsExactly("POLICY_PROBLEM", "MAX_ORDER_SIZE");
  }

  @Test
  void onWhichAccountIsNoGuess() {
    Commands.Run run = anew().agreeing("x").run("guard", "limits", "--loosen", "--reason", "x");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("no environment chosen");
  }

  @Test
  void aReasonAloneIsAMistake() {
    assertThat(okx.run("--paper", "guard", "limits", "--reason", "x").code()).isEqualTo(2);
  }

  @Test
  void aBrokenPolicyCannotBeConfirmed() {
    limit("200");
    denied(okx);
    limit("200\nnonsense = 1");
    assertThat(anew().agreeing("x").run("--paper", "guard", "limits", "--loosen").code())
        .isEqualTo(3);
  }
}
