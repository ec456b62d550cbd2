package dev.okxguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Commands;
import dev.okxguard.testing.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An answer that names another account than the one the key was seen with: its halts, limits and
/// records are not those of this one.
class OtherAccountTest {
  private static final String[] ORDER = {
    "--paper", "order", "place", "BTC-USDT", "--side", "buy", "--sz", "20", "--json"
  };

  @TempDir Path home;
  private Commands okx;
  private Path seen;

  @BeforeEach
  void seenWithAnother() throws IOException {
    okx = new Commands(home, ManualTime.at("2026-11-21T10:00:00Z"));
    assertThat(okx.run("paper", "reset", "--seed", "7").code()).isZero();
    assertThat(okx.run(ORDER).code()).isZero();
    assertThat(
            okx.run(
                    "--paper",
                    "order",
                    "place",
                    "BTC-USDT",
                    "--side",
                    "buy",
                    "--sz",
                    "0.0001",
                    "--ordType",
                    "limit",
                    "--px",
                    "90000")
                .code())
        .isZero();
    try (var files = Files.list(home.resolve(".okx/state/accounts"))) {
      seen = files.findFirst().orElseThrow();
    }
    Files.writeString(seen, "77");
  }

  @Test
  void anEntryStaysHere() {
    Commands.Run run = okx.run(ORDER);

    assertThat(run.code()).as(run.toString()).isEqualTo(7);
    assertThat(run.out()).isEmpty();
    assertThat(run.fault().path("message").asString()).contains("seen with account 77");
    assertThat(run.fault().path("hint").asString()).contains(seen.getFileName().toString());
    assertThat(seen).hasContent("77");
  }

  @Test
  void noComparisonIsClean() {
    Commands.Run run = okx.run("--paper", "reconcile", "--json");

    assertThat(run.code()).as(run.toString()).isEqualTo(7);
    assertThat(run.out()).doesNotContain("clean");
  }

  @Test
  void exitsAndTheKillSwitchGoOn() {
    assertThat(okx.run("--paper", "order", "cancel-all").code()).isZero();
    assertThat(okx.run("--paper", "order", "list", "--json").json()).isEmpty();
    assertThat(okx.run("--paper", "guard", "kill", "--json").code()).isZero();
  }
}
