package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Order;
import dev.okxguard.model.Side;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.Seed;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever happens to a batch, each of its intents is at most one order, and nobody is told
/// otherwise.
class BatchFaultsTest {
  private static final int PLANS = Integer.getInteger("faults.plans", 12);

  private static final List<String> AT_POST =
      List.of(
          "lost-reply",
          "lost-request",
          "delay=3000",
          "delay=12000",
          "delay-after=12000",
          "50001",
          "50004",
          "50004+effect",
          "50026+effect",
          "51149+effect",
          "http-502",
          "http-502+effect",
          "empty",
          "truncated",
          "garbage",
          "429",
          "50102");

  private static final List<String> AT_READS =
      List.of("lost-reply", "50026", "http-502", "truncated", "delay=2500", "50004");

  private static final List<String> READS =
      List.of("/trade/order", "/trade/orders-pending", "/trade/orders-history", "/trade/fills");

  @TempDir Path home;

  @Test
  void eachIntentIsAtMostOneOrderAndTheJournalSaysWhich() throws Exception {
    Seed.check(
        (random, seed) -> {
          for (int i = 0; i < PLANS; i++) {
            List<List<String>> plans = List.of(plan(random), plan(random));
            try {
              check(home.resolve("p" + i), random, seed, plans);
            } catch (AssertionError e) {
              throw new AssertionError("plan " + i + " " + plans + ": " + e.getMessage(), e);
            }
          }
        });
  }

  private static void check(Path place, Random random, long seed, List<List<String>> plans)
      throws IOException {
    Files.createDirectories(place);
    Files.writeString(
        place.resolve("guard.toml"),
        "[limits]\nmax_orders_per_minute = 1000\nrepeat_limit = 0\nmax_daily_trades = 1000\n"
            + "price_collar = 0.9\nmax_position_size = 100000\n");
    PaperDesk desk = new PaperDesk(place, ManualTime.at("2026-11-21T10:00:00Z"), seed);
    List<PlaceRequest> batch = batch(desk, random);
    for (List<String> plan : plans) {
      List<Outcome> outcomes = place(desk, batch, plan);
      holds(desk, outcomes);
    }
    List<Outcome> last = place(desk, batch, List.of());
    holds(desk, last);
    assertThat(last).allMatch(o -> o instanceof Outcome.Accepted || o instanceof Outcome.Rejected);
    assertThat(desk.ledger().openIntents()).isEmpty();
    new Truth(desk).journalAgrees();
  }

  /// Resting ones, one at market, and perhaps one that the exchange refuses.
  private static List<PlaceRequest> batch(PaperDesk desk, Random random) {
    BigDecimal last;
    try (PaperDesk.Process process = desk.process()) {
      last = process.exchange().quote(Orders.PAIR).orElseThrow().last();
    }
    List<PlaceRequest> batch = new ArrayList<>();
    batch.add(Orders.buy("20", "market"));
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      batch.add(Orders.limit(Side.BUY, "0.0002", px(last, "0.9" + (5 + i)), "k" + i));
    }
    if (random.nextBoolean()) {
      batch.add(
          random.nextInt(batch.size()), Orders.limit(Side.SELL, "0.0002", px(last, "0.2"), "wild"));
    }
    return batch;
  }

  private static String px(BigDecimal last, String factor) {
    return last.multiply(new BigDecimal(factor)).setScale(1, RoundingMode.DOWN).toPlainString();
  }

  private static List<Outcome> place(
      PaperDesk desk, List<PlaceRequest> batch, List<String> faults) {
    try (PaperDesk.Process process = desk.process(faults)) {
      return process.gateway().placeAll(batch, _ -> {});
    }
  }

  /// Every word was true, and no intent became two orders.
  private static void holds(PaperDesk desk, List<Outcome> outcomes) {
    List<Order> accepted = desk.accepted();
    Set<String> ids = new HashSet<>();
    accepted.forEach(order -> ids.add(order.ordId()));
    assertThat(accepted.size()).as("orders at the exchange").isLessThanOrEqualTo(outcomes.size());
    Set<String> told = new HashSet<>();
    for (Outcome outcome : outcomes) {
      Optional<String> clOrdId = Optional.of(outcome.ticket().clOrdId());
      boolean exists = accepted.stream().anyMatch(order -> order.clOrdId().equals(clOrdId.get()));
      switch (outcome) {
        case Outcome.Accepted said -> {
          assertThat(ids).contains(said.ordId());
          assertThat(told.add(said.ordId())).as("one order told twice").isTrue();
        }
        case Outcome.Rejected _, Outcome.NotSent _, Outcome.Denied _, Outcome.Halted _ ->
            assertThat(exists).as(outcome.toString()).isFalse();
        case Outcome.Unknown _ -> assertThat(desk.ledger().openIntents()).isNotEmpty();
        case Outcome.Unsafe _, Outcome.Allowed _ -> throw new AssertionError(outcome.toString());
      }
    }
  }

  private static List<String> plan(Random random) {
    List<String> plan = new ArrayList<>();
    if (random.nextInt(6) > 0) {
      plan.add(one(AT_POST, random) + "@POST:/trade/batch-orders");
      plan.add(one(AT_POST, random) + "@POST:/trade/order");
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      String which = random.nextInt(3) == 0 ? "x*" : "x" + (1 + random.nextInt(6));
      plan.add(one(AT_READS, random) + "@GET:" + one(READS, random) + which);
    }
    if (random.nextInt(3) == 0) {
      plan.add("late-visibility=" + random.nextInt(2_500));
    }
    return plan;
  }

  private static String one(List<String> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
