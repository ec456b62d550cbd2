package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.SPOT;
import static dev.okxguard.guard.Samples.SWAP;
import static dev.okxguard.guard.Samples.limit;
import static dev.okxguard.guard.Samples.position;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A stop attached to an exit is a new order the other way: such an order is never let through as
/// an exit.
class StopOnExitTest {

  private static Scene sell(String sz) {
    return Scene.of(limit(SWAP, Side.SELL, sz));
  }

  private static Scene buy(String sz) {
    return Scene.of(limit(SWAP, Side.BUY, sz));
  }

  private static Scene longTwo(Scene scene) {
    return scene.positions(position(SWAP, PosSide.NET, "2"));
  }

  private static void assertExit(Scene scene) {
    assertThat(kind(scene)).isEqualTo(Exposure.Exit.class);
    assertThat(scene.judge().entry()).isFalse();
  }

  private static void assertEntry(Scene scene) {
    assertThat(kind(scene)).isEqualTo(Exposure.Entry.class);
    assertThat(scene.judge().entry()).isTrue();
  }

  private static Class<?> kind(Scene scene) {
    return ExposureOf.of(scene.draft(), scene.facts()).getClass();
  }

  @Test
  void anOrderWithAStopIsNeverAnExit() {
    Scene sale =
        Scene.of(limit(SPOT, Side.SELL, "0.5"))
            .facts("balance", Optional.of(Samples.balance("0.5")));
    Scene legs =
        sell("1")
            .order("posSide", PosSide.LONG)
            .config("posMode", PosMode.LONG_SHORT)
            .positions(position(SWAP, PosSide.LONG, "2"));
    Scene margin =
        Scene.of(limit(SPOT, Side.SELL, "0.5"))
            .order("instType", InstType.MARGIN)
            .order("tdMode", TdMode.CROSS)
            .order("reduceOnly", true);
    for (Scene exit :
        List.of(
            longTwo(sell("1")),
            longTwo(sell("1")).order("reduceOnly", true),
            sell("1").order("reduceOnly", true).missing("positions"),
            legs,
            margin,
            sale)) {
      assertExit(exit);
      Scene stopped = exit.stop("48000", "51000");
      assertEntry(stopped);
      assertThat(stopped.judge().denials()).extracting(Denial::code).contains("STOP_ON_EXIT");
      assertThat(stopped.policy("maxOrderSize", Samples.num("1")).judge().denials())
          .extracting(Denial::code)
          .contains("STOP_ON_EXIT", "MAX_ORDER_SIZE");
    }
  }

  @Test
  void aTakeProfitAloneMakesAnOrderOfItsOwnToo() {
    Scene exit = longTwo(sell("1")).stop("48000", "51000");
    AttachedStop target =
        With.with(exit.draft().stop().orElseThrow(), "slTriggerPx", Optional.empty());
    Scene stopped = exit.order("stop", Optional.of(With.with(target, "slOrdPx", Optional.empty())));

    assertEntry(stopped);
    assertThat(stopped.judge().denials())
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.code()).isEqualTo("STOP_ON_EXIT");
              assertThat(d.message()).contains("place the exit without a stop");
            });
  }

  @Test
  void aStopOnACloseThatDoesNotFitIsDeniedForBoth() {
    Scene beyond = longTwo(sell("2.1")).order("reduceOnly", true).stop("48000", "51000");
    Scene wrong = longTwo(buy("1")).order("reduceOnly", true).stop("52000", "49000");

    assertThat(beyond.judge().denials())
        .extracting(Denial::code)
        .containsExactly("EXCEEDS_POSITION", "STOP_ON_EXIT");
    assertThat(wrong.judge().denials())
        .extracting(Denial::code)
        .containsExactly("WRONG_DIRECTION", "STOP_ON_EXIT");
  }

  @Test
  void aSpotSaleTakesNoStopEvenWhereTheBalanceIsUnknown() {
    Scene sale = Scene.of(limit(SPOT, Side.SELL, "0.5")).stop("48000", "51000");

    assertThat(sale.missing("balance").judge().denials())
        .extracting(Denial::code)
        .contains("STOP_ON_EXIT");
  }
}
