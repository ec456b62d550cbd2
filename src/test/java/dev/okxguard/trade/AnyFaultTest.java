package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Order;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.Seed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever goes wrong, wherever: one intent, at most one order, and nobody is told otherwise.
class AnyFaultTest {
  private static final int PLANS = Integer.getInteger("faults.plans", 60);

  private static final List<String> AT_PLACE =
      List.of(
          "lost-reply",
          "lost-request",
          "delay=3000",
          "delay=12000",
          "delay-after=12000",
          "50001",
          "50001+effect",
          "50004",
          "50004+effect",
          "50013",
          "50013+effect",
          "50026",
          "50026+effect",
          "51016",
          "51016+effect",
          "51054",
          "51054+effect",
          "51149",
          "51149+effect",
          "http-502",
          "http-502+effect",
          "http-503",
          "http-408+effect",
          "empty",
          "truncated",
          "garbage",
          "429",
          "50011",
          "51008",
          "50102",
          "50113");

  private static final List<String> AT_READS =
      List.of(
          "lost-reply",
          "50026",
          "50013",
          "429",
          "http-502",
          "empty",
          "truncated",
          "garbage",
          "delay=2500",
          "delay=11000",
          "50004");

  private static final List<String> READS =
      List.of(
          "/trade/order",
          "/trade/orders-pending",
          "/trade/orders-history",
          "/trade/fills",
          "/account/balance",
          "/account/positions",
          "/account/config",
          "/public/time",
          "/public/instruments",
          "/market/ticker",
          "/market/books",
          "*");

  @TempDir Path home;

  @Test
  void oneIntentIsAtMostOneOrderAndTheJournalSaysWhich() throws Exception {
    Seed.check(
        (random, seed) -> {
          for (int i = 0; i < PLANS; i++) {
            List<List<String>> plans = List.of(plan(random), plan(random));
            try {
              check(new PaperDesk(home.resolve("p" + i), clock(), seed), plans);
            } catch (AssertionError e) {
              throw new AssertionError("plan " + i + " " + plans + ": " + e.getMessage(), e);
            }
          }
        });
  }

  /// The same intent is tried under faults twice, and at last without any.
  private static void check(PaperDesk desk, List<List<String>> plans) {
    Truth truth = new Truth(desk);
    PlaceRequest request = Orders.buy("20", "k");
    boolean refused = false;
    for (List<String> plan : plans) {
      Truth.Attempt attempt = truth.place(request, plan);
      truth.holds(attempt, desk.accepted());
      refused |= attempt.outcome().filter(o -> o instanceof Outcome.Rejected).isPresent();
      if (attempt.unknown()) {
        Truth.Attempt other =
            truth.place(Orders.buy("30", "o"), List.of("50026@GET:/trade/orderx*"));
        assertThat(other.sent()).isZero();
        assertThat(other.told()).startsWith("Denied [unresolved");
      }
    }
    Truth.Attempt last = truth.place(request, List.of());
    List<Order> accepted = desk.accepted();
    truth.holds(last, accepted);
    assertThat(last.told()).isEqualTo(refused ? "Rejected" : "Accepted");
    assertThat(desk.ledger().openIntents()).isEmpty();
    truth.journalAgrees();
  }

  private static List<String> plan(Random random) {
    List<String> plan = new ArrayList<>();
    if (random.nextInt(5) > 0) {
      plan.add(one(AT_PLACE, random) + "@POST:/trade/order");
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      String which =
          random.nextInt(3) == 0
              ? "x*"
              : (random.nextBoolean() ? "#" : "x") + (1 + random.nextInt(6));
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

  private static ManualTime clock() {
    return ManualTime.at("2026-11-21T10:00:00Z");
  }
}
