package dev.okxguard.guard.breaker;

import static dev.okxguard.guard.breaker.Accounts.NOON;
import static dev.okxguard.guard.breaker.Accounts.calm;
import static dev.okxguard.guard.breaker.Accounts.funding;
import static dev.okxguard.guard.breaker.Accounts.leg;
import static dev.okxguard.guard.breaker.Accounts.minute;
import static dev.okxguard.guard.breaker.Accounts.reading;
import static dev.okxguard.guard.breaker.Accounts.swap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.guard.Breaker;
import dev.okxguard.model.Fill;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import org.junit.jupiter.api.Test;

/// What each leg of a hedged contract paid for standing there.
class HedgedFundingTest {
  @Test
  void aLegThatPaidMoreThanItWonLostThoughTheOtherOneGotIt() {
    Having hedged =
        having(long2(0, Side.BUY, "0"), short1(0, Side.SELL, "0"), long2(9, Side.SELL, "5"))
            .legs(leg(PosSide.SHORT, "1", "0"));
    assertThat(row(hedged)).isEqualTo("0");
    assertThat(row(hedged.funding(funding(1, minute(5), "-6"), funding(2, minute(5), "3"))))
        .isEqualTo("1");
  }

  @Test
  void aLegThatGotMoreThanItLostWonThoughTheOtherOnePaidIt() {
    Having hedged =
        having(long2(0, Side.BUY, "0"), short1(0, Side.SELL, "0"), short1(9, Side.BUY, "-2"))
            .legs(leg(PosSide.LONG, "2", "0"));
    assertThat(row(hedged)).isEqualTo("1");
    assertThat(row(hedged.funding(funding(1, minute(5), "-6"), funding(2, minute(5), "3"))))
        .isEqualTo("0");
  }

  @Test
  void legsOfOneSizeAreEachCountedAsIfTheyHadPaid() {
    Having hedged =
        having(long1(0, Side.BUY, "0"), short1(0, Side.SELL, "0"), long1(9, Side.SELL, "2"))
            .legs(leg(PosSide.SHORT, "1", "0"));
    assertThat(row(hedged.funding(funding(1, minute(5), "-3"), funding(2, minute(5), "3"))))
        .isEqualTo("1");
    assertThat(row(hedged.funding(funding(1, minute(5), "3"), funding(2, minute(5), "-3"))))
        .isEqualTo("1");
  }

  @Test
  void whatTheOtherLegPaidBeforeOrAfterIsNoPartOfATrip() {
    Having turns =
        having(
                long2(0, Side.BUY, "0"),
                long2(4, Side.SELL, "2"),
                short1(5, Side.SELL, "0"),
                short1(9, Side.BUY, "2"))
            .funding(funding(1, minute(2), "-1"), funding(2, minute(7), "-3"));
    assertThat(row(turns)).isEqualTo("1");
  }

  private static Having having(Fill... fills) {
    return Having.of(calm(NOON, "1000")).fills(fills);
  }

  private static String row(Having having) {
    return reading(having.look(), Breaker.MAX_CONSECUTIVE_LOSSES).value();
  }

  private static Fill long2(int minute, Side side, String pnl) {
    return swap(minute, side, PosSide.LONG, "2", "0", pnl);
  }

  private static Fill long1(int minute, Side side, String pnl) {
    return swap(minute, side, PosSide.LONG, "1", "0", pnl);
  }

  private static Fill short1(int minute, Side side, String pnl) {
    return swap(minute, side, PosSide.SHORT, "1", "0", pnl);
  }
}
