package dev.okxguard.guard.breaker;

import static dev.okxguard.guard.breaker.Accounts.NOON;
import static dev.okxguard.guard.breaker.Accounts.calm;
import static dev.okxguard.guard.breaker.Accounts.funding;
import static dev.okxguard.guard.breaker.Accounts.leg;
import static dev.okxguard.guard.breaker.Accounts.limits;
import static dev.okxguard.guard.breaker.Accounts.liquidation;
import static dev.okxguard.guard.breaker.Accounts.marks;
import static dev.okxguard.guard.breaker.Accounts.penalty;
import static dev.okxguard.guard.breaker.Accounts.reading;
import static dev.okxguard.guard.breaker.Accounts.result;
import static dev.okxguard.guard.breaker.Accounts.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.guard.Breaker;
import dev.okxguard.model.PosSide;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The day's loss and the drawdown, to the cent.
class EquityBreakersTest {
  private static final Instant MORNING = NOON.minus(Duration.ofHours(3));
  private static final Instant MIDNIGHT = Instant.parse("2026-11-21T00:00:00Z");

  private static String day(Having having) {
    return reading(having.look(), Breaker.MAX_DAILY_LOSS_RATIO).verdict();
  }

  private static String top(Having having) {
    return reading(having.look(), Breaker.MAX_DRAWDOWN).verdict();
  }

