package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.TdMode;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.Seed;
import dev.okxguard.trade.Positions.Attempt;
import dev.okxguard.trade.Positions.Kind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever goes wrong, wherever: a close never opens, never turns, and what it says is so.
class CloseAnyFaultTest {
  private static final int PLANS = Integer.getInteger("faults.plans", 40);

  private static final List<String> AT_CLOSE =
      List.of(
          "lost-reply",
          "lost-request",
          "delay=3000",
          "delay=12000",
          "delay-after=12000",
          "50001+effect",
          "50004",
          "50004+effect",
          "50013+effect",
          "51054",
          "51149+effect",
          "http-502",
          "http-502+effect",
          "http-408+effect",
          "empty",
          "truncated",
          "garbage",
          "429",
          "51112",
          "50102");

  private static final List<String> AT_READS =
      List.of("lost-reply", "50026", "429", "http-502", "empty", "garbage", "delay=2500");

  private static final List<String> READS =
      List.of(
          "/trade/order",
          "/trade/orders-pending",
          "/trade/orders-history",
          "/trade/fills",
          "/account/positions",
          "/account/positions",
          "/account/config",
          "/public/time",
          "/public/instruments",
          "*");

  @TempDir Path home;

  @Test
  void nothingIsOpenedAndTheWordIsTheTruth() throws Exception {
    Seed.check(
        (random, seed) -> {
          for (int i = 0; i < PLANS; i++) {
            new Plan(random, home.resolve("p" + i), seed).check(i);
          }
        });
  }

  private static final class Plan {
    private final Random random;
    private final PaperDesk desk;
    private final Positions positions;
    private final boolean hedged;
    private final Kind leg;
    private final Kind other;
    private final List<String> faults;
    private final CloseRequest request;

    Plan(Random random, Path home, long seed) {
      ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
      this.random = random;
      this.desk = new PaperDesk(home, time, seed);
      this.positions = new Positions(desk, time);
      this.hedged = random.nextBoolean();
      TdMode mode = random.nextBoolean() ? TdMode.CROSS : TdMode.ISOLATED;
      boolean up = random.nextBoolean();
      this.leg = new Kind(Positions.LINEAR, mode, hedged ? side(up) : PosSide.NET);
      this.other =
          hedged
              ? new Kind(Positions.LINEAR, mode, side(!up))
              : new Kind(Positions.LINEAR, opposite(mode), PosSide.NET);
      this.faults = faults(random);
      boolean auto = random.nextInt(4) == 0;
      this.request =
          new CloseRequest(
              leg.instId(),
              Optional.of(leg.posSide()),
              Optional.of(leg.mode()),
              Optional.empty(),
              auto ? new CloseSize.Whole() : size(),
              auto,
              Optional.empty());
    }

    private static PosSide side(boolean up) {
      return up ? PosSide.LONG : PosSide.SHORT;
    }

    private static TdMode opposite(TdMode mode) {
      return mode == TdMode.CROSS ? TdMode.ISOLATED : TdMode.CROSS;
    }

    private CloseSize size() {
      return switch (random.nextInt(3)) {
        case 0 -> new CloseSize.Whole();
        case 1 -> new CloseSize.Contracts(BigDecimal.valueOf(random.nextInt(1, 400), 2));
        default -> new CloseSize.Ratio(BigDecimal.valueOf(random.nextInt(10, 101), 2));
      };
    }

    private static List<String> faults(Random random) {
      List<String> plan = new ArrayList<>();
      if (random.nextInt(5) > 0) {
        String fault = one(AT_CLOSE, random);
        plan.add(fault + "@POST:/trade/order");
        plan.add(fault + "@POST:/trade/close-position");
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

    void check(int number) {
      if (hedged) {
        positions.hedged();
      }
      boolean up = hedged ? leg.posSide() == PosSide.LONG : random.nextBoolean();
      String contracts = BigDecimal.valueOf(random.nextInt(1, 300), 2).toPlainString();
      positions.open(leg, up ? contracts : "-" + contracts);
      positions.open(other, hedged && up ? "-0.4" : "0.4");
      BigDecimal before = positions.held(leg);
      BigDecimal beside = positions.held(other);
      Attempt attempt = positions.close(request, faults);
      String what = "plan " + number + " " + request + " of " + before + " under " + faults;
      try {
        judge(attempt, before);
        assertThat(positions.held(other)).as("the other leg").isEqualByComparingTo(beside);
        journalAgrees(attempt);
      } catch (AssertionError e) {
        throw new AssertionError(what + " gave " + attempt.told() + ": " + e.getMessage(), e);
      }
    }

    private void judge(Attempt attempt, BigDecimal before) {
      BigDecimal after = positions.held(leg);
      assertThat(attempt.sent()).isLessThanOrEqualTo(1);
      assertThat(after.abs()).isLessThanOrEqualTo(before.abs());
      assertThat(after.signum()).isIn(0, before.signum());
      if (attempt.outcome().isEmpty()) {
        assertThat(attempt.sent()).as("sent before a fault").isZero();
        assertThat(after).isEqualByComparingTo(before);
        return;
      }
      boolean taken = positions.taken(attempt.outcome().get().ticket().clOrdId());
      BigDecimal left = before.abs().subtract(wanted(before)).max(BigDecimal.ZERO);
      switch (attempt.outcome().get()) {
        case Outcome.Accepted _ -> {
          assertThat(taken).isTrue();
          assertThat(after.abs()).isEqualByComparingTo(left);
        }
        case Outcome.Rejected _, Outcome.NotSent _, Outcome.Denied _ -> {
          assertThat(taken).isFalse();
          assertThat(after).isEqualByComparingTo(before);
        }
        case Outcome.Unsafe _ -> {
          assertThat(taken).isTrue();
          assertThat(positions.halted()).isTrue();
        }
        case Outcome.Unknown _ -> assertThat(attempt.sent()).isEqualTo(1);
        case Outcome.Halted _, Outcome.Allowed _ -> throw new AssertionError("not for a close");
      }
    }

    private BigDecimal wanted(BigDecimal before) {
      BigDecimal lot = new BigDecimal("0.01");
      return switch (request.size()) {
        case CloseSize.Whole _ -> before.abs();
        case CloseSize.Contracts contracts -> contracts.sz();
        case CloseSize.Ratio ratio -> Decimals.floorTo(before.abs().multiply(ratio.ratio()), lot);
      };
    }

    /// Once the network is well, the journal's last word is the exchange's, if there was a journal.
    private void journalAgrees(Attempt attempt) {
      try (PaperDesk.Process process = desk.process()) {
        process.gateway().resolve();
      }
      assertThat(desk.ledger().openIntents()).isEmpty();
      String word = positions.word();
      if (word.isEmpty() || attempt.outcome().isEmpty()) {
        assertThat(attempt.outcome().isEmpty() || attempt.foreseen() || !unlocked())
            .as("no word")
            .isTrue();
        return;
      }
      boolean taken = positions.taken(attempt.outcome().get().ticket().clOrdId());
      assertThat(word.equals("accepted")).as("the journal says " + word).isEqualTo(taken);
    }

    /// Without the account's name there is no journal to write into.
    private boolean unlocked() {
      return faults.stream().noneMatch(f -> f.contains("/account/config") || f.contains(":*"));
    }
  }
}
