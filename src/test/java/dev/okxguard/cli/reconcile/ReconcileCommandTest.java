package dev.okxguard.cli.reconcile;

import static dev.okxguard.cli.reconcile.Scene.SWAP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.AccountLock;
import dev.okxguard.model.Environment;
import dev.okxguard.testing.Commands.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The command line of `okx reconcile`.
class ReconcileCommandTest {
  @TempDir Path home;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(home);
  }

  private Run usage(String... args) {
    Run run = scene.run(args);
    assertThat(run.code()).as(run.toString()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    return run;
  }

  @Test
  void whatAgreesIsOneLineAndQuietlyNothing() {
    scene.clean();
    Run run = scene.ok("reconcile");
    assertThat(run.out().lines()).hasSize(2);
    assertThat(run.out()).contains("Environment: paper").containsPattern("clean .* agree  as of");
    assertThat(scene.ok("reconcile", "--quiet").out()).isEmpty();
    assertThat(scene.ok("reconcile", "--quiet", "--json").out()).isNotEmpty();
  }

  @Test
  void anAlertThatReachedNobodyIsOnRecord() {
    scene.limits("never", "[alerts]\ncommand = [\"/bin/false\"]\n");
    scene.clean();
    scene.stranger.order(
        "{\"instId\":\"BTC-USDT-SWAP\",\"tdMode\":\"cross\",\"side\":\"buy\","
            + "\"ordType\":\"market\",\"sz\":\"1\"}");
    Run run = scene.run("reconcile", "--halt");
    assertThat(run.code()).isEqualTo(9);
    assertThat(run.err()).contains("alert not delivered");
    assertThat(scene.ok("audit", "show", "--type", "note").out())
        .contains("halt: command /bin/false", "drift: command /bin/false");
  }

  @Test
  void theFirstRunSaysWhatItTakesAsFoundAlsoWhenItShallBeQuiet() {
    Run first = scene.ok("reconcile", "--quiet");
    assertThat(first.out()).isEmpty();
    assertThat(first.err()).contains("first run", "taken as found");
    Run next = scene.ok("reconcile", "--quiet");
    assertThat(next.out()).isEmpty();
    assertThat(next.err()).isEmpty();
  }

  @Test
  void theDocumentHasTheFieldsThatWerePromised() {
    JsonNode json = scene.clean();
    assertThat(List.copyOf(json.propertyNames()))
        .containsExactly(
            "env",
            "profile",
            "uid",
            "outcome",
            "mode",
            "differences",
            "openIntents",
            "checked",
            "asOf",
            "explained",
            "problems",
            "halted",
            "next");
    assertThat(json.path("mode").asString()).isEqualTo("journal");
    assertThat(json.path("uid").asString()).isEqualTo(scene.desk.uid());
    assertThat(json.path("asOf").asString()).startsWith("2026-11-21T10:");
  }

  @Test
  void whatABotDeclaresIsHeldAgainstTheAccount() {
    scene.place(SWAP, "buy", "0.5");
    String right = "[{\"instId\":\"BTC-USDT-SWAP\",\"pos\":\"0.5\",\"mgnMode\":\"cross\"}]";
    scene.okx.piping(right);
    JsonNode json = scene.reconcile(0, "--expected", "-");
    assertThat(json.path("mode").asString()).isEqualTo("declared");
    scene.okx.piping(right.replace("0.5", "0.7"));
    JsonNode other = scene.reconcile(9, "--expected", "-");
    assertThat(Scene.row(other, "position").path("expected").asString()).isEqualTo("0.7");
    scene.okx.file("expected.json", "[]");
    JsonNode none =
        scene.reconcile(9, "--expected", home.resolve("expected.json").toString(), "--halt");
    assertThat(none.path("halted").asString()).isNotEmpty();
    assertThat(scene.run("order", "place", SWAP, "--side", "buy", "--sz", "0.1").code())
        .isEqualTo(11);
  }

  @Test
  void whatIsNoDeclarationIsNeverQuoted() {
    Path secret = scene.okx.file("secret", "TOPSECRET = 'abc'\n");
    for (String text :
        List.of(
            "TOPSECRET = 'abc'",
            "{\"TOPSECRET\":1}",
            "[{\"TOPSECRET\":\"1\"}]",
            "[{\"instId\":\"TOPSECRET\",\"pos\":\"TOPSECRET\"}]",
            "[{\"instId\":\"BTC-USDT-SWAP\",\"pos\":\"1\"}] TOPSECRET",
            "")) {
      scene.okx.piping(text);
      Run run = usage("reconcile", "--expected", "-", "--verbose");
      assertThat(run.err()).doesNotContain("TOPSECRET");
    }
    assertThat(usage("reconcile", "--expected", secret.toString()).err())
        .doesNotContain("TOPSECRET");
    assertThat(usage("reconcile", "--expected", home.resolve("none").toString()).err())
        .contains("cannot read");
    scene.okx.piping("[" + " ".repeat(5_000_000) + "]");
    assertThat(usage("reconcile", "--expected", "-").err()).contains("4 MiB");
  }

  @Test
  void theReportIsKeptInANewFileOfItsOwnersAlone() throws IOException {
    Path file = home.resolve("report.json");
    scene.ok("reconcile", "--quiet", "--output", file.toString());
    JsonNode kept = JsonMapper.shared().readTree(Files.readString(file));
    assertThat(kept.path("outcome").asString()).isEqualTo("clean");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    String before = Files.readString(file);
    assertThat(usage("reconcile", "--output", file.toString()).err()).contains("never writes over");
    assertThat(Files.readString(file)).isEqualTo(before);
    Path link = Files.createSymbolicLink(home.resolve("link"), home.resolve("nowhere"));
    usage("reconcile", "--output", link.toString());
    usage("reconcile", "--output", home.resolve("no/such/place").toString());
    usage("reconcile", "--output", home.resolve(".okx/state/HALT").toString());
    assertThat(home.resolve(".okx/state/HALT")).doesNotExist();
  }

  @Test
  void wrongArgumentsAreRefusedBeforeAnythingIsRead() {
    usage("reconcile", "--max-time", "0");
    usage("reconcile", "--max-time", "soon");
    usage("reconcile", "everything");
    assertThat(usage("reconcile", "--halt", "adopt").err()).contains("--halt goes with");
    assertThat(usage("reconcile", "--max-time", "5", "adopt").err()).contains("--max-time");
  }

  @Test
  void whatStopsTradingWantsAnEnvironmentChosen() {
    Run halt = scene.okx.run("reconcile", "--halt");
    assertThat(halt.code()).as(halt.toString()).isEqualTo(3);
    assertThat(halt.err()).contains("no environment chosen");
    Run adopt = scene.okx.agreeing("x").run("reconcile", "adopt");
    assertThat(adopt.code()).as(adopt.toString()).isEqualTo(3);
  }

  @Test
  void onlyAPersonAdopts() {
    scene.clean();
    for (String[] line :
        List.of(
            new String[] {"reconcile", "adopt", "--reason", "x"},
            new String[] {"reconcile", "adopt", "-y", "--reason", "x"})) {
      Run run = scene.run(scene.okx.piping("yes\n"), line);
      assertThat(run.code()).as(run.toString()).isEqualTo(6);
      assertThat(run.err()).contains("a person must run 'adopt'");
    }
    Run wrong = scene.run(scene.okx.answering(_ -> "adopt"), "reconcile", "adopt");
    assertThat(wrong.code()).as(wrong.toString()).isEqualTo(6);
    assertThat(scene.okx.piping("").run("--paper", "audit", "show", "--json").out())
        .doesNotContain("adopted");
  }

  @Test
  void anAdoptionIsOnRecordWithItsReason() {
    scene.place(SWAP, "buy", "0.5");
    Run run = scene.adopt("begin here");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.out()).contains("adopted");
    assertThat(run.err()).contains("BTC-USDT-SWAP cross net 0.5", "USDT ", "waiting orders: none");
    String record = scene.ok("audit", "show", "--json").out();
    assertThat(record).contains("begin here");
    scene.okx.piping("");
    scene.clean();
  }

  @Test
  void underReadOnlyItWorksAndIsOnRecord() {
    scene.place(SWAP, "buy", "0.5");
    JsonNode json = scene.reconcile(0, "--read-only");
    assertThat(json.path("outcome").asString()).isEqualTo("clean");
    assertThat(scene.ok("guard", "status").out()).containsPattern("reconciled +2026.* clean");
  }

  @Test
  void oneRunAtATime() {
    scene.clean();
    Path account = scene.desk.state().lock(Environment.PAPER, scene.desk.uid());
    try (AccountLock held =
        AccountLock.acquire(account.resolve("reconcile"), Duration.ZERO, scene.time)) {
      assertThat(held).isNotNull();
      Run run = scene.run("reconcile");
      assertThat(run.code()).as(run.toString()).isEqualTo(10);
      assertThat(run.out()).isEmpty();
    }
    scene.clean();
  }
}
