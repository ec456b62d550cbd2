package dev.okxguard.cli.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Commands;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A set-up in which all is well may go live.
final class SoundSetupTest {
  @TempDir private Path home;

  @Test
  void whereAllIsWellTheGateIsOpen() throws Exception {
    try (World world = new World(home)) {
      world.recordSound().write();
      Commands.Run run = world.diagnose("--go-live", "--send-test");

      assertThat(run.code()).as(run.toString()).isZero();
      assertThat(run.json().path("outcome").asString()).isEqualTo("pass");
      assertThat(run.json().path("todo")).isEmpty();
      assertThat(world.stand().alarms()).isEqualTo(1);
    }
  }
}
