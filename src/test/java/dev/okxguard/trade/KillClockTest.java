package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Position;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.ShiftedTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A kill on a machine whose clock is wrong puts on record what it sent as any other command does.
class KillClockTest {
  @TempDir Path home;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(home);
    scene.hold("2");
  }

  private PaperDesk.Process process(String ahead, String... faults) {
    return scene.desk.process(
        scene.desk.transport(List.of(faults)),
        new ShiftedTime(scene.time, Duration.parse(ahead)),
        PaperDesk.TIMEOUT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT3M", "PT25H", "PT-3M"})
  void aCloseWhoseAnswerWasLostIsFoundAgain(String ahead) {
    try (PaperDesk.Process process = process(ahead, Scene.LOST)) {
      KillScene.kill(process.gateway(), true);
    }
    List<Position> left = scene.process(process -> process.exchange().positions());
    assertThat(left).as("the close went through").isEmpty();
    scene.time.advance(Duration.ofSeconds(40));
    try (PaperDesk.Process process = process(ahead)) {
      assertThat(process.gateway().resolve())
          .extracting(Resolved::word)
          .containsExactly("accepted");
    }
    assertThat(scene.desk.ledger().openIntents()).isEmpty();
  }
}
