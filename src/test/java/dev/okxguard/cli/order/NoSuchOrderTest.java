package dev.okxguard.cli.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Commands;
import dev.okxguard.testing.ManualTime;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;

/// What OKX does not have is refused, and told as every refusal is: on standard output, with a
/// document.
class NoSuchOrderTest {
  static final String[] LINES = {
    "order cancel BTC-USDT --ordId 404",
    "order amend BTC-USDT --ordId 404 --newSz 1",
    "order close BTC-USDT-SWAP",
    "order close BTC-USDT-SWAP --dry-run",
    "order algo cancel BTC-USDT --algoId 404",
    "order algo amend BTC-USDT --algoId 404 --newSz 1"
  };

  @TempDir Path home;
  private Commands okx;

  @BeforeEach
  void open() {
    okx = new Commands(home, ManualTime.at("2026-11-21T10:00:00Z"));
    assertThat(okx.run("paper", "reset", "--seed", "7").code()).isZero();
  }

  @ParameterizedTest
  @FieldSource("LINES")
  void whatOkxDoesNotHaveIsARejectedOutcome(String line) {
    Commands.Run run = okx.run(("--paper " + line + " --json").split(" "));

    assertThat(run.code()).as(run.toString()).isEqualTo(5);
    assertThat(run.err()).isEmpty();
    JsonNode document = run.json();
    assertThat(document.path("outcome").asString()).isEqualTo("rejected");
    assertThat(document.path("env").asString()).isEqualTo("paper");
    assertThat(document.path("uid").asString()).isNotEmpty();
    assertThat(document.at("/order/instId").asString()).startsWith("BTC-USDT");
    assertThat(document.at("/exchange/message").asString()).containsPattern("no such|no position");
    assertThat(document.path("next").asString()).contains("okx ");
  }

  /// Whatever is there: what writes does nothing then.
  @ParameterizedTest
  @FieldSource("LINES")
  void readOnlyDeniesItAllTheSame(String line) {
    Commands.Run run = okx.run(("--paper --read-only " + line + " --json").split(" "));

    assertThat(run.code()).as(run.toString()).isEqualTo(6);
    assertThat(run.json().at("/denials/0/code").asString()).isEqualTo("READ_ONLY");
  }

  @Test
  void itsTextHasNoEmptyCode() {
    Commands.Run run = okx.run("--paper", "order", "cancel", "BTC-USDT", "--ordId", "404");

    assertThat(run.code()).isEqualTo(5);
    assertThat(run.out())
        .contains("rejected  BTC-USDT: OKX knows no such order on BTC-USDT (nothing was sent)\n");
  }
}
