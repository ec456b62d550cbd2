package dev.okxguard.cli.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Credentials;
import dev.okxguard.model.Order;
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

/// What stands between a person at a terminal and real money; OKX is played by the paper exchange.
class LiveConfirmationTest {
  private static final String[] ORDER = {
    "order", "place", "BTC-USDT", "--side", "buy", "--sz", "20"
  };

  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private PaperDesk desk;
  private PaperTransport paper;
  private PaperServer server;

  @BeforeEach
  void open() throws Exception {
    desk = new PaperDesk(home.resolve("okx"), time, 7);
    paper = desk.transport(List.of());
    server = PaperServer.start(paper, 0);
  }

  @AfterEach
  void close() {
    server.close();
    paper.close();
  }

  private Commands okx(String environment) {
    Commands okx = new Commands(home, time);
    Credentials key = paper.credentials();
    okx.file(
        ".okx/config.toml",
        String.format(
            "[profiles.default]\n%sapi_key = '%s'\nsecret_key = '%s'\npassphrase = '%s'\n"
                + "base_url = '%s'\n",
            environment,
            key.apiKey().reveal(),
            key.secretKey().reveal(),
            key.passphrase().reveal(),
            server.url()));
    return okx;
  }

  @Test
  void withoutAYesNothingIsSent() {
    for (String answer : List.of("n\n", "\n", "", "no\n", "yess\n")) {
      Commands.Run run = okx("demo = false\n").typing(answer).run(ORDER);
      assertThat(run.code()).as(run.toString()).isEqualTo(6);
      assertThat(run.out()).isEmpty();
      time.advance(Duration.ofSeconds(2));
      assertThat(run.err()).contains("LIVE").contains("buy market 20 BTC-USDT").contains("[y/N]");
    }
    assertThat(desk.accepted()).isEmpty();
  }

  @Test
  void aYesSendsOneOrder() {
    Commands.Run run = okx("demo = false\n").typing("y\n").run(ORDER);
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.out()).contains("Environment: live").contains("accepted");
    assertThat(desk.accepted()).hasSize(1);
  }

  @Test
  void aSplitIsAskedForOnceWithEveryPart() {
    String[] split = {"order", "place", "BTC-USDT", "--side", "buy", "--usd", "30", "--split", "2"};
    Commands.Run no = okx("demo = false\n").typing("n\n").run(split);
    assertThat(no.code()).as(no.toString()).isEqualTo(6);
    assertThat(no.err()).contains("LIVE", "  1  usd 15", "  2  usd 15", "Send all 2 parts? [y/N]");
    assertThat(desk.accepted()).isEmpty();
    Commands.Run yes = okx("demo = false\n").typing("y\n").run(split);
    assertThat(yes.code()).as(yes.toString()).isZero();
    assertThat(yes.err().split("\\[y/N\\]", -1)).hasSize(2);
    assertThat(desk.accepted()).hasSize(2);
  }

  @Test
  void aDeniedOrderIsToldWithoutAsking() {
    Commands.Run run =
        okx("demo = false\n")
            .typing("y\n")
            .run("order", "place", "BTC-USDT", "--side", "buy", "--sz", "5000");
    assertThat(run.code()).isEqualTo(6);
    assertThat(run.err()).doesNotContain("[y/N]");
  }

  @Test
  void withoutATerminalTheGuardAloneDecides() {
    Commands.Run run = okx("demo = false\n").run(ORDER);
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(desk.accepted()).extracting(Order::instId).containsExactly("BTC-USDT");
  }

  @Test
  void aCloseShowsItsLegsBeforeAnythingIsSent() {
    Commands.Run buy =
        okx("demo = false\n")
            .run(
                "order",
                "place",
                "BTC-USDT-SWAP",
                "--side",
                "buy",
                "--sz",
                "0.05",
                "--sl",
                "86000");
    assertThat(buy.code()).as(buy.toString()).isZero();
    for (String[] line :
        List.of(
            new String[] {"order", "close", "BTC-USDT-SWAP"},
            new String[] {"order", "close", "--all"},
            new String[] {"order", "cancel-all"})) {
      Commands.Run no = okx("demo = false\n").typing("n\n").run(line);
      assertThat(no.code()).as(no.toString()).isEqualTo(6);
      assertThat(no.err()).contains("LIVE").contains("[y/N]");
      boolean close = line[1].equals("close");
      assertThat(no.err())
          .contains(close ? "sell market 0.05 BTC-USDT-SWAP" : "cancel every pending order");
    }
    assertThat(desk.accepted()).hasSize(1);
    Commands.Run yes = okx("demo = false\n").typing("y\n").run("order", "close", "--all");
    assertThat(yes.code()).as(yes.toString()).isZero();
    assertThat(desk.accepted()).hasSize(2);
  }

  @Test
  void nobodyChoseSoReadsGoToLiveAndWritesNowhere() {
    Commands okx = okx("");
    Commands.Run read = okx.run("account", "balance");
    assertThat(read.code()).as(read.toString()).isZero();
    assertThat(read.out()).startsWith("Environment: live");
    for (String verb : List.of("place", "preview")) {
      Commands.Run write = okx.run("order", verb, "BTC-USDT", "--side", "buy", "--sz", "20");
      assertThat(write.code()).as(write.toString()).isEqualTo(3);
      assertThat(write.err()).contains("--paper").contains("--demo").contains("--live");
    }
    assertThat(desk.accepted()).isEmpty();
  }

  @Test
  void aRefusedKeyIsAnAuthFaultAndNothingElse() {
    Commands okx = okx("demo = false\n");
    okx.file(
        ".okx/config.toml",
        "[profiles.default]\ndemo = false\napi_key = 'nobody'\nsecret_key = 'x'\n"
            + "passphrase = 'y'\nbase_url = '"
            + server.url()
            + "'\n");
    Commands.Run run = okx.run("order", "place", "BTC-USDT", "--side=buy", "--sz=20", "--json");
    assertThat(run.code()).as(run.toString()).isEqualTo(4);
    assertThat(run.out()).isEmpty();
    assertThat(run.fault().path("error").asString()).isEqualTo("auth");
    assertThat(run.fault().path("code").asString()).isNotEmpty();
  }
}
