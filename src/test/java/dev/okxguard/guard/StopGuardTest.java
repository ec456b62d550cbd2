package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.SWAP;
import static dev.okxguard.guard.Samples.position;
import static dev.okxguard.guard.Samples.some;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoDraft;
import dev.okxguard.model.AlgoState;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.Side;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The stops of an open position may be tightened, not loosened or taken away.
class StopGuardTest {
  private static final Policy STRICT =
      With.with(Samples.policy(), "requireStopLoss", Policy.RequireStop.DERIVATIVES);
  private static final AlgoDraft STOP = AlgoSamples.stop(Side.SELL, "2", "49000");
  private static final Algo LIVE = AlgoSamples.waiting("1", STOP);

  private static StopGuard guard(Policy policy, String held, Algo... waiting) {
    Optional<List<Position>> positions = Optional.of(List.of(position(SWAP, PosSide.NET, held)));
    return new StopGuard(policy, positions, Optional.of(List.of(waiting)));
  }

  private static void cancels(StopGuard guard, boolean allowed) {
    List<Denial> denials = guard.judgeCancel(LIVE);
    assertThat(denials.isEmpty()).isEqualTo(allowed);
    assertThat(denials).allMatch(d -> d.rule().equals("stop_required"));
  }

  private static void amends(String component, Object value, boolean allowed) {
    AlgoDraft after = With.with(STOP, component, value);
    assertThat(guard(STRICT, "2", LIVE).judgeAmend(LIVE, after).isEmpty()).isEqualTo(allowed);
    assertThat(guard(Samples.policy(), "2", LIVE).judgeAmend(LIVE, after)).isEmpty();
    assertThat(guard(STRICT, "0", LIVE).judgeAmend(LIVE, after)).isEmpty();
  }

  @Test
  void theLastStopOfAnOpenPositionStays() {
    cancels(guard(STRICT, "2", LIVE), false);
    cancels(guard(Samples.policy(), "2", LIVE), true);
    cancels(guard(STRICT, "0", LIVE), true);
    cancels(guard(STRICT, "-2", LIVE), true);
  }

  @Test
  void anotherStopThatCoversAsMuchLetsItGo() {
    Algo same = AlgoSamples.waiting("2", STOP);
    Algo half = With.with(same, "sz", some("1"));
    Algo all = With.with(With.with(same, "sz", Optional.empty()), "closesAll", true);
    Algo trail = AlgoSamples.waiting("2", AlgoSamples.trail(Side.SELL, "2", "0.01"));

    cancels(guard(STRICT, "2", LIVE, same), true);
    cancels(guard(STRICT, "2", LIVE, all), true);
    cancels(guard(STRICT, "2", LIVE, trail), true);
    cancels(guard(STRICT, "2", LIVE, half), false);
  }

  @Test
  void aPausedStopDoesNotStandIn() {
    Algo same = AlgoSamples.waiting("2", STOP);
    cancels(guard(STRICT, "2", LIVE, With.with(same, "state", AlgoState.PAUSE)), false);
    Algo all = With.with(With.with(same, "sz", Optional.empty()), "closesAll", true);
    cancels(guard(STRICT, "2", LIVE, With.with(all, "state", AlgoState.PAUSE)), false);
  }

  @Test
  void aLooserStopDoesNotStandIn() {
    cancels(guard(STRICT, "2", LIVE, other(AlgoSamples.stop(Side.SELL, "2", "48999"))), false);
    cancels(guard(STRICT, "2", LIVE, other(AlgoSamples.stop(Side.SELL, "2", "49001"))), true);
    cancels(guard(STRICT, "2", LIVE, other(AlgoSamples.trail(Side.SELL, "2", "0.9"))), false);
    AlgoDraft unsure = With.with(STOP, "stop", AlgoSamples.slAt("49500", "60000"));
    cancels(guard(STRICT, "2", LIVE, other(unsure)), false);
    Algo loose = other(AlgoSamples.stop(Side.SELL, "2", "1"));
    assertThat(guard(STRICT, "2", LIVE, loose).judgeCancel(loose)).isEmpty();
  }

