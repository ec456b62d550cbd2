package dev.okxguard.guard.breaker;

import static dev.okxguard.guard.breaker.Accounts.NOON;
import static dev.okxguard.guard.breaker.Accounts.calm;
import static dev.okxguard.guard.breaker.Accounts.leg;
import static dev.okxguard.guard.breaker.Accounts.limits;
import static dev.okxguard.guard.breaker.Accounts.reading;
import static dev.okxguard.guard.breaker.Accounts.result;
import static dev.okxguard.guard.breaker.Accounts.swap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.guard.Breaker;
import dev.okxguard.model.Bill;
import dev.okxguard.model.Fill;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.Side;
import dev.okxguard.model.Span;
import dev.okxguard.testing.Seed;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What was counted need not be read again, and that changes nothing.
class TallyTest {
  private static final Instant EVENING = Instant.parse("2026-11-21T20:00:00Z");

  /// Two watches over one account: one goes on from what it counted, the other reads everything
  /// each time.
  private static final class Watches {
    private final Random random;
    private final Trading account;
    private Optional<Tally> tally = Optional.empty();
    private Optional<Marks> marks = Optional.empty();
    private Optional<Instant> resumed = Optional.empty();
    private int kept;

    Watches(Random random) {
      this.random = random;
      this.account = new Trading(random, EVENING);
    }

    void over(int looks) {
      for (int look = 0; look < looks; look++) {
        for (int i = random.nextInt(80); i > 0; i--) {
          account.something();
          account.pass(random.nextInt(3) == 0 ? 0 : random.nextInt(20_000));
        }
        look();
      }
      assertThat(kept).isPositive();
    }

    private void look() {
      boolean allListed = tally.isEmpty() || random.nextInt(3) > 0;
      if (allListed) {
        account.pass(120_000);
      }
      Evaluation mine = evaluated(tally);
      if (allListed) {
        Evaluation full = evaluated(Optional.empty());
        assertThat(mine.readings()).isEqualTo(full.readings());
        assertThat(mine.marks()).isEqualTo(full.marks());
      }
      kept += mine.tally().isPresent() ? 1 : 0;
      tally = mine.tally().or(() -> tally);
      marks = mine.marks().or(() -> marks);
      if (random.nextInt(12) == 0) {
        resumed = Optional.of(account.now());
        marks = Optional.empty();
        tally = Optional.empty();
      }
    }

    private Evaluation evaluated(Optional<Tally> from) {
      Instant begin = from.map(Tally::at).orElse(EVENING);
      return Breakers.evaluate(account.look(begin, marks, from, resumed), limits());
    }
  }

  @Test
  void whoGoesOnFromATallySeesWhatWhoReadsEverythingSees() throws Exception {
    for (int account = 0; account < 8; account++) {
      Seed.check((random, _) -> new Watches(random).over(25));
    }
  }

  /// More than a page of entries, and the position they make.
  private static Having busy() {
    List<Fill> fills = new ArrayList<>();
    for (int i = 0; i <= 100; i++) {
      fills.add(swap(i % 100, Side.BUY, "1", "-1", "0"));
    }
    return Having.of(calm(NOON, "1000")).fills(fills.toArray(Fill[]::new));
  }

  private static Look with(Look look, Tally tally) {
    return new Look(
        look.now(),
        look.marks(),
        Optional.of(tally),
        look.balance(),
        look.bills(),
        look.funding(),
        look.fills(),
        look.positions(),
        look.candles(),
        look.rates(),
        look.resumed());
  }

  private static Optional<Tally> tally(Look look) {
    return Breakers.evaluate(look, limits()).tally();
  }

  private static final Position HELD = leg(PosSide.NET, "101", "0");

  @Test
  void aTallyIsMadeOnceItSparesMuch() {
    assertThat(tally(busy().legs(HELD).look()))
        .hasValueSatisfying(
            made -> {
              assertThat(made.at()).isEqualTo(NOON.minus(Duration.ofMinutes(2)));
              assertThat(made.open()).hasSize(1);
            });
    assertThat(tally(having(26).look())).isPresent();
    assertThat(tally(having(25).look())).isEmpty();
  }

  private static Having having(int entries) {
    Fill[] fills = busy().look().fills().orElseThrow().stream().limit(entries).toArray(Fill[]::new);
    return Having.of(calm(NOON, "1000")).fills(fills).legs(HELD);
  }

  @Test
  void whatIsMissingMakesNoTally() {
    assertThat(tally(busy().legs(HELD).noBills().look())).isEmpty();
    assertThat(tally(busy().noLegs().look())).isEmpty();
  }

