package dev.okxguard.guard;

import static dev.okxguard.guard.AlgoSamples.waiting;
import static dev.okxguard.guard.Samples.SWAP;
import static dev.okxguard.guard.Samples.position;
import static dev.okxguard.guard.Samples.some;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoState;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What waiting algo orders do for positions.
class ProtectionTest {
  private static final Algo STOP = waiting("1", AlgoSamples.stop(Side.SELL, "2", "49000"));

  private static final Position LONG = position(SWAP, PosSide.NET, "2");

  @ParameterizedTest
  @EnumSource(AlgoState.class)
  void onlyALiveStopWatches(AlgoState state) {
    assertThat(Protection.watches(With.with(STOP, "state", state)))
        .isEqualTo(state == AlgoState.LIVE);
  }

  @Test
  void aTakeProfitAndATrailThatHasNotBegunDoNotWatch() {
    AttachedStop take =
        new AttachedStop(some("51000"), Optional.empty(), Optional.empty(), Optional.empty());
    Algo trail = waiting("2", AlgoSamples.trail(Side.SELL, "2", "0.01"));
    assertThat(Protection.watches(With.with(STOP, "stop", take))).isFalse();
    assertThat(Protection.watches(trail)).isTrue();
    assertThat(Protection.watches(With.with(trail, "activePx", some("52000")))).isFalse();
  }

  @ParameterizedTest(name = "{0} contracts, {1} {2}: covers {3}")
  @CsvSource({
    "2, SELL, 1.5, 1.5",
    "2, SELL, 2, 2",
    "2, SELL, 3, 2",
    "2, BUY, 2, 0",
    "-2, BUY, 1, 1",
    "-2, BUY, 3, 2",
    "-2, SELL, 2, 0",
    "0, SELL, 2, 0",
  })
  void aStopCoversWhatItCloses(String pos, Side side, String sz, String covered) {
    Algo stop = waiting("1", AlgoSamples.stop(side, sz, "49000"));
    Position leg = position(SWAP, PosSide.NET, pos);
    assertThat(Protection.covered(leg, List.of(stop))).isEqualByComparingTo(covered);
  }

  @Test
  void stopsOnTheSameLegAddUpAndOthersDoNotCount() {
    Algo more = waiting("2", AlgoSamples.stop(Side.SELL, "0.5", "48000"));
    Algo isolated = With.with(more, "tdMode", TdMode.ISOLATED);
    Algo paused = With.with(more, "state", AlgoState.PAUSE);
    Position leg = position(SWAP, PosSide.NET, "9");
    assertThat(Protection.covered(leg, List.of(STOP, more, isolated, paused)))
        .isEqualByComparingTo("2.5");
    Algo all = With.with(more, "closesAll", true);
    assertThat(Protection.covered(leg, List.of(STOP, all))).isEqualByComparingTo("9");
    assertThat(Protection.covered(leg, List.of())).isEqualByComparingTo(BigDecimal.ZERO);
  }

  @Test
  void aLegIsItsModeAndSide() {
    assertThat(Protection.on(LONG, STOP)).isTrue();
    assertThat(Protection.on(LONG, With.with(STOP, "posSide", PosSide.LONG))).isFalse();
    assertThat(Protection.closes(LONG, Side.SELL)).isTrue();
    assertThat(Protection.closes(LONG, Side.BUY)).isFalse();
    assertThat(Protection.closes(position(SWAP, PosSide.NET, "0"), Side.SELL)).isFalse();
  }
}