  @Test
  void ofAShortPositionALooserStopIsTheHigherOne() {
    Algo live = AlgoSamples.waiting("1", AlgoSamples.stop(Side.BUY, "2", "51000"));
    Algo higher = other(AlgoSamples.stop(Side.BUY, "2", "51001"));
    Algo lower = other(AlgoSamples.stop(Side.BUY, "2", "50999"));
    Algo trail = other(AlgoSamples.trail(Side.BUY, "2", "0.03"));

    assertThat(guard(STRICT, "-2", live, higher).judgeCancel(live)).isNotEmpty();
    assertThat(guard(STRICT, "-2", live, lower).judgeCancel(live)).isEmpty();
    assertThat(guard(STRICT, "-2", live, trail).judgeCancel(live)).isNotEmpty();
  }

  @Test
  void aTrailingStopIsReplacedByOneThatTrailsAsCloselyAndBeganNoLater() {
    Algo trail = AlgoSamples.waiting("1", AlgoSamples.trail(Side.SELL, "2", "0.05"));
    Algo closer = other(AlgoSamples.trail(Side.SELL, "2", "0.04"));
    Algo wider = other(AlgoSamples.trail(Side.SELL, "2", "0.06"));
    Algo later = With.with(closer, "created", Samples.NOW.plusSeconds(1));

    assertThat(guard(STRICT, "2", trail, closer).judgeCancel(trail)).isEmpty();
    assertThat(guard(STRICT, "2", trail, wider).judgeCancel(trail)).isNotEmpty();
    assertThat(guard(STRICT, "2", trail, later).judgeCancel(trail)).isNotEmpty();
    assertThat(guard(STRICT, "2", trail, other(STOP)).judgeCancel(trail)).isNotEmpty();
  }

  @Test
  void aStopDoesNotShrinkBesideALooserOne() {
    AlgoDraft less = With.with(STOP, "sz", some("0.1"));
    Algo loose = other(AlgoSamples.stop(Side.SELL, "2", "1"));

    assertThat(guard(STRICT, "2", LIVE, loose).judgeAmend(LIVE, less)).isNotEmpty();
    assertThat(guard(STRICT, "2", LIVE, other(STOP)).judgeAmend(LIVE, less)).isEmpty();
  }

  private static Algo other(AlgoDraft draft) {
    return AlgoSamples.waiting("2", draft);
  }

  @Test
  void whatProtectsNothingDoesNotStandIn() {
    Algo target = With.with(AlgoSamples.waiting("2", STOP), "stop", AlgoSamples.both("51000", "1"));
    target =
        With.with(
            target,
            "stop",
            new dev.okxguard.model.AttachedStop(
                some("51000"), Optional.empty(), Optional.empty(), Optional.empty()));
    Algo later =
        With.with(
            AlgoSamples.waiting("2", AlgoSamples.trail(Side.SELL, "2", "0.01")),
            "activePx",
            some("60000"));
    Algo other = With.with(AlgoSamples.waiting("2", STOP), "side", Side.BUY);

    cancels(guard(STRICT, "2", LIVE, target), false);
    cancels(guard(STRICT, "2", LIVE, later), false);
    cancels(guard(STRICT, "2", LIVE, other), false);
    assertThat(guard(STRICT, "2", LIVE, target).judgeCancel(target)).isEmpty();
  }

  @Test
  void aCancelGoesWhenThePositionsCannotBeRead() {
    cancels(new StopGuard(STRICT, Optional.empty(), Optional.of(List.of(LIVE))), true);
    cancels(
        new StopGuard(
            STRICT, Optional.of(List.of(position(SWAP, PosSide.NET, "2"))), Optional.empty()),
        true);
  }

