package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.okxguard.guard.Breaker;
import dev.okxguard.guard.BreakerReading;
import dev.okxguard.guard.Policy;
import dev.okxguard.guard.breaker.Breakers;
import dev.okxguard.guard.breaker.Evaluation;
import dev.okxguard.guard.breaker.Look;
import dev.okxguard.guard.breaker.Marks;
import dev.okxguard.guard.breaker.Statement;
import dev.okxguard.journal.Journal;
import dev.okxguard.journal.JournalReader;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Bill;
import dev.okxguard.model.UsdRates;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.Seed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Money that comes and goes, and programs that end and begin, change no measurement.
class UnitValueTest {
  private static final BigDecimal ROUNDING = new BigDecimal("0.000002");
  private static final Policy.Breakers LIMITS =
      new Policy.Breakers(BigDecimal.ONE, BigDecimal.ONE, 0, 0, BigDecimal.ZERO, 0);

  @TempDir Path home;

  /// An account that wins and loses by given ratios.
  private static final class Fund {
    private final boolean moves;
    private final List<Bill> bills = new ArrayList<>();
    private BigDecimal equity = new BigDecimal("1000");
    private Optional<Marks> marks = Optional.empty();

    Fund(boolean moves) {
      this.moves = moves;
    }

    void trade(BigDecimal ratio) {
      equity = equity.multiply(ratio).setScale(12, RoundingMode.HALF_EVEN);
    }

    void transfer(BigDecimal share, Instant now) {
      if (moves) {
        BigDecimal amount = equity.multiply(share).setScale(8, RoundingMode.HALF_EVEN);
        equity = equity.add(amount);
        String id = String.valueOf(1000 + bills.size());
        bills.addFirst(
            new Bill(
                id,
                "1",
                "11",
                "USDT",
                amount,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                "",
                "",
                "",
                "",
                Optional.empty(),
                now));
      }
    }

    Evaluation look(Instant now, Optional<Marks> on) {
      Balance.Currency dollars =
          new Balance.Currency(
              "USDT", equity, equity, equity, BigDecimal.ZERO, Optional.of(equity));
      Look look =
          new Look(
              now,
              on,
              Optional.empty(),
              Optional.of(new Balance(equity, List.of(dollars))),
              Optional.of(Statement.whole(List.copyOf(bills))),
              Optional.of(List.of()),
              Optional.of(List.of()),
              Optional.of(List.of()),
              Map.of(),
              new UsdRates(Map.of()),
              Optional.empty());
      return Breakers.evaluate(look, LIMITS);
    }

    Evaluation look(Instant now) {
      Evaluation evaluation = look(now, marks);
      marks = evaluation.marks().or(() -> marks);
      return evaluation;
    }
  }

  private static BigDecimal value(Evaluation evaluation, Breaker breaker) {
    return evaluation.readings().stream()
        .filter(reading -> reading.breaker() == breaker)
        .map(BreakerReading::value)
        .map(BigDecimal::new)
        .findFirst()
        .orElseThrow();
  }

  private static void agree(Evaluation one, Evaluation other, String when) {
    for (Breaker breaker : List.of(Breaker.MAX_DAILY_LOSS_RATIO, Breaker.MAX_DRAWDOWN)) {
      assertThat(value(one, breaker))
          .as(breaker + when)
          .isCloseTo(value(other, breaker), within(ROUNDING));
    }
  }

  private static BigDecimal ratio(Random random, int percent) {
    int step = random.nextInt(2 * percent * 100 + 1) - percent * 100;
    return BigDecimal.ONE.add(BigDecimal.valueOf(step, 4));
  }

  @Test
  void depositsAndWithdrawalsAreNeitherProfitNorLoss() throws Exception {
    Seed.check(UnitValueTest::transfersChangeNothing);
  }

  private static void transfersChangeNothing(Random random, long seed) {
    for (int run = 0; run < 15; run++) {
      Fund quiet = new Fund(false);
      Fund busy = new Fund(true);
      Instant now = Instant.parse("2026-11-21T00:00:01Z");
      for (int step = 0; step < 40; step++) {
        now = now.plusSeconds(60L + random.nextInt(600));
        BigDecimal ratio = ratio(random, 4);
        quiet.trade(ratio);
        busy.trade(ratio);
        for (int moves = random.nextInt(3); moves > 0; moves--) {
          busy.transfer(ratio(random, 80).subtract(BigDecimal.ONE), now);
        }
        agree(quiet.look(now), busy.look(now), " seed " + seed + " run " + run);
      }
    }
  }

  @Test
  void restartsChangeNothing() throws Exception {
    Seed.check(this::restartsChangeNothing);
  }

  private void restartsChangeNothing(Random random, long seed) {
    ManualTime time = ManualTime.at("2026-11-21T20:00:00Z");
    Fund stays = new Fund(true);
    Path directory = home.resolve("journal");
    for (int step = 0; step < 25; step++) {
      time.advance(Duration.ofSeconds(60L + random.nextInt(900)));
      stays.trade(ratio(random, 4));
      if (random.nextInt(4) == 0) {
        stays.transfer(ratio(random, 50).subtract(BigDecimal.ONE), time.now());
      }
      Optional<Marks> onRecord = BreakerRecord.of(JournalReader.ledger(directory).latest()).marks();
      Evaluation restarted = stays.look(time.now(), onRecord);
      assertThat(restarted).as("seed " + seed).isEqualTo(stays.look(time.now()));
      try (Journal journal = Journal.open(directory, time)) {
        restarted.marks().map(BreakerRecord::event).ifPresent(journal::append);
      }
    }
  }
}
