package dev.okxguard.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Commands;
import dev.okxguard.testing.ManualTime;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `audit` takes, and what it does not guess.
class AuditArgumentsTest {
  @TempDir Path home;
  private Commands okx;

  @BeforeEach
  void begin() {
    okx = new Commands(home, ManualTime.at("2026-11-21T10:00:00Z"));
    assertThat(
            okx.run("--paper", "order", "place", "BTC-USDT", "--side", "buy", "--usd", "20").code())
        .isZero();
  }

  private Commands.Run audit(String... args) {
    Stream<String> line = Stream.concat(Stream.of("--paper", "audit"), Stream.of(args));
    return okx.run(line.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "show,--limit,0",
    "show,--limit,-1",
    "show,--type,intnet",
    "show,--type,''",
    "verify,--anchor,''",
    "verify,--anchor,3f1c",
    "verify,--anchor,zz",
  })
  void aValueThatMeansNothingIsAUsageError(String verb, String option, String value) {
    Commands.Run run = audit(verb, option, value);
    assertThat(run.code()).as(run.toString()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(option);
  }

  @Test
  void showTakesSeveralTypesAsExportDoes() {
    assertThat(
            audit("show", "--type", "intent,outcome", "--json")
                .json()
                .path("records")
                .findValuesAsString("type"))
        .containsOnly("intent", "outcome")
        .contains("intent", "outcome");
  }

  @Test
  void anAnchorIsTheSameInCapitals() {
    String head = audit("verify", "--json").json().path("head").asString();
    assertThat(audit("verify", "--anchor", head.toUpperCase(Locale.ROOT)).code()).isZero();
    assertThat(audit("verify", "--anchor", "0".repeat(64)).code()).isEqualTo(9);
  }
}
