package dev.okxguard.guard.breaker;

import static dev.okxguard.guard.breaker.Accounts.NOON;
import static dev.okxguard.guard.breaker.Accounts.bill;
import static dev.okxguard.guard.breaker.Accounts.calm;
import static dev.okxguard.guard.breaker.Accounts.fill;
import static dev.okxguard.guard.breaker.Accounts.funding;
import static dev.okxguard.guard.breaker.Accounts.leg;
import static dev.okxguard.guard.breaker.Accounts.limits;
import static dev.okxguard.guard.breaker.Accounts.minute;
import static dev.okxguard.guard.breaker.Accounts.num;
import static dev.okxguard.guard.breaker.Accounts.reading;
import static dev.okxguard.guard.breaker.Accounts.spot;
import static dev.okxguard.guard.breaker.Accounts.swap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.guard.Breaker;
import dev.okxguard.guard.Policy;
import dev.okxguard.model.Bill;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Losing round trips in a row, by the exchange's fills.
class StreakTest {
  private static Having having(Fill... fills) {
    return Having.of(calm(NOON, "1000")).fills(fills);
  }

  private static String row(Having having) {
    return reading(having.look(), Breaker.MAX_CONSECUTIVE_LOSSES).value();
  }

  /// Round trips of one contract with that result each, a minute apart.
  private static Fill[] trips(String... results) {
    List<Fill> fills = new ArrayList<>();
    for (int i = 0; i < results.length; i++) {
      fills.add(swap(2 * i, Side.BUY, "1", "0", "0"));
      fills.add(swap(2 * i + 1, Side.SELL, "1", "0", results[i]));
    }
    return fills.toArray(Fill[]::new);
  }

  @Test
  void threeInARowTripAndTwoDoNot() {
    assertThat(reading(having(trips("-1", "-1")).look(), Breaker.MAX_CONSECUTIVE_LOSSES).verdict())
        .isEqualTo("ok");
    assertThat(
            reading(having(trips("-1", "-1", "-1")).look(), Breaker.MAX_CONSECUTIVE_LOSSES)
                .verdict())
        .isEqualTo("tripped");
  }

  @Test
  void aWinOrABreakEvenEndsTheRow() {
    assertThat(row(having(trips("-1", "-1", "1", "-1")))).isEqualTo("1");
    assertThat(row(having(trips("-1", "-1", "0", "-1")))).isEqualTo("1");
    assertThat(row(having(trips("-1", "-1", "1")))).isEqualTo("0");
  }

  @Test
  void feesAndFundingMakeALossOfASmallGain() {
    Fill[] fees = {swap(0, Side.BUY, "1", "-0.6", "0"), swap(1, Side.SELL, "1", "-0.6", "1")};
    assertThat(row(having(fees))).isEqualTo("1");
    Fill[] small = {swap(0, Side.BUY, "1", "0", "0"), swap(9, Side.SELL, "1", "0", "1")};
    assertThat(row(having(small))).isEqualTo("0");
    assertThat(row(having(small).funding(funding(1, minute(5), "-1.01")))).isEqualTo("1");
    assertThat(row(having(small).funding(funding(1, minute(10), "-1.01")))).isEqualTo("0");
  }

  @Test
  void aTripEndsWhenItIsFlatHoweverManyStepsItTakes() {
    Fill[] half = {
      swap(0, Side.BUY, "2", "0", "0"), swap(1, Side.SELL, "1", "0", "-5"),
    };
    assertThat(row(having(half).legs(leg(PosSide.NET, "1", "0")))).isEqualTo("0");
    assertThat(row(having(half[0], half[1], swap(2, Side.SELL, "1", "0", "4")))).isEqualTo("1");
  }

  @Test
  void crossingZeroEndsOneTripAndBeginsTheNext() {
    Having crossed =
        having(swap(0, Side.BUY, "1", "0", "0"), swap(1, Side.SELL, "3", "-0.3", "-1"))
            .legs(leg(PosSide.NET, "-2", "0"));
    assertThat(row(crossed)).isEqualTo("1");
    Having both =
        having(
            swap(0, Side.BUY, "1", "0", "0"),
            swap(1, Side.SELL, "3", "-0.3", "-1"),
            swap(2, Side.BUY, "2", "0", "0.19"));
    assertThat(row(both)).isEqualTo("2");
  }