  @Test
  void tighteningPassesAndLooseningDoesNot() {
    amends("stop", AlgoSamples.sl("49500"), true);
    amends("stop", AlgoSamples.sl("49000"), true);
    amends("stop", AlgoSamples.sl("48999.9"), false);
    amends("stop", dev.okxguard.model.AttachedStop.NONE, false);
    amends("stop", AlgoSamples.slAt("49000", "48900"), false);
    amends("sz", some("2.5"), true);
    amends("sz", some("1.9"), false);
  }

  @Test
  void aSizeBeyondThePositionMayShrinkToIt() {
    AlgoDraft less = With.with(STOP, "sz", some("1"));

    assertThat(guard(STRICT, "1", LIVE).judgeAmend(LIVE, less)).isEmpty();
    assertThat(guard(STRICT, "1.5", LIVE).judgeAmend(LIVE, less)).isNotEmpty();
  }

  @Test
  void ofAShortPositionTheStopMovesDown() {
    Algo live = AlgoSamples.waiting("1", AlgoSamples.stop(Side.BUY, "2", "51000"));
    StopGuard guard = guard(STRICT, "-2", live);

    assertThat(guard.judgeAmend(live, AlgoSamples.stop(Side.BUY, "2", "50500"))).isEmpty();
    assertThat(guard.judgeAmend(live, AlgoSamples.stop(Side.BUY, "2", "51500"))).isNotEmpty();
  }

  @Test
  void whatCannotBeReadOrTrustedLoosensNothing() {
    AlgoDraft looser = With.with(STOP, "stop", AlgoSamples.sl("48000"));
    Policy broken = With.with(Samples.policy(), "problems", List.of("unreadable"));

    assertThat(new StopGuard(STRICT, Optional.empty(), Optional.empty()).judgeAmend(LIVE, looser))
        .isNotEmpty();
    assertThat(guard(broken, "2", LIVE).judgeAmend(LIVE, looser)).isNotEmpty();
  }

  @Test
  void aStopOfTheWholePositionStaysOneOfAllOfIt() {
    AlgoDraft whole = With.with(STOP, "sz", Optional.empty());
    Algo live = AlgoSamples.waiting("1", whole);

    assertThat(guard(STRICT, "2", live).judgeAmend(live, whole)).isEmpty();
    assertThat(guard(STRICT, "2", live).judgeAmend(live, STOP)).hasSize(1);
    assertThat(guard(STRICT, "2", LIVE).judgeAmend(LIVE, whole)).isEmpty();
  }

  @Test
  void aStopAtMarketGetsNoPriceAndAPriceMovesOnlyTowardsFilling() {
    AlgoDraft priced = With.with(STOP, "stop", AlgoSamples.slAt("49000", "48900"));
    Algo live = AlgoSamples.waiting("1", priced);

    assertThat(guard(STRICT, "2", LIVE).judgeAmend(LIVE, priced)).hasSize(1);
    assertThat(priced(live, "48900")).isTrue();
    assertThat(priced(live, "48899.9")).isTrue();
    assertThat(priced(live, "48900.1")).isFalse();
    assertThat(priced(live, "-1")).isTrue();
  }

  private static boolean priced(Algo live, String price) {
    AlgoDraft after = With.with(STOP, "stop", AlgoSamples.slAt("49000", price));
    return guard(STRICT, "2", live).judgeAmend(live, after).isEmpty();
  }

  @Test
  void aStopDoesNotShrinkWhereNobodyKnowsWhatItCovers() {
    StopGuard blind = new StopGuard(STRICT, Optional.empty(), Optional.of(List.of(LIVE)));

    assertThat(blind.judgeAmend(LIVE, With.with(STOP, "sz", some("1.9")))).hasSize(1);
    assertThat(blind.judgeAmend(LIVE, STOP)).isEmpty();
    assertThat(blind.judgeAmend(LIVE, With.with(STOP, "sz", some("2.1")))).isEmpty();
  }

