package dev.okxguard.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Environment;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is on record about the account stops entries, and never an exit.
class BrakeRulesTest {
  private static Scene brakes(Scene scene, String component, Object value) {
    return BrakeEdges.brakes(scene, component, value);
  }

  private static Scene against(Scene scene) {
    Scene reducing = brakes(scene, "reducing", Optional.of("told to"));
    Scene pinned = brakes(reducing, "acctLv", Optional.of("4"));
    return pinned
        .policy("reconcileWithinMinutes", 1)
        .policy("stage", new Policy.Probation(true, 20, 7, Samples.num("10"), 20));
  }

  @Test
  void everyBrakeIsNamed() {
    assertThat(against(Scene.buying("1")).judge().denials())
        .extracting(Denial::code)
        .containsExactly("REDUCING", "ACCOUNT_MODE", "RECONCILE_AGE", "STAGE");
  }

  @Test
  void noBrakeStopsAnExit() {
    Scene close =
        Scene.of(Samples.limit(Samples.SWAP, Side.SELL, "2"))
            .positions(Samples.position(Samples.SWAP, PosSide.NET, "2"));
    assertThat(against(close).judge().denials()).isEmpty();
  }

  @Test
  void anOrderThatTurnsThePositionIsNoExitWhateverItsSide() {
    Scene sell =
        Scene.of(Samples.limit(Samples.SWAP, Side.SELL, "10"))
            .positions(Samples.position(Samples.SWAP, PosSide.NET, "1"));
    assertThat(brakes(sell, "reducing", Optional.of("told to")).judge().denials())
        .extracting(Denial::code)
        .containsExactly("REDUCING");
  }

  @Test
  void unknownSettingsAreMissingDataAndNoAgreement() {
    assertThat(
            brakes(Scene.buying("1"), "posMode", Optional.of("net_mode"))
                .missing("config")
                .judge()
                .denials())
        .anySatisfy(
            denial -> {
              assertThat(denial.code()).isEqualTo("MISSING_DATA");
              assertThat(denial.message()).contains("account_mode");
            });
  }

  @Test
  void crossSpotOfUnknownSettingsCountsAsMargin() {
    Scene cross =
        Scene.of(Samples.limit(Samples.SPOT, Side.BUY, "0.01")).order("tdMode", TdMode.CROSS);
    assertThat(cross.missing("config").judge().denials())
        .extracting(Denial::code)
        .containsExactly("INSTRUMENT_TYPE", "MISSING_DATA");
  }

  @Test
  void theChangedModeIsToldWithBothAndTheWayOut() {
    Scene changed =
        brakes(Scene.buying("1"), "posMode", Optional.of("long_short_mode"))
            .config("posMode", PosMode.NET);
    assertThat(changed.judge().denials().getFirst().message())
        .contains("long_short_mode", "net_mode", "set it back", "okx reconcile adopt");
  }

  @Test
  void stagesBindLiveAccountsAlone() {
    Scene demo =
        Scene.buying("1").policy("stage", new Policy.Probation(true, 20, 7, Samples.num("1"), 20));
    assertThat(demo.judge().allowed()).isFalse();
    for (Environment other : List.of(Environment.DEMO, Environment.PAPER)) {
      assertThat(demo.facts("environment", other).judge().allowed()).isTrue();
    }
  }

  @Test
  void withoutAnOrderTheSameStandsAgainstAll() {
    Scene scene = against(Scene.buying("1"));
    assertThat(new Guard().standing(scene.facts(), scene.policy()))
        .extracting(Denial::code)
        .containsExactly("REDUCING", "ACCOUNT_MODE", "RECONCILE_AGE", "STAGE");
    assertThat(new Guard().standing(Scene.buying("1").facts(), Samples.policy())).isEmpty();
  }
}
