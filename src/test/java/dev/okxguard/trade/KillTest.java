package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.AlgoType;
import dev.okxguard.model.Order;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.Tampered;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The emergency stop: halts first, never leaves a position naked, leaves nothing unsaid.
class KillTest {
  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private KillScene scene;

  @BeforeEach
  void open() {
    scene = new KillScene(home, time, 7);
  }

  @Test
  void withoutFlattenEntriesGoAndWhatProtectsAPositionStays() {
    scene.positions.open(Positions.Kind.of("BTC-USDT-SWAP cross net"), "0.02");
    scene.rest(3);
    scene.rest(Side.SELL, PosSide.NET, "0.01", "99000", true);
    scene.rest(Side.SELL, PosSide.NET, "0.01", "99000", false);
    scene.algo(AlgoType.CONDITIONAL, Side.SELL, PosSide.NET, true, "80000");
    scene.algo(AlgoType.CONDITIONAL, Side.SELL, PosSide.NET, false, "81000");
    scene.algo(AlgoType.TRIGGER, Side.SELL, PosSide.NET, false, "80000");
    Killed killed = scene.kill(false);
    assertThat(killed.state()).as(killed.toString()).isEqualTo(Killed.State.DONE);
    assertThat(killed.halted()).isTrue();
    assertThat(scene.positions.halted()).isTrue();
    assertThat(killed.cancelled()).isEqualTo(5);
    assertThat(killed.left().orders()).allMatch(Order::reduceOnly).hasSize(1);
    assertThat(killed.left().algos()).hasSize(2);
    assertThat(killed.left().stays()).hasSize(3);
    assertThat(killed.left().positions()).hasSize(1);
    scene.isTrue(killed);
  }

  @Test
  void aStopWithoutAFlagProtectsOnlyWhatIsHeld() {
    scene.algo(AlgoType.CONDITIONAL, Side.SELL, PosSide.NET, false, "80000");
    assertThat(scene.kill(false).left().algos()).isEmpty();
    scene.positions.open(Positions.Kind.of("BTC-USDT-SWAP cross net"), "0.01");
    scene.algo(AlgoType.CONDITIONAL, Side.SELL, PosSide.NET, false, "80000");
    scene.algo(AlgoType.CONDITIONAL, Side.SELL, PosSide.NET, false, "80000");
    scene.algo(AlgoType.CONDITIONAL, Side.BUY, PosSide.NET, false, "100000");
    Killed killed = scene.kill(false);
    assertThat(killed.left().algos()).hasSize(1).allMatch(algo -> algo.side() == Side.SELL);
    scene.isTrue(killed);
  }

  /// Which of the looks at the positions lacks the one that the stop protects.
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void oneLookWithoutItsPositionTakesNoStopAway(int look) {
    scene.positions.open(Positions.Kind.of("BTC-USDT-SWAP cross net"), "0.01");
    scene.algo(AlgoType.CONDITIONAL, Side.SELL, PosSide.NET, false, "80000");
    Tampered late =
        Tampered.empty(scene.desk.transport(List.of()), "/account/positions", read -> read == look);
    try (PaperDesk.Process process = scene.desk.process(late, time, PaperDesk.TIMEOUT)) {
      KillScene.kill(process.gateway(), false);
    }
    assertThat(scene.truth().algos()).hasSize(1);
  }

  /// Once in the look that is last where two looks suffice, and once for good.
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aPositionThatOnlyTheLookBeforeShowedIsLookedForOnceMore(boolean gone) {
    scene.positions.open(Positions.Kind.of("BTC-USDT-SWAP cross net"), "0.01");
    scene.algo(AlgoType.CONDITIONAL, Side.SELL, PosSide.NET, false, "80000");
    Tampered late =
        Tampered.empty(
            scene.desk.transport(List.of()),
            "/account/positions",
            read -> read == 2 || gone && read > 2);
    try (PaperDesk.Process process = scene.desk.process(late, time, PaperDesk.TIMEOUT)) {
      Killed killed = KillScene.kill(process.gateway(), false);
      assertThat(killed.state()).isEqualTo(Killed.State.DONE);
    }
    assertThat(scene.truth().algos()).hasSize(gone ? 0 : 1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void flattenTakesOffEverythingInFullRequests(boolean hedged) {
    scene.crowd(hedged);
    try (PaperDesk.Process process = scene.desk.process()) {
      Killed killed = KillScene.kill(process.gateway(), true);
      assertThat(killed.state()).as(killed.toString()).isEqualTo(Killed.State.DONE);
      assertThat(killed.cancelled()).as("but the one OKX took off with its leg").isEqualTo(289);
      assertThat(killed.closed()).hasSize(6).allMatch(leg -> leg.left().signum() == 0);
      assertThat(killed.problems()).isEmpty();
      scene.isTrue(killed);
      assertThat(process.wire().count("POST", "/api/v5/trade/cancel-batch-orders")).isEqualTo(13);
      assertThat(process.wire().writes().getFirst().path()).endsWith("cancel-batch-orders");
    }
    assertThat(scene.truth().empty()).isTrue();
    Killed again = scene.kill(true);
    assertThat(again.state()).isEqualTo(Killed.State.DONE);
    assertThat(again.cancelled() + again.closed().size()).isZero();
  }

  @Test
  void aLegTooLargeForOneOrderGoesInParts() {
    scene.positions.fund("USDT", "90000000");
    Positions.Kind leg = Positions.Kind.of("SOL-USDT-SWAP cross net");
    for (int i = 0; i < 3; i++) {
      scene.positions.open(leg, "30000");
    }
    assertThat(scene.positions.held(leg)).isGreaterThan(new BigDecimal("34000"));
    try (PaperDesk.Process process = scene.desk.process()) {
      Killed killed = KillScene.kill(process.gateway(), true);
      assertThat(killed.state()).as(killed.toString()).isEqualTo(Killed.State.DONE);
      assertThat(process.wire().placed()).isGreaterThan(1);
      assertThat(process.wire().count("POST", "/api/v5/trade/close-position")).isZero();
    }
    assertThat(scene.truth().empty()).isTrue();
  }
}
