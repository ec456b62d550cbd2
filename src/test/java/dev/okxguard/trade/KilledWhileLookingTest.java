package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.model.Algo;
import dev.okxguard.okx.Write;
import dev.okxguard.okx.WriteReply;
import dev.okxguard.testing.Algos;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.WatchedTransport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A process that is killed after OKX took what it sent, and before it saw what came of it, which
/// takes longest where something is wrong: the next command looks in its place.
class KilledWhileLookingTest {
  @TempDir Path home;

  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(home);
  }

  /// Runs until the first read of that path behind a write.
  private void killedAt(String path, Function<Gateway, Outcome> work) {
    boolean[] sent = {false};
    WatchedTransport wire =
        new WatchedTransport(
            scene.desk.transport(List.of()),
            request -> {
              sent[0] |= request.method().equals("POST");
              if (sent[0] && request.method().equals("GET") && request.path().endsWith(path)) {
                throw new AssertionError("killed");
              }
            });
    try (PaperDesk.Process process = scene.desk.process(wire, scene.time, PaperDesk.TIMEOUT)) {
      assertThatThrownBy(() -> work.apply(process.gateway())).hasMessage("killed");
    }
  }

  private void unprotect() {
    try (PaperDesk.Process process = scene.desk.process()) {
      for (Algo stop : process.exchange().pendingAlgos()) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("instId", stop.instId()).put("algoId", stop.algoId());
        assertThat(process.exchange().send(Write.CANCEL_ALGO, body, Optional.empty()))
            .isInstanceOf(WriteReply.Accepted.class);
      }
    }
  }

  private boolean haltedByTheNextCommand() {
    scene.run(Gateway::resolve);
    assertThat(scene.desk.ledger().openIntents()).isEmpty();
    assertThat(scene.last("outcome").data().path("outcome").asString()).isEqualTo("accepted");
    return new Positions(scene.desk, scene.time).halted();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anOrdersStop(boolean gone) {
    PlaceRequest entry = scene.stopped("k");
    killedAt("/trade/order-algo", gateway -> gateway.place(entry));
    if (gone) {
      unprotect();
    }
    assertThat(haltedByTheNextCommand()).isEqualTo(gone);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aStopOfItsOwn(boolean gone) {
    scene.hold("0.05");
    String px = scene.price(Orders.SWAP, "0.97").toPlainString();
    killedAt("/trade/order-algo", gateway -> gateway.placeAlgo(Algos.stop("0.05", px, "k")));
    if (gone) {
      unprotect();
    }
    assertThat(haltedByTheNextCommand()).isEqualTo(gone);
  }

  @Test
  void aPositionThatWasClosed() {
    scene.hold("0.05");
    killedAt("/account/positions", gateway -> gateway.close(Positions.whole(Positions.LINEAR)));
    assertThat(scene.desk.ledger().openIntents()).hasSize(1);
    assertThat(haltedByTheNextCommand()).isFalse();
  }
}