  /// A fill that is listed late, or came between two reads: the next look may tell.
  @Test
  void whileFillsAndPositionsDifferTheTallyStays() {
    Tally young = made(NOON.minus(Duration.ofMinutes(59)));
    assertThat(tally(with(after(young).legs(HELD).look(), young))).isPresent();
    Having off = after(young).legs(leg(PosSide.NET, "100", "0"));
    assertThat(tally(with(off.look(), young))).isEmpty();
  }

  /// A busy account may differ at every look, and its day is counted to the end all the same.
  @Test
  void whileFillsAndPositionsDifferTheCountOfTheDayGoesOn() {
    Instant at = NOON.minus(Duration.ofMinutes(59));
    Span morning = new Span(at.minus(Duration.ofHours(3)), at.minus(Duration.ofHours(1)));
    Tally young = unread(made(at), morning);
    Bill lost = result(1, morning.from().plusSeconds(1), "-5", "0");
    Having off = after(young).legs(leg(PosSide.NET, "100", "0")).bills(lost);
    assertThat(tally(with(off.look(), young)))
        .hasValueSatisfying(
            more -> {
              assertThat(more.at()).isEqualTo(young.at());
              assertThat(more.open()).isEqualTo(young.open());
              assertThat(more.unread()).isEmpty();
              assertThat(more.changes())
                  .singleElement()
                  .satisfies(sum -> assertThat(sum.balChg()).isEqualByComparingTo("-5"));
            });
  }

  private static Tally unread(Tally made, Span span) {
    return new Tally(
        made.at(), made.trips(), made.losing(), made.open(), made.changes(), List.of(span));
  }

  /// A delivery is no fill.
  @Test
  void afterAnHourPositionsAreRight() {
    Tally old = made(NOON.minus(Duration.ofMinutes(60)));
    Having off = after(old).legs(leg(PosSide.NET, "100", "0"));
    assertThat(tally(with(off.look(), old)).orElseThrow().open())
        .singleElement()
        .satisfies(open -> assertThat(open.held()).isEqualByComparingTo("100"));
    assertThat(tally(with(after(old).legs().look(), old)).orElseThrow().open()).isEmpty();
  }

  /// From before all those entries.
  private static Tally made(Instant at) {
    Tally.Open open =
        new LegTrips.Name(HELD.instType(), HELD.instId(), HELD.posSide())
            .flat()
            .holding(HELD.pos().subtract(BigDecimal.valueOf(101)));
    return new Tally(
        at, true, 0, open.held().signum() == 0 ? List.of() : List.of(open), List.of(), List.of());
  }

  private static Having after(Tally tally) {
    List<Fill> fills = new ArrayList<>();
    for (Fill fill : busy().look().fills().orElseThrow()) {
      fills.add(at(fill, tally.at().plusSeconds(1)));
    }
    return Having.of(calm(NOON, "1000")).fills(fills.toArray(Fill[]::new));
  }

  private static Fill at(Fill fill, Instant time) {
    return new Fill(
        fill.instType(),
        fill.instId(),
        fill.tradeId(),
        fill.billId(),
        fill.ordId(),
        fill.clOrdId(),
        fill.side(),
        fill.posSide(),
        fill.px(),
        fill.sz(),
        fill.fee(),
        fill.feeCcy(),
        fill.pnl(),
        time);
  }

  @Test
  void aTallyOfTheFutureOrTooOldIsOfNoUse() {
    Tally tally = made(NOON);
    assertThat(tally.usable(NOON)).isFalse();
    assertThat(tally.usable(NOON.plusSeconds(1))).isTrue();
    assertThat(tally.usable(NOON.plus(Duration.ofDays(3)).minusSeconds(1))).isTrue();
    assertThat(tally.usable(NOON.plus(Duration.ofDays(3)))).isFalse();
  }

  @Test
  void theRowOnRecordGoesOn() {
    Tally two =
        new Tally(NOON.minus(Duration.ofMinutes(3)), true, 2, List.of(), List.of(), List.of());
    Fill[] lost = {swap(118, Side.BUY, "1", "0", "0"), swap(119, Side.SELL, "1", "0", "-1")};
    Look look = with(Having.of(calm(NOON, "1000")).fills(lost).look(), two);
    assertThat(reading(look, Breaker.MAX_CONSECUTIVE_LOSSES).verdict()).isEqualTo("tripped");
    assertThat(Breakers.evaluate(look, limits()).olderFills()).isFalse();
  }
}
