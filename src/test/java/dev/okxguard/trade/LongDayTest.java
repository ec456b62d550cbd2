package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.guard.Breaker;
import dev.okxguard.guard.BreakerReading;
import dev.okxguard.guard.Policy;
import dev.okxguard.guard.breaker.Breakers;
import dev.okxguard.guard.breaker.Evaluation;
import dev.okxguard.guard.breaker.Look;
import dev.okxguard.guard.breaker.Marks;
import dev.okxguard.guard.breaker.Statement;
import dev.okxguard.guard.breaker.Tally;
import dev.okxguard.guard.breaker.Trading;
import dev.okxguard.model.Bill;
import dev.okxguard.model.Span;
import dev.okxguard.okx.Exchange;
import dev.okxguard.testing.Altered;
import dev.okxguard.testing.Answers;
import dev.okxguard.testing.Seed;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// A day with more bills than one look reads is counted over several, and that changes nothing.
class LongDayTest {
  private static final Instant EVENING = Instant.parse("2026-11-21T20:00:00Z");
  private static final int PAGE = 10;
  private static final int MOST = 60;

  private static Policy.Breakers limits(int losses) {
    return new Policy.Breakers(
        new BigDecimal("0.03"), new BigDecimal("0.10"), losses, 60, new BigDecimal("0.08"), 15);
  }

  /// Two watches over one account: one reads a ration at each look and goes on from what it
  /// counted, the other reads everything each time.
  private static final class Watches {
    private final Random random;
    private final Trading account;
    private final Exchange exchange;
    private Policy.Breakers limits = limits(3);
    private Optional<Tally> tally = Optional.empty();
    private Optional<Marks> marks = Optional.empty();
    private int whole;
    private int part;

    Watches(Random random) {
      this.random = random;
      this.account = new Trading(random, EVENING);
      this.exchange = pages(account);
    }

    void over(int looks) {
      for (int look = 0; look < looks; look++) {
        boolean busy = random.nextInt(3) == 0;
        for (int i = busy ? random.nextInt(90) : 0; i > 0; i--) {
          account.something();
          account.pass(random.nextInt(3) == 0 ? 0 : random.nextInt(20_000));
        }
        account.pass(120_000);
        look();
      }
      assertThat(whole).isPositive();
      assertThat(part).isPositive();
    }

    /// Now and then the owner turns the count of round trips off, or on again, and now and then the
    /// fills cannot be read.
    private void look() {
      if (random.nextInt(15) == 0) {
        limits = limits(random.nextBoolean() ? 3 : 0);
      }
      boolean blind = random.nextInt(6) == 0;
      Statement read = read(tally, MOST);
      Evaluation mine = evaluated(tally, read, blind);
      Evaluation full =
          evaluated(Optional.empty(), read(Optional.empty(), Integer.MAX_VALUE), blind);
      if (read.unread().isEmpty()) {
        assertThat(mine.readings()).isEqualTo(full.readings());
        sameMarks(mine, full, read);
        whole++;
      } else {
        assertThat(reading(mine, Breaker.MAX_DAILY_LOSS_RATIO).verdict()).isEqualTo("unknown");
        assertThat(reading(mine, Breaker.MAX_DRAWDOWN).verdict()).isEqualTo("unknown");
        assertThat(reading(mine, Breaker.MAX_CONSECUTIVE_LOSSES))
            .isEqualTo(reading(full, Breaker.MAX_CONSECUTIVE_LOSSES));
        assertThat(mine.marks()).isEmpty();
        part++;
      }
      tally = mine.tally().map(LongDayTest::journaled).or(() -> tally);
      marks = mine.marks().or(() -> marks);
    }

    /// The newest bill counted in may be one that only who reads all of the day before still has:
    /// it tells transfers alone.
    private void sameMarks(Evaluation mine, Evaluation full, Statement read) {
      assertThat(mine.marks().map(LongDayTest::figures))
          .isEqualTo(full.marks().map(LongDayTest::figures));
      for (Bill bill : read.bills()) {
        if (bill.transfer()) {
          assertThat(mine.marks().map(marks -> marks.before(bill)))
              .isEqualTo(full.marks().map(marks -> marks.before(bill)));
        }
      }
    }

