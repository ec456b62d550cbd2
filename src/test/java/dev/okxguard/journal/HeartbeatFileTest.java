package dev.okxguard.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.model.Environment;
import dev.okxguard.model.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is known of the dead man's switch.
class HeartbeatFileTest {
  @TempDir Path directory;

  private HeartbeatFile file() {
    return new HeartbeatFile(new StateDirectory(directory), Environment.DEMO, "7");
  }

  private Path path() throws Exception {
    return Files.createDirectories(directory.resolve("demo-7")).resolve("heartbeat");
  }

  @Test
  @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD, unit = TimeUnit.SECONDS)
  void aPipeInItsPlaceIsUnusableAndHoldsNothingUp() throws Exception {
    assertThat(new ProcessBuilder("mkfifo", path().toString()).start().waitFor()).isZero();
    assertThatThrownBy(() -> file().read()).isInstanceOf(Fault.class).hasMessageContaining("file");
    HeartbeatFile.Last beat = new HeartbeatFile.Last(Optional.of(Instant.EPOCH), false, "");
    file().write(beat);
    assertThat(file().read()).contains(beat);
  }

  @Test
  void aLinkThatLeadsNowhereIsNotNeverArmed() throws Exception {
    Files.createSymbolicLink(path(), directory.resolve("nowhere"));
    assertThatThrownBy(() -> file().read()).isInstanceOf(Fault.class);
  }
}
