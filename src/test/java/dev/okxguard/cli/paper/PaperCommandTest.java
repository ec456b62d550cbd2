package dev.okxguard.cli.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Commands;
import dev.okxguard.testing.ManualTime;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperCommandTest {
  @TempDir Path home;

  @Test
  void aPriceIsNotSetAndClearedAtOnce() {
    Commands okx = new Commands(home, ManualTime.at("2026-11-21T10:00:00Z"));
    for (String price : new String[] {"9", "--mark=9", "--index=9"}) {
      Commands.Run run = okx.run("paper", "price", "BTC-USDT", "--clear", price);
      assertThat(run.code()).as(run.toString()).isEqualTo(2);
    }
  }

  /// Whichever one orders would go to.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "paper reset --seed 7",
        "paper status",
        "paper fund USDT 5",
        "paper price BTC-USDT 60000",
        "paper status --live"
      })
  void itsTextNamesThePaperEnvironment(String line) {
    Commands okx = new Commands(home, ManualTime.at("2026-11-21T10:00:00Z"));
    Commands.Run run = okx.run(line.split(" "));
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("Environment: paper  Profile: default");
    assertThat(okx.run((line + " --json").split(" ")).json().path("env").asString())
        .isEqualTo("paper");
  }
}