  private static Marks kept(Having having) {
    return Breakers.evaluate(having.look(), limits()).marks().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"970.01,ok", "970.00,tripped", "969.99,tripped", "1000,ok", "1200,ok"})
  void theDaysLossTripsAtItsLimitAndNotACentBefore(String equity, String verdict) {
    assertThat(day(Having.of(calm(NOON, equity)).marks(marks(MORNING, "1000", "1000", "1000"))))
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"900.01,ok", "900.00,tripped", "1,tripped", "1000,ok"})
  void theDrawdownTripsAtItsLimitAndNotACentBefore(String equity, String verdict) {
    assertThat(top(Having.of(calm(NOON, equity)).marks(marks(MORNING, equity, equity, "1000"))))
        .isEqualTo(verdict);
  }

  @Test
  void theHighWaterMarkRisesAndNeverFalls() {
    Having higher = Having.of(calm(NOON, "1500")).marks(marks(MORNING, "1000", "1000", "1000"));
    assertThat(kept(higher).highWater()).isEqualByComparingTo("1500");
    Having lower = Having.of(calm(NOON, "950")).marks(marks(MORNING, "1000", "1000", "1000"));
    assertThat(kept(lower).highWater()).isEqualByComparingTo("1000");
  }

  @Test
  void aDepositIsNoProfitThatHidesALoss() {
    Having having =
        Having.of(calm(NOON, "1969"))
            .marks(marks(MORNING, "1000", "1000", "1000"))
            .bills(transfer(101, MORNING.plusSeconds(60), "1000"));
    assertThat(day(having)).isEqualTo("tripped");
  }

  @Test
  void aWithdrawalIsNoLoss() {
    Having having =
        Having.of(calm(NOON, "100"))
            .marks(marks(MORNING, "1000", "1000", "1000"))
            .bills(transfer(101, MORNING.plusSeconds(60), "-900"));
    assertThat(day(having)).isEqualTo("ok");
    assertThat(top(having)).isEqualTo("ok");
    assertThat(kept(having).highWater()).isEqualByComparingTo("100");
    assertThat(kept(having).lastBill()).isEqualTo("101");
  }

  @Test
  void aTransferCountedInBeforeCountsOnce() {
    Having having =
        Having.of(calm(NOON, "1000"))
            .marks(marks(MORNING, "1000", "1000", "1000"))
            .bills(transfer(100, MORNING.plusSeconds(60), "500"));
    assertThat(day(having)).isEqualTo("ok");
    assertThat(Breakers.evaluate(having.look(), limits()).marks()).isEmpty();
  }

  @Test
  void freshMoneyAfterEverythingIsLostDoesNotBringTheLossBack() {
    Having having =
        Having.of(calm(NOON, "500"))
            .marks(marks(MORNING, "1000", "1000", "1000"))
            .bills(transfer(101, MORNING.plusSeconds(60), "500"));
    assertThat(day(having)).isEqualTo("tripped");
    assertThat(top(having)).isEqualTo("tripped");
  }

  @Test
  void moneyForAnAccountWithDustInItIsNoLoss() {
    Having having =
        Having.of(calm(NOON, "999.5"))
            .marks(marks(MORNING, "0.02", "0.02", "0.02"))
            .bills(transfer(101, MORNING.plusSeconds(60), "1000"));
    assertThat(day(having)).isEqualTo("ok");
    assertThat(kept(having).highWater()).isEqualByComparingTo("999.5");
  }

  @Test
  void aLossBetweenTheLastMarkAndTheFirstLookOfADayCountsForThatDay() {
    Marks yesterday = marks(MIDNIGHT.minusSeconds(600), "1000", "1200", "1000");
    Having lost = Having.of(calm(MIDNIGHT.plusSeconds(1), "970")).marks(yesterday);
    assertThat(day(lost)).isEqualTo("tripped");
    Having won = Having.of(calm(MIDNIGHT.plusSeconds(1), "1010")).marks(yesterday);
    assertThat(day(won)).isEqualTo("ok");
    assertThat(kept(won).dayStart()).isEqualByComparingTo("1010");
  }

  @Test
  void theDayTurnsAtMidnightByTheExchangesClock() {
    Marks evening = marks(MIDNIGHT.minusSeconds(1), "980", "1000", "1000");
    Having before = Having.of(calm(MIDNIGHT.minusMillis(1), "970")).marks(evening);
    assertThat(day(before)).isEqualTo("tripped");
    Having after = Having.of(calm(MIDNIGHT, "970")).marks(evening);
    assertThat(day(after)).isEqualTo("ok");
    assertThat(kept(after).dayStart()).isEqualByComparingTo("980");
  }

  @Test
  void aClockThatRunsBackwardsDeniesAndTripsNothing() {
    Marks later = marks(NOON.plusSeconds(6), "1000", "1000", "1000");
    assertThat(day(Having.of(calm(NOON, "500")).marks(later))).isEqualTo("unknown");
    assertThat(top(Having.of(calm(NOON, "500")).marks(later))).isEqualTo("unknown");
    Marks jitter = marks(NOON.plusSeconds(5), "1000", "1000", "1000");
    assertThat(day(Having.of(calm(NOON, "500")).marks(jitter))).isEqualTo("tripped");
  }

  @Test
  void marksOlderThanTheExchangesBillsDeny() {
    Marks old = marks(NOON.minus(Duration.ofDays(90)), "1000", "1000", "1000");
    assertThat(day(Having.of(calm(NOON, "1000")).marks(old))).isEqualTo("unknown");
    Marks known = marks(NOON.minus(Duration.ofDays(88)), "1000", "1000", "1000");
    assertThat(day(Having.of(calm(NOON, "1000")).marks(known))).isEqualTo("ok");
  }

  @ParameterizedTest
  @CsvSource({"-30,0,tripped", "-29.99,0,ok", "-20,-10,tripped", "20,-49,ok", "10,-42,tripped"})
  void withoutMarksTheExchangesOwnRecordTrips(String pnl, String fee, String verdict) {
    String equity = "970";
    Having having = Having.of(calm(NOON, equity)).bills(result(101, MORNING, pnl, fee));
    assertThat(day(having)).isEqualTo(verdict);
  }

  @Test
  void fundingPaidIsALossOfTheDay() {
    assertThat(day(Having.of(calm(NOON, "970")).bills(funding(101, MORNING, "-30"))))
        .isEqualTo("tripped");
  }

  @Test
  void thePenaltyOfALiquidationIsALossOfTheDay() {
    Having having =
        Having.of(calm(NOON, "970"))
            .bills(liquidation(101, MORNING, "-20"), penalty(102, MORNING, "-10"));
    assertThat(day(having)).isEqualTo("tripped");
  }

  @Test
  void whatOpenPositionsLoseCountsAndWhatTheyGainDoesNot() {
    assertThat(day(Having.of(calm(NOON, "970")).legs(leg(PosSide.NET, "1", "-30"))))
        .isEqualTo("tripped");
    Having hidden =
        Having.of(calm(NOON, "970"))
            .bills(result(101, MORNING, "-30", "0"))
            .legs(leg(PosSide.NET, "1", "30"));
    assertThat(day(hidden)).isEqualTo("tripped");
  }

  @Test
  void yesterdaysResultsAreNotTodays() {
    Having having =
        Having.of(calm(NOON, "970")).bills(result(101, MIDNIGHT.minusMillis(1), "-30", "0"));
    assertThat(day(having)).isEqualTo("ok");
    assertThat(day(Having.of(calm(NOON, "970")).bills(result(101, MIDNIGHT, "-30", "0"))))
        .isEqualTo("tripped");
  }

  @Test
  void theExchangesRecordGoesByWhatTheDayBeganWithWhateverWasMovedSince() {
    Having deposited =
        Having.of(calm(NOON, "9970"))
            .bills(result(101, MORNING, "-30", "0"), transfer(102, MORNING.plusSeconds(9), "9000"));
    assertThat(day(deposited)).isEqualTo("tripped");
    Having withdrawn =
        Having.of(calm(NOON, "97"))
            .bills(result(101, MORNING, "-3", "0"), transfer(102, MORNING.plusSeconds(9), "-900"));
    assertThat(day(withdrawn)).isEqualTo("ok");
  }

  @Test
  void anOpenLossLargerThanAllThereWasBeforeADepositIsNoLossOfEverything() {
    // 20 paid a fee, 1,000 came, marks were kept with them; 25 of 1,020 are lost since.
    Having deposited =
        Having.of(calm(NOON, "994.99"))
            .marks(marks(MORNING.plusSeconds(60), "1019.99", "1020", "1020"))
            .legs(leg(PosSide.NET, "1", "-25"))
            .bills(
                result(101, MORNING, "0", "-0.01"), transfer(102, MORNING.plusSeconds(9), "1000"));
    assertThat(day(deposited)).isEqualTo("ok");
  }

  @Test
  void moneyForANewAccountIsNoBaseOfNothing() {
    Having having =
        Having.of(calm(NOON, "9999"))
            .bills(transfer(101, MORNING, "10000"), result(102, MORNING.plusSeconds(9), "0", "-1"));
    assertThat(day(having)).isEqualTo("ok");
  }

  @Test
  void lostMarksDoNotBringTheTopDownToWhatIsLeftOfTheDay() {
    Having having = Having.of(calm(NOON, "980")).bills(result(101, MORNING, "-20", "0"));
    assertThat(kept(having).highWater()).isEqualByComparingTo("1000");
  }

  @Test
  void resumingMeasuresTheDayAnew() {
    Having having =
        Having.of(calm(NOON, "970"))
            .bills(result(101, MORNING, "-30", "0"))
            .legs(leg(PosSide.NET, "1", "-5"));
    assertThat(day(having)).isEqualTo("tripped");
    assertThat(day(having.resumed(NOON.minusSeconds(60)))).isEqualTo("ok");
    assertThat(day(having.resumed(MIDNIGHT.minusSeconds(60)))).isEqualTo("tripped");
  }

  @Test
  void anOpenLossOfAnEarlierDayCountsOnceWhereMarksWereKept() {
    Having having = Having.of(calm(NOON, "960")).legs(leg(PosSide.NET, "1", "-40"));
    assertThat(day(having)).isEqualTo("tripped");
    assertThat(day(having.marks(marks(MORNING, "961", "961", "1000")))).isEqualTo("ok");
    assertThat(day(having.marks(marks(MORNING, "1000", "1000", "1000")))).isEqualTo("tripped");
  }

  @Test
  void aDayWithoutMarksBeganWithWhatTheRecordSays() {
    Having having = Having.of(calm(NOON, "990")).legs(leg(PosSide.NET, "1", "-10"));
    assertThat(kept(having).dayStart()).isEqualByComparingTo("1000");
  }

  @Test
  void whatIsMissingDeniesAndNeverTrips() {
    Having unmarked = Having.of(calm(NOON, "1"));
    Having lost = unmarked.marks(marks(MORNING, "1000", "1000", "1000"));
    for (Having having :
        List.of(
            lost.noBalance(),
            lost.noBills(),
            unmarked.noLegs(),
            Having.of(calm(NOON, "0")),
            Having.of(calm(NOON, "-5")),
            unmarked.legs(leg(PosSide.NET, "1", "")))) {
      assertThat(day(having)).isEqualTo("unknown");
      assertThat(top(having)).isEqualTo("unknown");
      assertThat(Breakers.evaluate(having.look(), limits()).marks()).isEmpty();
    }
  }
}
