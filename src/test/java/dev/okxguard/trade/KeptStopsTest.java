package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.model.Algo;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.testing.Algos;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.Tampered;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// When everything is cancelled, the stop that an open position must have stays.
class KeptStopsTest {
  private static final CancelSelection ALL =
      new CancelSelection(Optional.empty(), Optional.empty(), Optional.empty(), true);

  @TempDir Path home;
  private Scene scene;
  private String tight;

  @BeforeEach
  void open() {
    scene = new Scene(home);
    scene.hold("0.05");
    tight = stop("0.97", "tight");
    stop("0.96", "loose");
    scene.wait("dip");
  }

  private String stop(String factor, String key) {
    String px = scene.price(Orders.SWAP, factor).toPlainString();
    return Scene.accepted(scene.run(g -> g.placeAlgo(Algos.stop("0.05", px, key)))).ordId();
  }

  private List<String> left() {
    return scene.process(
        process -> process.exchange().pendingAlgos().stream().map(Algo::algoId).toList());
  }

  @Test
  void theTightestStaysAndIsNamedWithTheReason() {
    Cancelled done = scene.run(gateway -> gateway.cancelAll(ALL));
    assertThat(left()).containsExactly(tight);
    assertThat(done.algos()).extracting(Algo::algoId).containsExactly(tight);
    assertThat(done.denials()).extracting("code").containsExactly("LAST_STOP");
    assertThat(done.selected()).isEqualTo(3);
    assertThat(done.complete()).isFalse();
  }

  @Test
  void whereNoStopIsDemandedAllGoAndNoPositionIsAskedFor() {
    scene.limits("require_stop_loss = \"never\"");
    try (PaperDesk.Process process = scene.desk.process()) {
      assertThat(process.gateway().cancelAll(ALL).complete()).isTrue();
      assertThat(process.wire().count("GET", "/api/v5/account/positions")).isZero();
    }
    assertThat(left()).isEmpty();
  }

  @Test
  void whereThePositionsDoNotAnswerNothingIsKeptAndThatIsSaid() {
    try (PaperDesk.Process process = scene.desk.process("50026@GET:/account/positionsx*")) {
      assertThat(process.gateway().cancelAll(ALL).complete()).isTrue();
      assertThat(process.told())
          .anyMatch(it -> it.startsWith("could not see which stops protect a position: "));
    }
    assertThat(left()).isEmpty();
  }

  @Test
  void aKeyThatMayNotReadThemCancelsNothing() {
    try (PaperDesk.Process process = scene.desk.process("50113@GET:/account/positionsx*")) {
      assertThatThrownBy(() -> process.gateway().cancelAll(ALL))
          .isInstanceOfSatisfying(
              Fault.class, fault -> assertThat(fault.exitCode()).isEqualTo(ExitCode.AUTH));
      assertThat(process.wire().writes()).isEmpty();
    }
    assertThat(left()).hasSize(3);
  }

  /// The first look could not read the positions, so that it asked for the cancel of every stop.
  @Test
  void aStopThatStaysIsNotTakenForCancelledWhereItsCancelWasLost() {
    Cancelled done =
        scene.run(
            gateway -> gateway.cancelAll(ALL),
            "50026@GET:/account/positionsx4",
            "lost-request@POST:/trade/cancel-algos");
    assertThat(left()).containsExactly(tight);
    assertThat(done.algos()).extracting(Algo::algoId).containsExactly(tight);
    assertThat(done.unanswered()).isTrue();
    assertThat(scene.desk.ledger().openIntents()).hasSize(1);
  }

  /// Which of the looks at the positions shows none.
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void oneLookWithoutItsPositionLetsNoStopGo(int look) {
    try (PaperDesk.Process process = lagging(look)) {
      AlgoName name = new AlgoName(Orders.SWAP, Optional.of(tight), Optional.empty());
      assertThat(Scene.codes(process.gateway().cancelAlgo(name))).containsExactly("LAST_STOP");
    }
    try (PaperDesk.Process process = lagging(look)) {
      process.gateway().cancelAll(ALL);
    }
    assertThat(left()).containsExactly(tight);
  }

  private PaperDesk.Process lagging(int look) {
    Tampered late =
        Tampered.empty(scene.desk.transport(List.of()), "/account/positions", read -> read == look);
    return scene.desk.process(late, scene.time, PaperDesk.TIMEOUT);
  }
}
