package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Algo;
import dev.okxguard.model.TdMode;
import dev.okxguard.okx.Write;
import dev.okxguard.okx.WriteReply;
import dev.okxguard.testing.PaperDesk;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An exit goes before the fate of the entry is known: then there is nothing left that its stop
/// could protect.
class StopAfterCloseTest {
  @TempDir Path home;

  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(home);
    PlaceRequest entry = scene.stopped("k");
    Outcome lost = scene.run(gateway -> gateway.place(entry), Scene.LOST, Scene.BLIND);
    assertThat(lost).isInstanceOf(Outcome.Unknown.class);
  }

  private boolean halted() {
    return new Positions(scene.desk, scene.time).halted();
  }

  @Test
  void aStopThatWentWithItsPositionHaltsNothing() {
    Outcome closed = scene.run(gateway -> gateway.close(Positions.whole(Positions.LINEAR)));
    assertThat(closed).isInstanceOf(Outcome.Accepted.class);
    assertThat(scene.desk.ledger().openIntents()).as("settled behind the close").isEmpty();
    assertThat(scene.last("outcome").data().path("outcome").asString()).isEqualTo("accepted");
    assertThat(halted()).isFalse();
  }

  @Test
  void anotherLegOfTheInstrumentIsNotWhatItProtected() {
    Positions positions = new Positions(scene.desk, scene.time);
    positions.open(Positions.Kind.of(Positions.LINEAR + " isolated net"), "0.05");
    CloseRequest leg =
        new CloseRequest(
            Positions.LINEAR,
            Optional.empty(),
            Optional.of(TdMode.CROSS),
            Optional.empty(),
            new CloseSize.Whole(),
            false,
            Optional.empty());
    Outcome closed = scene.run(gateway -> gateway.close(leg));
    assertThat(closed).isInstanceOf(Outcome.Accepted.class);
    assertThat(scene.desk.ledger().openIntents()).as("settled behind the close").isEmpty();
    assertThat(halted()).isFalse();
  }

  @Test
  void aStopThatIsGoneWhileItsPositionIsOpenDoes() {
    try (PaperDesk.Process process = scene.desk.process()) {
      Algo stop = process.exchange().pendingAlgos().getFirst();
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      body.put("instId", stop.instId()).put("algoId", stop.algoId());
      WriteReply gone = process.exchange().send(Write.CANCEL_ALGO, body, Optional.empty());
      assertThat(gone).isInstanceOf(WriteReply.Accepted.class);
    }
    assertThat(scene.run(Gateway::resolve)).hasSize(1);
    assertThat(halted()).isTrue();
  }
}
