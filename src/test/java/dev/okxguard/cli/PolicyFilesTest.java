package dev.okxguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.config.Home;
import dev.okxguard.config.PolicyReader;
import dev.okxguard.testing.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A command that had to wait judges by what the policy files say then.
class PolicyFilesTest {
  @TempDir Path directory;

  @Test
  void afterAWaitTheFilesAreReadAgain() throws IOException {
    ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
    Home home = new Home(directory, directory, directory, directory.resolve("guard.toml"));
    PolicyFiles files =
        new PolicyFiles(
            () -> PolicyReader.effective(home, Map.of(), directory.resolve("none")), time);
    assertThat(files.get().policy().maxOrderSize()).isEqualByComparingTo("100");
    Files.writeString(directory.resolve("guard.toml"), "max_order_size = 5");
    assertThat(files.fresh().policy().maxOrderSize()).isEqualByComparingTo("100");
    time.advance(Duration.ofSeconds(2));
    assertThat(files.get().policy().maxOrderSize()).isEqualByComparingTo("100");
    assertThat(files.fresh().policy().maxOrderSize()).isEqualByComparingTo("5");
    assertThat(files.get().policy().maxOrderSize()).isEqualByComparingTo("5");
  }
}