  @Test
  void ofAShortPositionTheStopsPriceMovesOnlyUp() {
    AlgoDraft priced =
        With.with(
            AlgoSamples.stop(Side.BUY, "2", "51000"), "stop", AlgoSamples.slAt("51000", "51100"));
    Algo live = AlgoSamples.waiting("1", priced);

    for (String price : List.of("51100", "51100.1", "-1")) {
      AlgoDraft surer = With.with(priced, "stop", AlgoSamples.slAt("51000", price));
      assertThat(guard(STRICT, "-2", live).judgeAmend(live, surer)).as(price).isEmpty();
    }
    AlgoDraft less = With.with(priced, "stop", AlgoSamples.slAt("51000", "51099.9"));
    assertThat(guard(STRICT, "-2", live).judgeAmend(live, less)).hasSize(1);
  }

  @Test
  void theMarkOfAnotherPositionTellsNothingOfATrailingStop() {
    Position cheap = With.with(position("OLD-USDT-SWAP", PosSide.NET, "2"), "markPx", some("9"));
    Position own = position(SWAP, PosSide.NET, "2");
    Algo trail = other(AlgoSamples.trail(Side.SELL, "2", "0.01"));
    StopGuard guard =
        new StopGuard(STRICT, Optional.of(List.of(cheap, own)), Optional.of(List.of(LIVE, trail)));

    assertThat(guard.judgeCancel(LIVE)).isEmpty();
  }

  @Test
  void whatIsHeldOnAnotherLegNeedsNoCoverFromThisStop() {
    Position other = position("OLD-USDT-SWAP", PosSide.NET, "50");
    Position own = position(SWAP, PosSide.NET, "1");
    StopGuard guard =
        new StopGuard(STRICT, Optional.of(List.of(other, own)), Optional.of(List.of(LIVE)));

    assertThat(guard.judgeAmend(LIVE, With.with(STOP, "sz", some("1")))).isEmpty();
    assertThat(guard.judgeAmend(LIVE, With.with(STOP, "sz", some("0.9")))).hasSize(1);
  }

  @Test
  void ofAShortPositionAStopAtMarketGetsNoPrice() {
    AlgoDraft market =
        With.with(
            AlgoSamples.stop(Side.BUY, "2", "51000"), "stop", AlgoSamples.slAt("51000", "-1"));
    Algo live = AlgoSamples.waiting("1", market);
    AlgoDraft priced = With.with(market, "stop", AlgoSamples.slAt("51000", "51100"));

    assertThat(guard(STRICT, "-2", live).judgeAmend(live, priced)).hasSize(1);
    assertThat(guard(STRICT, "-2", live).judgeAmend(live, market)).isEmpty();
  }

  @Test
  void whatNoStopCoversIsWhatNoneOnItsLegAndSideWouldClose() {
    Position two = position(SWAP, PosSide.NET, "2");
    Position sold = position(SWAP, PosSide.NET, "-2");
    Algo one = With.with(LIVE, "sz", some("0.5"));
    Algo all = With.with(With.with(LIVE, "sz", Optional.empty()), "closesAll", true);

    assertThat(StopGuard.uncovered(two, List.of())).isEqualByComparingTo("2");
    assertThat(StopGuard.uncovered(two, List.of(one))).isEqualByComparingTo("1.5");
    assertThat(StopGuard.uncovered(two, List.of(one, one))).isEqualByComparingTo("1");
    assertThat(StopGuard.uncovered(two, List.of(one, LIVE))).isEqualByComparingTo("0");
    assertThat(StopGuard.uncovered(two, List.of(one, all))).isEqualByComparingTo("0");
    assertThat(StopGuard.uncovered(sold, List.of(LIVE, all))).isEqualByComparingTo("2");
    Algo bought = AlgoSamples.waiting("3", AlgoSamples.stop(Side.BUY, "2", "51000"));
    assertThat(StopGuard.uncovered(sold, List.of(bought))).isEqualByComparingTo("0");
    assertThat(StopGuard.uncovered(position(SWAP, PosSide.LONG, "2"), List.of(LIVE)))
        .isEqualByComparingTo("2");
    assertThat(StopGuard.uncovered(two, List.of(AlgoSamples.entering("9"))))
        .isEqualByComparingTo("2");
  }
}
