package dev.okxguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Commands;
import dev.okxguard.testing.WallTime;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FaultsTest {
  @TempDir private Path home;

  @ParameterizedTest
  @CsvSource({"--json, true", "--json=true, true", "--json=TRUE, true", "--json=false, false"})
  void aFaultIsJsonWhereverTheResultWouldBe(String flag, boolean json) {
    Commands.Run run =
        new Commands(home, new WallTime()).run("--paper", flag, "order", "place", "BTC-USDT");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().startsWith("{")).isEqualTo(json);
  }
}
