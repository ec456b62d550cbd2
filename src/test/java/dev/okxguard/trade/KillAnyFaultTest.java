package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.Seed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Calls that fail at random: two runs are enough, and what a run says is left is left.
class KillAnyFaultTest {
  private static final int PLANS = Integer.getInteger("faults.plans", 4);
  private static final int CALLS = 25;

  private static final List<String> WRITES =
      List.of(
          "/trade/order",
          "/trade/close-position",
          "/trade/cancel-order",
          "/trade/cancel-batch-orders",
          "/trade/cancel-algos");

  private static final List<String> READS =
      List.of(
          "/trade/orders-pending",
          "/trade/orders-algo-pending",
          "/account/positions",
          "/account/config",
          "/public/time",
          "/public/instruments");

  private static final List<String> AT_WRITES =
      List.of(
          "lost-reply",
          "lost-request",
          "delay-after=12000",
          "50004",
          "50004+effect",
          "http-502",
          "http-502+effect",
          "429",
          "empty",
          "truncated",
          "51112",
          "50102");

  private static final List<String> AT_READS =
      List.of("lost-reply", "50026", "429", "http-502", "empty", "garbage", "truncated");

  @TempDir Path home;

  @Test
  void twoRunsAreEnoughAndWhatIsSaidIsSo() throws Exception {
    Seed.check(
        (random, seed) -> {
          for (int i = 0; i < PLANS; i++) {
            boolean crowd = i == 0;
            plan(home.resolve("p" + i), random, random.nextBoolean(), crowd);
          }
        });
  }

  private static void plan(Path place, Random random, boolean hedged, boolean crowd) {
    ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
    KillScene scene = new KillScene(place, time, random.nextLong());
    if (crowd) {
      scene.crowd(hedged);
    } else {
      scene.handful(hedged);
    }
    time.advance(Duration.ofSeconds(10));
    run(scene, faults(random));
    Killed last = run(scene, faults(random));
    assertThat(scene.truth().empty()).as(last.toString()).isTrue();
    assertThat(scene.positions.halted()).isTrue();
    Killed idle = scene.kill(true);
    assertThat(idle.state()).as(idle.toString()).isEqualTo(Killed.State.DONE);
    assertThat(idle.cancelled() + idle.closed().size()).isZero();
  }

  private static Killed run(KillScene scene, List<String> faults) {
    Killed killed = scene.kill(true, faults.toArray(String[]::new));
    try {
      assertThat(killed.blocked()).isEmpty();
      boolean empty = scene.truth().empty();
      switch (killed.state()) {
        case DONE -> assertThat(empty).isTrue();
        case RESIDUE -> {
          assertThat(empty).isFalse();
          scene.isTrue(killed);
        }
        case UNKNOWN -> assertThat(killed.problems()).isNotEmpty();
      }
      return killed;
    } catch (AssertionError e) {
      throw new AssertionError(killed + " under " + faults + ": " + e.getMessage(), e);
    }
  }

  /// Three calls in ten fail, on every path, and things show late.
  private static List<String> faults(Random random) {
    List<String> plan = new ArrayList<>();
    WRITES.forEach(path -> add(plan, random, AT_WRITES, "@POST:" + path));
    READS.forEach(path -> add(plan, random, AT_READS, "@GET:" + path));
    plan.add("late-visibility=" + random.nextInt(1500));
    return plan;
  }

  private static void add(List<String> plan, Random random, List<String> faults, String where) {
    for (int call = 1; call <= CALLS; call++) {
      if (random.nextInt(10) < 3) {
        plan.add(faults.get(random.nextInt(faults.size())) + where + "#" + call);
      }
    }
  }
}
