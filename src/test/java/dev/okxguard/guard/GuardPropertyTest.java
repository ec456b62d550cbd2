package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.SPOT;
import static dev.okxguard.guard.Samples.num;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Position;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What holds for any account, any limits and any order.
class GuardPropertyTest {
  private static final int RUNS = 500;

  private final long seed =
      Optional.ofNullable(System.getProperty("seed"))
          .filter(s -> !s.isBlank())
          .map(Long::parseLong)
          .orElseGet(() -> new Random().nextLong());
  private final Random random = new Random(seed);
  private final AnyScene any = new AnyScene(random);

  @Test
  void aSmallerOrderPassesWhereALargerOneDoes() {
    int passed = 0;
    for (int run = 0; run < RUNS; run++) {
      Scene large = scene();
      if (large.judge().allowed()) {
        passed++;
        Scene small = large.order("sz", smaller(large.draft()));
        assertThat(small.judge().denials()).as("seed %d run %d: %s", seed, run, small).isEmpty();
      }
    }
    assertThat(passed).as("seed %d", seed).isGreaterThan(RUNS / 50);
  }

  @Test
  void oneMorePendingOrderNeverHelps() {
    for (int run = 0; run < RUNS; run++) {
      Scene scene = scene();
      List<Order> more = new ArrayList<>(scene.facts().pendingOrders().orElseThrow());
      more.add(any.resting());
      assertNotHelped(run, scene, scene.facts("pendingOrders", Optional.of(more)));
    }
  }

  @Test
  void oneMoreOpenIntentNeverHelps() {
    for (int run = 0; run < RUNS; run++) {
      Scene scene = scene();
      Facts.OpenIntent intent = any.intent();
      assertNotHelped(run, scene, scene.facts("openIntents", List.of(intent)));
    }
  }

  @Test
  void anExitPassesUnderAnyLimitsAndNeverFlips() {
    int exits = 0;
    for (int run = 0; run < RUNS; run++) {
      Scene scene = scene();
      Judgement judgement = scene.judge();
      if (judgement.entry() || scene.draft().instId().equals(SPOT)) {
        continue;
      }
      exits++;
      assertThat(judgement.denials()).as("seed %d run %d: %s", seed, run, scene).isEmpty();
      BigDecimal held = held(scene);
      BigDecimal after =
          held.add(scene.draft().sz().multiply(num(scene.draft().side().sign() + "")));
      assertThat(after.abs()).as("seed %d run %d", seed, run).isLessThan(held.abs());
      assertThat(after.signum() * held.signum()).isNotNegative();
    }
    assertThat(exits).as("seed %d", seed).isGreaterThan(RUNS / 100);
  }

  @Test
  void theVerdictIsTheSameEveryTimeAndNamesEveryRuleInOrder() {
    for (int run = 0; run < RUNS / 10; run++) {
      Scene scene = scene();
      assertThat(scene.judge()).as("seed %d run %d", seed, run).isEqualTo(scene.judge());
      assertThat(scene.judge().checks())
          .extracting(Judgement.Check::rule)
          .containsExactlyElementsOf(Rules.ALL.stream().map(Rule::name).toList());
    }
  }

  private void assertNotHelped(int run, Scene before, Scene after) {
    if (!before.judge().allowed()) {
      assertThat(after.judge().allowed()).as("seed %d run %d: %s", seed, run, before).isFalse();
    }
  }

  private BigDecimal held(Scene scene) {
    return scene.facts().positions().orElseThrow().stream()
        .filter(p -> p.instId().equals(scene.draft().instId()))
        .map(Position::signed)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Scene scene() {
    return any.plain()
        .policy("maxOrderSize", any.whole(5000))
        .policy("maxOrderRatio", any.fraction(50))
        .policy("maxPositionSize", any.whole(200000))
        .policy("maxTotalRatio", any.fraction(200))
        .policy("minCashRatio", any.fraction(999))
        .policy("maxSlippage", any.fraction(20))
        .policy("maxOpenOrders", random.nextInt(1, 9));
  }

  private BigDecimal smaller(OrderDraft draft) {
    BigDecimal least = draft.instId().equals(SPOT) ? num("0.0001") : num("0.1");
    BigDecimal steps = draft.sz().divide(least);
    return least.multiply(BigDecimal.valueOf(random.nextInt(1, steps.intValueExact() + 1)));
  }
}
