package dev.okxguard.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.ManualTime;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperProcessesTest {
  @TempDir Path directory;

  @Test
  void processesLoseNoUpdateOfEachOther() throws Exception {
    Process one = PaperProcess.start(directory, "place", "20");
    Process other = PaperProcess.start(directory, "place", "20");
    List<String> accepted = Collections.nCopies(20, "0");
    assertThat(lines(one)).isEqualTo(accepted);
    assertThat(lines(other)).isEqualTo(accepted);
    assertThat(new Desk(Desk.home(directory), new RealTime()).orders()).isEqualTo(40);
  }

  @Test
  void aKilledProcessLeavesNoLockBehind() throws Exception {
    Process holder = PaperProcess.start(directory, "hold");
    try (var output = holder.inputReader()) {
      assertThat(output.readLine()).isEqualTo("held");
      holder.destroyForcibly().waitFor();
    }
    ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
    assertThat(new Desk(Desk.home(directory), time).orders()).isZero();
    assertThat(time.now()).isEqualTo("2026-11-21T10:00:00Z");
  }

  private static List<String> lines(Process process) throws Exception {
    byte[] output = process.getInputStream().readAllBytes();
    process.waitFor();
    return new String(output, StandardCharsets.UTF_8).lines().toList();
  }
}