    private Statement read(Optional<Tally> from, int most) {
      Instant midnight = account.now().truncatedTo(ChronoUnit.DAYS);
      Instant day = midnight.isBefore(EVENING) ? EVENING : midnight;
      Instant since = marks.map(Marks::at).filter(day::isAfter).orElse(day);
      return Past.unread().bills(exchange, Past.Wanted.of(from, since, most, () -> false));
    }

    private Evaluation evaluated(Optional<Tally> from, Statement read, boolean blind) {
      Instant begin = from.filter(Tally::trips).map(Tally::at).orElse(EVENING);
      Look look = account.look(begin, read, marks, from, Optional.empty());
      return Breakers.evaluate(blind ? look.with(Optional.empty()) : look, limits);
    }
  }

  private static BreakerReading reading(Evaluation evaluation, Breaker breaker) {
    return evaluation.readings().stream()
        .filter(reading -> reading.breaker() == breaker)
        .findFirst()
        .orElseThrow();
  }

  private static Marks figures(Marks marks) {
    return Altered.of(marks, "lastBill", "");
  }

  private static Tally journaled(Tally tally) {
    return TallyContent.read(TallyContent.event(tally)).orElseThrow();
  }

  private static Exchange pages(Trading account) {
    return new Answers().to("eachBill", asked -> told(account, asked)).exchange();
  }

  @SuppressWarnings("unchecked")
  private static Object told(Trading account, List<Object> asked) {
    Optional<Instant> until = (Optional<Instant>) asked.get(1);
    Consumer<Bill> each = (Consumer<Bill>) asked.get(2);
    List<Bill> all = account.bills((Instant) asked.getFirst(), until);
    for (int i = 0; i < all.size(); i++) {
      each.accept(all.get(i));
      boolean full = (i + 1) % PAGE == 0;
      if (full && ((BooleanSupplier) asked.get(3)).getAsBoolean()) {
        break;
      }
    }
    return Optional.empty();
  }

  @Test
  void whoCountsTheDayInRationsSeesInTheEndWhatWhoReadsAllSees() throws Exception {
    for (int account = 0; account < 8; account++) {
      Seed.check((random, _) -> new Watches(random).over(60));
    }
  }

  /// Piece by piece, each bill once, and what is left is told.
  @Test
  void rationsMakeUpAllThereIs() throws Exception {
    Seed.check(
        (random, _) -> {
          Trading account = new Trading(random, EVENING);
          for (int i = 0; i < 400; i++) {
            account.something();
            account.pass(random.nextInt(4) > 0 ? random.nextInt(3) : random.nextInt(20_000));
          }
          account.pass(Duration.ofMinutes(3).toMillis());
          List<String> all =
              account.bills(EVENING, Optional.empty()).stream().map(Bill::billId).toList();
          for (int most : List.of(1, 2 * PAGE, 1 + random.nextInt(200))) {
            assertThat(inRations(account, most))
                .extracting(Bill::billId)
                .containsExactlyInAnyOrderElementsOf(all);
          }
        });
  }

  private static List<Bill> inRations(Trading account, int most) {
    Exchange exchange = pages(account);
    List<Bill> seen = new ArrayList<>();
    List<Span> left = List.of(new Span(EVENING, account.now()));
    for (int looks = 0; !left.isEmpty(); looks++) {
      assertThat(looks).isLessThan(1_000);
      Past.Wanted wanted = new Past.Wanted(account.now(), left, most, () -> false);
      Statement read = Past.unread().bills(exchange, wanted);
      assertThat(read.bills())
          .allSatisfy(bill -> assertThat(read.unread()).noneMatch(span -> span.holds(bill.time())));
      seen.addAll(read.bills());
      left = read.unread();
    }
    return seen;
  }
}
