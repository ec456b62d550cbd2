package dev.okxguard.cli.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Commands;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.PaperDesk;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A halt tells people, and is in force whether or not they can be told.
class HaltAlertTest {
  private static final String TOKEN = "Zq7TOKENmark";

  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private final MockWebServer server = new MockWebServer();
  private Commands okx;
  private PaperDesk desk;

  @BeforeEach
  void open() throws IOException {
    server.start(InetAddress.getLoopbackAddress(), 0);
    okx = new Commands(home, time);
    desk = new PaperDesk(home.resolve(".okx"), time, 7);
    assertThat(okx.run("paper", "reset", "--seed", "7").code()).isZero();
    policy("webhook = '" + url() + "'");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String url() {
    return "http://127.0.0.1:" + server.getPort() + "/" + TOKEN;
  }

  private void policy(String lines) {
    okx.file(".okx/guard.toml", "[alerts]\n" + lines + "\n");
  }

  private void answer(int code) {
    server.enqueue(new MockResponse.Builder().code(code).body("no " + TOKEN).build());
  }

  private JsonNode taken() throws InterruptedException {
    return JsonMapper.shared().readTree(server.takeRequest().getBody().utf8());
  }

  private void trade() {
    Commands.Run run =
        okx.run("--paper", "order", "place", "BTC-USDT", "--side", "buy", "--sz", "20");
    assertThat(run.code()).as(run.toString()).isZero();
  }

  private static void hidden(Commands.Run run) {
    assertThat(run.toString()).doesNotContain(TOKEN);
  }

  private void halted() {
    assertThat(okx.run("--paper", "guard", "check").code()).isEqualTo(11);
  }

  @Test
  void aHaltIsToldWithTheAccountAndTheJournalsEnd() throws InterruptedException {
    trade();
    answer(200);
    Commands.Run run =
        okx.run("--paper", "guard", "halt", "--reason", "news", "--verbose", "--json");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.err()).contains("alert sent to 1 channel(s)");
    hidden(run);
    JsonNode told = taken();
    assertThat(told.path("kind").asString()).isEqualTo("halt");
    assertThat(told.path("env").asString()).isEqualTo("paper");
    assertThat(told.path("profile").asString()).isEqualTo("default");
    assertThat(told.path("uid").asString()).isEqualTo(desk.uid());
    assertThat(told.path("reason").asString()).isEqualTo("news");
    assertThat(told.path("seq").asLong()).isEqualTo(desk.records().getLast().seq());
    assertThat(told.path("head").asString()).isEqualTo(desk.records().getLast().hash());
    assertThat(told.path("text").asString()).startsWith("okx-guard PAPER halt: news [uid ");
    halted();
  }

  @Test
  void aChannelThatFailsStopsNoHaltAndIsInTheJournal() {
    trade();
    answer(500);
    answer(500);
    Commands.Run run = okx.run("--paper", "guard", "halt", "--verbose");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.err()).contains("Warning: alert not delivered: webhook: answered HTTP 500");
    hidden(run);
    assertThat(desk.records().getLast().data().path("text").asString())
        .isEqualTo("halt: webhook: answered HTTP 500");
    Commands.Run shown = okx.run("--paper", "audit", "show");
    assertThat(shown.out()).contains("answered HTTP 500");
    hidden(shown);
    halted();
  }

  @Test
  void aHaltOfEverythingNeedsNoAccountAndNoSoundConfiguration() throws InterruptedException {
    okx.file(".okx/config.toml", "this is [not toml\n");
    answer(200);
    Commands.Run run = okx.run("guard", "halt", "--reason", "enough");
    assertThat(run.code()).as(run.toString()).isZero();
    JsonNode told = taken();
    assertThat(told.path("env").asString()).isEqualTo("all");
    assertThat(told.path("text").asString()).isEqualTo("okx-guard ALL halt: enough");
    assertThat(told.has("seq")).isFalse();
    assertThat(home.resolve(".okx/state/HALT")).exists();
  }

  @Test
  void aProgramIsToldOnItsInput() throws IOException {
    Path out = home.resolve("out");
    policy("command = ['/bin/sh', '-c', 'cat > \"$0\"', '" + out + "']");
    Commands.Run run = okx.run("--paper", "guard", "halt");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(JsonMapper.shared().readTree(Files.readString(out)).path("kind").asString())
        .isEqualTo("halt");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void aHaltThatNobodyWantsToHearOfIsNotTold() {
    policy("webhook = '" + url() + "'\non = ['drift']");
    Commands.Run run = okx.run("--paper", "guard", "halt", "--verbose");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.err()).contains("no alert sent: alerts.on does not name halt");
    assertThat(server.getRequestCount()).isZero();
    halted();
  }

  @Test
  void commandsWithNothingToTellOpenNothing() {
    trade();
    assertThat(okx.run("--paper", "guard", "status").code()).isZero();
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void theLimitsShowThatThereIsAWebhookAndNotWhich() {
    policy("webhook = '" + url() + "'\ncommand = ['/bin/notify', '" + TOKEN + "']");
    Commands.Run text = okx.run("--paper", "guard", "limits");
    assertThat(text.out())
        .containsPattern("alerts.webhook +\\*\\*\\*\\* +.*guard.toml")
        .containsPattern("alerts.command +/bin/notify \\*\\*\\*\\* +.*guard.toml")
        .contains("halt, denied, unknown, drift, auth, large_fill");
    Commands.Run json = okx.run("--paper", "guard", "limits", "--json", "--verbose");
    assertThat(json.code()).isZero();
    hidden(text);
    hidden(json);
    hidden(okx.run("--paper", "guard", "status", "--json", "--verbose"));
  }

  @Test
  void aWebhookThatCannotBeUsedDeniesEntriesWithoutBeingShown() {
    policy("webhook = 'http://hooks.example/" + TOKEN + "'");
    Commands.Run run =
        okx.run("--paper", "order", "place", "BTC-USDT", "--side", "buy", "--sz", "20", "--json");
    assertThat(run.code()).isEqualTo(6);
    hidden(run);
    hidden(okx.run("--paper", "guard", "limits"));
    hidden(okx.run("--paper", "guard", "status"));
  }
}