  @Test
  void longAndShortLegsAreTripsOfTheirOwn() {
    Having having =
        having(
            swap(0, Side.BUY, PosSide.LONG, "1", "0", "0"),
            swap(1, Side.SELL, PosSide.SHORT, "1", "0", "0"),
            swap(2, Side.BUY, PosSide.SHORT, "1", "0", "-1"),
            swap(3, Side.SELL, PosSide.LONG, "1", "0", "-1"));
    assertThat(row(having)).isEqualTo("2");
  }

  @Test
  void aTripThatBeganBeforeTheFillsSeenCountsWithWhatItRealised() {
    assertThat(row(having(swap(0, Side.SELL, "1", "0", "-1")))).isEqualTo("1");
  }

  /// Positions and fills are two reads: an entry between them looks like an exit.
  @Test
  void anEntryThatThePositionsDoNotShowYetIsNoTrip() {
    assertThat(row(having(swap(0, Side.BUY, "1", "-0.1", "0")))).isEqualTo("0");
  }

  @Test
  void coinsBoughtAndSoldForLessAreALosingTrip() {
    assertThat(
            row(
                having(
                    spot(0, Side.BUY, "50000", "0.01", "-0.00001", "BTC"),
                    spot(1, Side.SELL, "50020", "0.00999", "-0.5", "USDT"))))
        .isEqualTo("1");
    assertThat(
            row(
                having(
                    spot(0, Side.BUY, "50000", "0.01", "-0.00001", "BTC"),
                    spot(1, Side.SELL, "51000", "0.00999", "-0.5", "USDT"))))
        .isEqualTo("0");
  }

  @Test
  void coinsAreCountedAtAverageCostUntilNextToNothingIsLeft() {
    Having having =
        having(
            spot(0, Side.BUY, "50000", "0.01", "0", "USDT"),
            spot(1, Side.BUY, "52000", "0.01", "0", "USDT"),
            spot(2, Side.SELL, "50999", "0.01", "0", "USDT"));
    assertThat(row(having)).isEqualTo("0");
    Fill[] all = {
      spot(0, Side.BUY, "50000", "0.01", "0", "USDT"),
      spot(1, Side.BUY, "52000", "0.01", "0", "USDT"),
      spot(2, Side.SELL, "50999", "0.0199", "0", "USDT")
    };
    assertThat(row(having(all))).isEqualTo("1");
  }

  @Test
  void aFeeOnMarginThatIsPaidInTheCoinCountsAtItsPrice() {
    Fill sell = margin(1, Side.SELL, "60089.9", "-0.6", "USDT", "0.899");
    assertThat(row(having(margin(0, Side.BUY, "60000", "-0.00001", "BTC", "0"), sell)))
        .isEqualTo("1");
    assertThat(row(having(margin(0, Side.BUY, "60000", "-0.000004", "BTC", "0"), sell)))
        .isEqualTo("0");
    Fill turn = margin(0, Side.SELL, "60089.9", "-0.6", "USDT", "0");
    assertThat(row(having(turn, margin(1, Side.BUY, "60000", "-0.00001", "BTC", "0.899"))))
        .isEqualTo("1");
  }

  private static Fill margin(
      int minute, Side side, String px, String fee, String feeCcy, String pnl) {
    return fill(
        InstType.MARGIN, "BTC-USDT", minute, side, PosSide.NET, px, "0.01", fee, feeCcy, pnl);
  }

  @Test
  void coinsThatWereThereBeforeAreNoTrip() {
    assertThat(row(having(spot(0, Side.SELL, "1", "5", "0", "USDT")))).isEqualTo("0");
  }

  @Test
  void onlyTripsAfterAPersonResumedCount() {
    Having having = having(trips("-1", "-1", "-1"));
    assertThat(row(having.resumed(minute(1)))).isEqualTo("2");
    assertThat(row(having.resumed(minute(5)))).isEqualTo("0");
  }

  @Test
  void aResumptionOfTheFutureHidesNoTripSinceAClockIsWrong() {
    Having having = having(trips("-1", "-1", "-1"));
    assertThat(verdict(having.resumed(NOON.plusSeconds(5)))).isEqualTo("ok");
    assertThat(verdict(having.resumed(NOON.plusSeconds(6)))).isEqualTo("unknown");
  }

  private static String verdict(Having having) {
    return reading(having.look(), Breaker.MAX_CONSECUTIVE_LOSSES).verdict();
  }

