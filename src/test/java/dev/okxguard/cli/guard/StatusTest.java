package dev.okxguard.cli.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.Beside;
import dev.okxguard.journal.Event;
import dev.okxguard.model.Environment;
import dev.okxguard.testing.Commands;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.PaperDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `guard status` says what there is to say, whatever is broken.
class StatusTest {
  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private Commands okx;

  @BeforeEach
  void open() {
    okx = new Commands(home, time);
    assertThat(okx.run("paper", "reset", "--seed", "7").code()).isZero();
  }

  private void trade() {
    Commands.Run run =
        okx.run("--paper", "order", "place", "BTC-USDT", "--side", "buy", "--sz", "20");
    assertThat(run.code()).as(run.toString()).isZero();
  }

  private JsonNode status(String... line) {
    String[] asked = line.length == 0 ? new String[] {"--paper", "guard", "status"} : line;
    Commands.Run text = okx.run(asked);
    assertThat(text.code()).as(text.toString()).isZero();
    String[] json = java.util.Arrays.copyOf(asked, asked.length + 1);
    json[asked.length] = "--json";
    return okx.run(json).json();
  }

  @Test
  void anAccountThatTradesIsToldInFull() {
    trade();
    JsonNode json = status();
    assertThat(json.path("state").asString()).isEqualTo("active");
    assertThat(json.path("uid").asString()).isNotEmpty();
    assertThat(json.path("entriesToday").asInt()).isEqualTo(1);
    assertThat(json.path("stage").asString()).isEqualTo("demo");
    assertThat(json.path("modes").path("posMode").asString()).isEqualTo("net_mode");
    assertThat(json.path("marks").path("equity").asString()).isNotEmpty();
    assertThat(json.path("journal").path("records").asInt()).isPositive();
    assertThat(json.path("journal").path("head").asString()).hasSize(64);
    assertThat(json.path("trouble")).isEmpty();
  }

  @Test
  void aHaltIsToldWithWhyAndWhoAndTheWayOut() {
    trade();
    assertThat(okx.run("--paper", "guard", "halt", "--reason", "news").code()).isZero();
    JsonNode json = status();
    assertThat(json.path("state").asString()).isEqualTo("halted");
    assertThat(json.path("reason").asString()).contains("news");
    assertThat(json.path("since").asString()).startsWith("2026-11-21T10");
    assertThat(json.path("by").asString()).isNotBlank();
    assertThat(okx.run("--paper", "guard", "status").out()).contains("okx --paper guard resume");
  }

  /// Taking the halt file away resumes nothing, and nobody is to be told that it did.
  @Test
  void aHaltThatCouldNotHaveTheJournalIsToldWithoutItsFileToo() throws IOException {
    trade();
    String uid = status().path("uid").asString();
    Path journal = home.resolve(".okx/state/paper-" + uid + "/journal");
    try (Beside beside = Beside.open(journal, time)) {
      beside.append(new Event.Halted("news", "bob"));
    }
    JsonNode json = status();
    assertThat(json.path("state").asString()).isEqualTo("halted");
    assertThat(json.path("reason").asString()).contains("news");
  }

  @Test
  void withoutAnAccountOnlyWhatStopsAllIsKnown() {
    JsonNode json = status();
    assertThat(json.path("uid").asString()).isEmpty();
    assertThat(json.path("state").asString()).isEqualTo("active");
    assertThat(okx.run("guard", "halt", "--all", "--reason", "enough").code()).isZero();
    JsonNode halted = status();
    assertThat(halted.path("state").asString()).isEqualTo("halted");
    assertThat(halted.path("scope").asString()).isEqualTo("all");
    assertThat(okx.run("--paper", "guard", "status").out()).contains("okx guard resume --all");
  }

  @Test
  void aBrokenConfigurationIsNamedAndHidesNoHalt() {
    okx.file(".okx/config.toml", "this is [not toml\n");
    assertThat(okx.run("guard", "halt", "--reason", "enough").code()).isZero();
    JsonNode json = status("guard", "status");
    assertThat(json.path("state").asString()).isEqualTo("halted");
    assertThat(json.path("trouble").path(0).asString()).contains("config.toml");
  }

  @Test
  void theHeartbeatIsToldAlsoWhenItsFileIsNoUse() {
    trade();
    assertThat(status().path("heartbeat").path("state").asString()).isEqualTo("off");
    String account = ".okx/state/paper-" + status().path("uid").asString() + "/heartbeat";
    String last = "{\"armedUntil\":\"2026-11-21T10:0%d:00Z\",\"failed\":false,\"text\":\"\"}";
    okx.file(account, last.formatted(5));
    assertThat(status().path("heartbeat").path("state").asString()).isEqualTo("armed");
    okx.file(account, last.formatted(0));
    assertThat(status().path("heartbeat").path("state").asString()).isEqualTo("expired");
    okx.file(account, "nonsense");
    assertThat(status().path("heartbeat").path("state").asString()).isEqualTo("failed");
    assertThat(status().path("heartbeat").path("text").asString()).contains("cannot be read");
  }

  @Test
  void aBrokenPolicyIsNamed() {
    okx.file(".okx/guard.toml", "[limits]\nmax_order_sighs = 3\n");
    JsonNode json = status();
    assertThat(json.path("problems").path(0).asString()).contains("max_order_sighs");
    assertThat(json.path("state").asString()).isEqualTo("active");
  }

  @Test
  void aBrokenJournalIsNamedAndHidesNoHalt() throws IOException {
    trade();
    assertThat(okx.run("--paper", "guard", "halt", "--reason", "news").code()).isZero();
    PaperDesk desk = new PaperDesk(home.resolve(".okx"), time, 7);
    Path journal = desk.state().journal(Environment.PAPER, desk.uid());
    Path segment;
    try (var files = Files.list(journal)) {
      segment = files.filter(f -> f.toString().endsWith(".ndjson")).findFirst().orElseThrow();
    }
    Files.writeString(segment, Files.readString(segment).replaceFirst("\"seq\":1", "\"seq\":9"));
    JsonNode json = status();
    assertThat(json.path("state").asString()).isEqualTo("halted");
    assertThat(json.path("trouble").path(0).asString()).contains("broken");
    assertThat(json.path("journal").path("records").asInt()).isZero();
  }
}
