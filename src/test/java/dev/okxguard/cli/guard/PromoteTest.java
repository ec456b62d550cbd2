package dev.okxguard.cli.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Credentials;
import dev.okxguard.paper.PaperServer;
import dev.okxguard.paper.PaperTransport;
import dev.okxguard.testing.Commands;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.PaperDesk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Stages on the command line; OKX, live and demo, is played by the paper exchange.
class PromoteTest {
  private static final String[] PROMOTE = {
    "--live", "guard", "promote", "--demo-profile", "practice", "--reason", "ready"
  };

  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private PaperTransport paper;
  private PaperServer server;
  private Commands okx;

  @BeforeEach
  void open() throws Exception {
    paper = new PaperDesk(home.resolve("okx"), time, 7).transport(List.of());
    server = PaperServer.start(paper, 0);
    okx = new Commands(home, time);
    okx.file(".okx/config.toml", profile("default", "false") + profile("practice", "true"));
    okx.file(".okx/guard.toml", "[stage]\nenforce = true\ndemo_trades = 2\n");
  }

  private String profile(String name, String demo) {
    Credentials key = paper.credentials();
    return String.format(
        "[profiles.%s]%ndemo = %s%napi_key = '%s'%nsecret_key = '%s'%npassphrase = '%s'%n"
            + "base_url = '%s'%n",
        name,
        demo,
        key.apiKey().reveal(),
        key.secretKey().reveal(),
        key.passphrase().reveal(),
        server.url());
  }

  @AfterEach
  void close() {
    server.close();
    paper.close();
  }

  private Commands.Run buy(String... globals) {
    time.advance(Duration.ofMinutes(2));
    List<String> line = new java.util.ArrayList<>(List.of(globals));
    line.addAll(List.of("order", "place", "BTC-USDT", "--side", "buy", "--sz", "20"));
    return okx.run(line.toArray(String[]::new));
  }

  private JsonNode stage() {
    time.advance(Duration.ofSeconds(3));
    Commands.Run run = okx.run("--live", "guard", "stage", "--demo-profile", "practice", "--json");
    assertThat(run.code()).as(run.toString()).isZero();
    return run.json();
  }

  @Test
  void aLiveEntryWaitsForItsStage() {
    Commands.Run run = buy("--live");
    assertThat(run.code()).as(run.toString()).isEqualTo(6);
    assertThat(run.toString()).contains("stage demo", "okx guard stage");
    assertThat(okx.run("--live", "guard", "check").toString()).contains("stage demo");
  }

  @Test
  void demoTradesAndAPersonMoveTheAccountOneStageOn() {
    assertThat(stage().path("enough").asBoolean()).isFalse();
    Commands.Run early = okx.agreeing("ready").run(PROMOTE);
    assertThat(early.code()).as(early.toString()).isEqualTo(6);
    assertThat(early.err()).contains("0 filled").doesNotContain("type exactly");
    for (int i = 0; i < 2; i++) {
      Commands.Run run = buy("--profile", "practice");
      assertThat(run.code()).as(run.toString()).isZero();
    }
    assertThat(stage().path("enough").asBoolean()).isTrue();
    time.advance(Duration.ofSeconds(3));
    Commands.Run shown = okx.run("--live", "guard", "stage", "--demo-profile", "practice");
    assertThat(shown.out())
        .contains("A person can grant it: okx --live guard promote --demo-profile practice\n");
    time.advance(Duration.ofSeconds(3));
    Commands.Run run =
        okx.answering(
                said -> {
                  time.advance(Duration.ofSeconds(3));
                  return Commands.phrase(said);
                })
            .run(PROMOTE);
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.err()).contains("2 filled", server.url().toString(), "practice");
    JsonNode json = stage();
    assertThat(json.path("stage").asString()).isEqualTo("observe");
    assertThat(json.path("evidence")).hasSize(3);
    time.advance(Duration.ofSeconds(3));
    Commands.Run text = okx.run("--live", "guard", "stage");
    assertThat(text.out()).as(text.toString()).contains("Stage: observe", "missing");
    assertThat(buy("--live").toString()).contains("stage observe");
    assertThat(okx.run("--live", "guard", "status", "--json").json().path("stage").asString())
        .isEqualTo("observe");
  }

  @Test
  void noPipeAndNoYesPromotes() {
    assertThat(buy("--profile", "practice").code()).isZero();
    assertThat(buy("--profile", "practice").code()).isZero();
    Commands.Run piped = okx.piping("yes\nyes\n").run(PROMOTE);
    assertThat(piped.code()).as(piped.toString()).isEqualTo(6);
    assertThat(piped.err()).contains("must be a terminal");
    time.advance(Duration.ofSeconds(3));
    Commands.Run yes =
        okx.agreeing("x")
            .run("-y", "--live", "guard", "promote", "--demo-profile", "practice", "--reason", "x");
    assertThat(yes.code()).as(yes.toString()).isEqualTo(6);
    assertThat(yes.err()).contains("-y does not stand for a person");
    assertThat(stage().path("stage").asString()).isEqualTo("demo");
  }

  @Test
  void onlyADemoProfileShowsDemoTrades() {
    Commands.Run run =
        okx.agreeing("x").run("--live", "guard", "promote", "--demo-profile", "default");
    assertThat(run.code()).as(run.toString()).isEqualTo(3);
    assertThat(run.err()).contains("not one for demo trading");
  }

  @Test
  void onlyLiveAccountsHaveStages() {
    Commands.Run run = okx.run("--profile", "practice", "guard", "stage");
    assertThat(run.code()).as(run.toString()).isEqualTo(3);
    assertThat(run.err()).contains("stages are for live trading");
  }

  @Test
  void aPolicyThatCannotBeTrustedPromotesNobody() {
    okx.file(".okx/guard.toml", "[stage]\nenforce = true\ndemo_trades = 0\nsurprise = 1\n");
    Commands.Run run = okx.agreeing("x").run(PROMOTE);
    assertThat(run.code()).as(run.toString()).isEqualTo(3);
    assertThat(run.err()).contains("surprise");
  }
}