  @Test
  void figuresThatCannotBeDividedAreMissing() {
    Having having =
        having(
            spot(0, Side.BUY, "50000", "1", "0", "USDT"),
            spot(1, Side.SELL, "50000", "0", "0", "USDT"));
    assertThat(verdict(having)).isEqualTo("unknown");
  }

  @Test
  void whatIsMissingDeniesAndNeverTrips() {
    for (Having having : List.of(having(trips("-1", "-1", "-1")).noLegs(), having().noFills())) {
      assertThat(reading(having.look(), Breaker.MAX_CONSECUTIVE_LOSSES).verdict())
          .isEqualTo("unknown");
    }
  }

  @Test
  void zeroTurnsItOff() {
    Policy.Breakers off = new Policy.Breakers(num("0.03"), num("0.1"), 0, 60, num("0"), 15);
    Evaluation evaluation =
        Breakers.evaluate(having(trips("-1", "-1", "-1")).noFills().look(), off);
    assertThat(reading(evaluation, Breaker.MAX_CONSECUTIVE_LOSSES).verdict()).isEqualTo("off");
    assertThat(reading(evaluation, Breaker.MAX_MOVE).verdict()).isEqualTo("off");
  }

  @Test
  void aRowThatMayHaveBegunEarlierAsksForOlderFills() {
    assertThat(Breakers.evaluate(having(trips("-1")).look(), limits()).olderFills()).isTrue();
    assertThat(Breakers.evaluate(having(trips("1", "-1")).look(), limits()).olderFills()).isFalse();
    assertThat(Breakers.evaluate(having().look(), limits()).olderFills()).isFalse();
    assertThat(Breakers.evaluate(having(trips("-1", "-1", "-1")).look(), limits()).olderFills())
        .isFalse();
  }

  @Test
  void whatIsHeldOfAnotherContractHidesNoTrip() {
    Having lost = having(trips("-1", "-1", "-1"));
    Position other = leg("ETH-USDT-SWAP", PosSide.NET, "5", "0");
    assertThat(row(lost.legs(other))).isEqualTo("3");
    assertThat(row(lost.legs(leg(PosSide.LONG, "5", "0")))).isEqualTo("3");
  }

  @Test
  void fundingOfAnotherContractIsNoPartOfATrip() {
    Fill[] small = {swap(0, Side.BUY, "1", "0", "0"), swap(9, Side.SELL, "1", "0", "-1")};
    Bill other = bill(1, "8", minute(5), "5", "5", "0", "ETH-USDT-SWAP");
    assertThat(row(having(small).funding(other))).isEqualTo("1");
    assertThat(row(having(small).funding(funding(1, minute(5), "5")))).isEqualTo("0");
  }

  @Test
  void theTripAfterACrossingCountsThoughOnlyFeesWereLost() {
    Having both =
        having(
            swap(0, Side.BUY, "1", "0", "0"),
            swap(1, Side.SELL, "3", "-0.3", "-1"),
            swap(2, Side.BUY, "2", "-0.2", "0"));
    assertThat(row(both)).isEqualTo("2");
  }

  @Test
  void aFeePaidInTheCoinIsNoCoinHeldAndOnePaidInDollarsIsACost() {
    assertThat(
            row(
                having(
                    spot(0, Side.BUY, "100", "1", "-0.1", "BTC"),
                    spot(1, Side.SELL, "110", "0.9", "0", "USDT"))))
        .isEqualTo("1");
    assertThat(
            row(
                having(
                    spot(0, Side.BUY, "100", "1", "-0.6", "USDT"),
                    spot(1, Side.SELL, "101", "1", "-0.6", "USDT"))))
        .isEqualTo("1");
    assertThat(
            row(
                having(
                    spot(0, Side.BUY, "100", "1", "0", "USDT"),
                    spot(1, Side.SELL, "90", "0.99", "0", "USDT"))))
        .isEqualTo("1");
  }

  @Test
  void fundingThatIsMissingDenies() {
    Look look = having(trips("-1")).look();
    Look blind =
        new Look(
            look.now(),
            look.marks(),
            look.tally(),
            look.balance(),
            look.bills(),
            Optional.empty(),
            look.fills(),
            look.positions(),
            look.candles(),
            look.rates(),
            look.resumed());
    assertThat(reading(blind, Breaker.MAX_CONSECUTIVE_LOSSES).verdict()).isEqualTo("unknown");
  }
}
