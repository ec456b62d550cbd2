package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.INVERSE;
import static dev.okxguard.guard.Samples.NOW;
import static dev.okxguard.guard.Samples.SPOT;
import static dev.okxguard.guard.Samples.SWAP;
import static dev.okxguard.guard.Samples.limit;
import static dev.okxguard.guard.Samples.market;
import static dev.okxguard.guard.Samples.num;
import static dev.okxguard.guard.Samples.pending;
import static dev.okxguard.guard.Samples.position;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.Side;
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
      more.add(anyPending());
      assertNotHelped(run, scene, scene.facts("pendingOrders", Optional.of(more)));
    }
  }

  @Test
  void oneMoreOpenIntentNeverHelps() {
    for (int run = 0; run < RUNS; run++) {
      Scene scene = scene();
      Facts.OpenIntent intent = Samples.intent(anyInstrument(), anySide(), whole(2000).toString());
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
    OrderDraft draft = anyDraft();
    List<Position> positions =
        List.of(
            position(SWAP, PosSide.NET, String.valueOf(random.nextInt(-8, 9))),
            position(INVERSE, PosSide.NET, String.valueOf(random.nextInt(-8, 9))));
    List<Order> pending = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      pending.add(anyPending());
    }
    Facts facts = With.with(Samples.facts(draft.instId()), "positions", Optional.of(positions));
    facts = With.with(facts, "pendingOrders", Optional.of(pending));
    facts = With.with(facts, "balance", Optional.of(Samples.balance(whole(3).toString())));
    return new Scene(draft, facts, Samples.policy())
        .policy("maxOrderSize", whole(5000))
        .policy("maxOrderRatio", fraction(50))
        .policy("maxPositionSize", whole(200000))
        .policy("maxTotalRatio", fraction(200))
        .policy("minCashRatio", fraction(999))
        .policy("maxSlippage", fraction(20))
        .policy("maxOpenOrders", random.nextInt(1, 9))
        .facts("recent", List.of(Samples.past(NOW.minusSeconds(100), anySide(), "1")));
  }

  private OrderDraft anyDraft() {
    String instId = anyInstrument();
    String size = instId.equals(SPOT) ? "0.0" + random.nextInt(1, 10) : whole(15).toString();
    if (random.nextInt(3) > 0) {
      OrderDraft draft = limit(instId, anySide(), size);
      return With.with(draft, "px", Optional.of(num("50000").add(whole(500))));
    }
    OrderDraft draft = market(instId, anySide(), size);
    return instId.equals(SPOT) ? With.with(draft, "tgtCcy", "base_ccy") : draft;
  }

  private BigDecimal smaller(OrderDraft draft) {
    BigDecimal least = draft.instId().equals(SPOT) ? num("0.0001") : num("0.1");
    BigDecimal steps = draft.sz().divide(least);
    return least.multiply(BigDecimal.valueOf(random.nextInt(1, steps.intValueExact() + 1)));
  }

  private Order anyPending() {
    String instId = anyInstrument();
    String size = instId.equals(SPOT) ? "0.0" + random.nextInt(1, 10) : whole(5).toString();
    Order order = pending(instId, anySide(), PosSide.NET, size);
    boolean flagged = !instId.equals(SPOT) && random.nextInt(4) == 0;
    return With.with(order, "reduceOnly", flagged);
  }

  private String anyInstrument() {
    return List.of(SWAP, INVERSE, SPOT).get(random.nextInt(3));
  }

  private Side anySide() {
    return random.nextBoolean() ? Side.BUY : Side.SELL;
  }

  private BigDecimal whole(int most) {
    return BigDecimal.valueOf(random.nextInt(1, most + 1));
  }

  /// Thousandths up to that many.
  private BigDecimal fraction(int most) {
    return BigDecimal.valueOf(random.nextInt(1, most + 1), 3);
  }
}
