package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Algo;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.okx.Write;
import dev.okxguard.okx.WriteReply;
import dev.okxguard.testing.Algos;
import dev.okxguard.testing.PaperDesk;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A stop whose answer was lost, and what a later command finds of it.
class LostStopTest {
  @TempDir Path home;

  private Scene scene;
  private String px;

  @BeforeEach
  void open() {
    scene = new Scene(home);
    px = scene.price(Positions.LINEAR, "0.97").toPlainString();
    scene.hold("0.05");
    Outcome lost =
        scene.run(
            gateway -> gateway.placeAlgo(stop("k")),
            "lost-reply@POST:/trade/order-algo",
            "50026@GET:/trade/order-algox*");
    assertThat(lost).isInstanceOf(Outcome.Unknown.class);
  }

  private AlgoPlaceRequest stop(String key) {
    return Algos.stop("0.05", px, key);
  }

  /// Somebody takes every stop there is away.
  private void unprotect() {
    try (PaperDesk.Process process = scene.desk.process()) {
      for (Algo stop : process.exchange().pendingAlgos()) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("instId", stop.instId()).put("algoId", stop.algoId());
        send(process, Write.CANCEL_ALGO, body);
      }
    }
  }

  private static void send(PaperDesk.Process process, Write write, ObjectNode body) {
    assertThat(process.exchange().send(write, body, Optional.empty()))
        .isInstanceOf(WriteReply.Accepted.class);
  }

  private boolean haltedOnceSettled() {
    assertThat(scene.run(Gateway::resolve)).hasSize(1);
    assertThat(scene.desk.ledger().openIntents()).isEmpty();
    assertThat(scene.last("outcome").data().path("outcome").asString()).isEqualTo("accepted");
    return new Positions(scene.desk, scene.time).halted();
  }

  @Test
  void whereItIsGoneAndNothingElseProtectsItsPositionTradingHalts() {
    unprotect();
    assertThat(haltedOnceSettled()).isTrue();
    Outcome again = scene.run(gateway -> gateway.placeAlgo(stop("k")));
    assertThat(again)
        .as("told again to whoever asks by its key")
        .isNotInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void whereItWaitsAsItShouldNothingHalts() {
    assertThat(haltedOnceSettled()).isFalse();
  }

  @Test
  void whereItsPositionIsClosedNothingHalts() {
    unprotect();
    scene.run(
        gateway -> gateway.close(Positions.whole(Positions.LINEAR)),
        "50026@GET:/trade/order-algox*");
    assertThat(haltedOnceSettled()).isFalse();
  }

  @Test
  void whereAnotherStopStandsInNothingHalts() {
    unprotect();
    try (PaperDesk.Process process = scene.desk.process()) {
      send(
          process,
          Write.ALGO,
          process.exchange().algoBody(stop("other").draft(), new ClOrdId("other1")));
    }
    assertThat(haltedOnceSettled()).isFalse();
  }

  @Test
  void whereThePolicyDemandsNoStopsNothingHalts() {
    scene.limits("require_stop_loss = \"never\"");
    unprotect();
    assertThat(haltedOnceSettled()).isFalse();
  }

  @Test
  void asLongAsNobodyCanTellItIsOpen() {
    unprotect();
    assertThat(scene.run(Gateway::resolve, "50026@GET:/account/positionsx*").getFirst().settled())
        .isFalse();
    assertThat(scene.desk.ledger().openIntents()).hasSize(1);
    assertThat(haltedOnceSettled()).isTrue();
  }
}
