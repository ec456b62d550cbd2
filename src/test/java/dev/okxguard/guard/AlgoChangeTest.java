package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.SPOT;
import static dev.okxguard.guard.Samples.SWAP;
import static dev.okxguard.guard.Samples.num;
import static dev.okxguard.guard.Samples.position;
import static dev.okxguard.guard.Samples.some;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoDraft;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.testing.Seed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A waiting algo order that is to be changed. In net mode OKX keeps only a marked one from
/// opening, and a mark cannot be added by a change, so that no other is an exit for longer than
/// this moment.
class AlgoChangeTest {
  private static Judgement judge(AlgoDraft from, AlgoDraft to, Facts facts) {
    Algo waiting = AlgoSamples.waiting("7", from);
    Facts with = With.with(facts, "pendingAlgos", Optional.of(List.of(waiting)));
    return new Guard().judgeChange(waiting, to, with, Samples.policy());
  }

  private static Facts holding(String contracts) {
    return With.with(
        Samples.facts(SWAP),
        "positions",
        Optional.of(List.of(position(SWAP, PosSide.NET, contracts))));
  }

  private static AlgoDraft marked(AlgoDraft algo) {
    return With.with(algo, "reduceOnly", true);
  }

  private static AlgoDraft sized(AlgoDraft algo, BigDecimal sz) {
    return With.with(algo, "sz", Optional.of(sz));
  }

  @Test
  void anUnmarkedOneIsAnEntryUnlessItOnlyShrinks() throws Exception {
    Seed.check(
        (random, _) -> {
          for (int i = 0; i < 300; i++) {
            AlgoDraft from = AlgoSamples.trigger(SWAP, Side.SELL, size(random), "49000", "48900");
            BigDecimal sz = num(size(random));
            boolean moved = random.nextBoolean();
            AlgoDraft to = moved ? With.with(sized(from, sz), "ordPx", some("48800")) : from;
            to = sized(to, sz);
            boolean shrinks = !moved && sz.compareTo(from.sz().orElseThrow()) <= 0;
            assertThat(judge(from, to, holding("10")).entry())
                .as("from %s to %s", from, to)
                .isEqualTo(!shrinks);
            assertThat(judge(marked(from), marked(to), holding("10")).entry()).isFalse();
          }
        });
  }

  private static String size(Random random) {
    return BigDecimal.valueOf(1 + random.nextInt(100), 1).toPlainString();
  }

  @Test
  void anUnmarkedStopIsNotMovedAsAnExit() {
    AlgoDraft stop = AlgoSamples.stop(Side.SELL, "2", "49000");
    AlgoDraft moved = AlgoSamples.stop(Side.SELL, "2", "49500");
    assertThat(judge(stop, moved, holding("2")).entry()).isTrue();
    assertThat(judge(marked(stop), marked(moved), holding("2")).entry()).isFalse();
    AlgoDraft all = With.with(marked(stop), "sz", Optional.empty());
    assertThat(judge(all, With.with(all, "stop", moved.stop()), holding("2")).entry()).isFalse();
  }

  @Test
  void aLegOfItsOwnAndASaleOfCoinsNeedNoMark() {
    AlgoDraft leg = With.with(AlgoSamples.stop(Side.SELL, "2", "49000"), "posSide", PosSide.LONG);
    Facts legs =
        With.with(
            With.with(
                Samples.facts(SWAP),
                "positions",
                Optional.of(List.of(position(SWAP, PosSide.LONG, "2")))),
            "config",
            Optional.of(
                With.with(
                    Samples.facts(SWAP).config().orElseThrow(), "posMode", PosMode.LONG_SHORT)));
    AlgoDraft moved = With.with(leg, "stop", AlgoSamples.sl("49500"));
    assertThat(judge(leg, moved, legs).entry()).isFalse();
    AlgoDraft coins = AlgoSamples.spotStop(Side.SELL, "0.01", "49000");
    assertThat(judge(coins, sized(coins, num("0.02")), Samples.facts(SPOT)).entry())
        .isEqualTo(
            new Guard()
                .judge(sized(coins, num("0.02")), true, Samples.facts(SPOT), Samples.policy())
                .entry());
  }
}
