package dev.okxguard.cli.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Credentials;
import dev.okxguard.paper.KeyRights;
import dev.okxguard.paper.PaperAdmin;
import dev.okxguard.paper.PaperHome;
import dev.okxguard.paper.PaperServer;
import dev.okxguard.paper.PaperTransport;
import dev.okxguard.testing.Commands;
import dev.okxguard.testing.Commands.Run;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.PaperDesk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Over HTTP, with keys of different rights, and an exchange that does not answer as it should.
class KeysAndFaultsTest {
  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private PaperDesk desk;
  private Commands okx;

  @BeforeEach
  void open() {
    desk = new PaperDesk(home.resolve("okx"), time, 7);
    okx = new Commands(home, time);
  }

  private Credentials key(KeyRights rights) {
    // The desk's own keys are all the same, since its random numbers are.
    try (PaperAdmin admin = new PaperAdmin(PaperHome.of(home.resolve("okx/paper")), time)) {
      return admin.addKey(rights, Optional.empty());
    }
  }

  /// One command with that key, against an exchange with these faults.
  private Run run(Credentials key, List<String> faults, String... args) throws Exception {
    time.advance(Duration.ofSeconds(3));
    try (PaperTransport paper = desk.transport(faults);
        PaperServer server = PaperServer.start(paper, 0)) {
      okx.file(
          ".okx/config.toml",
          "[profiles.default]\napi_key = '%s'\nsecret_key = '%s'\npassphrase = '%s'\nbase_url = '%s'\n"
              .formatted(
                  key.apiKey().reveal(),
                  key.secretKey().reveal(),
                  key.passphrase().reveal(),
                  server.url()));
      List<String> line = new ArrayList<>(List.of(args));
      line.add("--json");
      return okx.run(line.toArray(String[]::new));
    }
  }

  private JsonNode reconcile(int code, Credentials key, String... faults) throws Exception {
    Run run = run(key, List.of(faults), "--demo", "reconcile");
    assertThat(run.code()).as(run.toString()).isEqualTo(code);
    return run.json();
  }

  @Test
  void aKeyThatOnlyReadsIsEnough() throws Exception {
    Credentials reader = key(KeyRights.READ);
    reconcile(0, reader);
    assertThat(reconcile(0, reader).path("outcome").asString()).isEqualTo("clean");
    Run live = run(reader, List.of(), "reconcile");
    assertThat(live.code()).as(live.toString()).isZero();
    assertThat(live.json().path("env").asString()).isEqualTo("live");
  }

  @Test
  void aKeyThatMayWithdrawNowIsDangerous() throws Exception {
    reconcile(0, key(KeyRights.TRADE));
    JsonNode report = reconcile(9, key(KeyRights.WITHDRAW));
    assertThat(Scene.told(report)).containsExactly("halt permissions");
    assertThat(Scene.row(report, "permissions").path("actual").asString()).contains("withdraw");
    reconcile(0, key(KeyRights.TRADE));
  }

  @Test
  void whatCouldNotBeReadIsNeitherCleanNorFlat() throws Exception {
    Credentials key = key(KeyRights.TRADE);
    reconcile(0, key);
    for (String path :
        List.of(
            "/account/positions", "/account/balance", "/trade/orders-pending", "/account/bills")) {
      JsonNode report = reconcile(7, key, "50001@GET:" + path + "x*");
      assertThat(report.path("outcome").asString()).as(path).isEqualTo("incomplete");
      assertThat(report.path("problems")).isNotEmpty();
      assertThat(report.path("differences")).isEmpty();
    }
    assertThat(okx.run("--demo", "guard", "status", "--json").json().toString()).contains("clean");
  }

  @Test
  void aRefusedKeyIsExitFour() throws Exception {
    reconcile(0, key(KeyRights.TRADE));
    Run run = run(key(KeyRights.TRADE), List.of("50113@*:*x*"), "--demo", "reconcile");
    assertThat(run.code()).as(run.toString()).isEqualTo(4);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void fillsAndBillsThatShowUpLateAreNoDrift() throws Exception {
    Credentials key = key(KeyRights.TRADE);
    reconcile(0, key);
    Run buy =
        run(key, List.of(), "--demo", "order", "place", "BTC-USDT", "--side", "buy", "--sz", "20");
    assertThat(buy.code()).as(buy.toString()).isZero();
    JsonNode report =
        reconcile(
            0,
            key,
            "late-visibility=4500@GET:/trade/fills",
            "late-visibility=4500@GET:/account/bills");
    assertThat(report.path("outcome").asString()).isEqualTo("clean");
    reconcile(0, key);
  }
}
