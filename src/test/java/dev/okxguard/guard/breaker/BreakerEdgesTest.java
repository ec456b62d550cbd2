package dev.okxguard.guard.breaker;

import static dev.okxguard.guard.breaker.Accounts.NOON;
import static dev.okxguard.guard.breaker.Accounts.SPOT;
import static dev.okxguard.guard.breaker.Accounts.SWAP;
import static dev.okxguard.guard.breaker.Accounts.bill;
import static dev.okxguard.guard.breaker.Accounts.calm;
import static dev.okxguard.guard.breaker.Accounts.candle;
import static dev.okxguard.guard.breaker.Accounts.flat;
import static dev.okxguard.guard.breaker.Accounts.limits;
import static dev.okxguard.guard.breaker.Accounts.marks;
import static dev.okxguard.guard.breaker.Accounts.num;
import static dev.okxguard.guard.breaker.Accounts.reading;
import static dev.okxguard.guard.breaker.Accounts.result;
import static dev.okxguard.guard.breaker.Accounts.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.guard.Breaker;
import dev.okxguard.guard.BreakerReading;
import dev.okxguard.guard.Policy;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Bill;
import dev.okxguard.model.Candle;
import dev.okxguard.model.UsdRates;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What stands beside a loss and could hide it: other currencies, money that moved, records of an
/// odd kind, a window's edge.
class BreakerEdgesTest {
  private static final Instant MORNING = NOON.minus(Duration.ofHours(3));

  private static String day(Having having) {
    return reading(having.look(), Breaker.MAX_DAILY_LOSS_RATIO).verdict();
  }

  /// An account with a bitcoin in it, worth that by the exchange, while the market says 10,000.
  private static Having coin(String equity, String coinUsd, Bill moved) {
    Balance.Currency btc =
        new Balance.Currency(
            "BTC",
            BigDecimal.ONE,
            BigDecimal.ONE,
            BigDecimal.ONE,
            BigDecimal.ZERO,
            Optional.of(num(coinUsd)));
    Look calm = calm(NOON, equity);
    Look look =
        new Look(
            NOON,
            Optional.of(marks(MORNING, "50000", "50000", "50000")),
            Optional.empty(),
            Optional.of(new Balance(num(equity), List.of(btc))),
            Optional.of(Statement.whole(List.of(moved))),
            calm.funding(),
            calm.fills(),
            calm.positions(),
            Map.of(),
            new UsdRates(Map.of("BTC", num("10000"))),
            Optional.empty());
    return Having.of(look);
  }

  private static Bill coins(String amount) {
    return new Bill(
        "101",
        "1",
        "",
        "BTC",
        num(amount),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        "",
        "",
        "",
        "",
        Optional.empty(),
        MORNING.plusSeconds(60));
  }

  @Test
  void coinsPaidInAreWorthWhatTheExchangeCountsThemAsInTheEquity() {
    assertThat(day(coin("73000", "50000", coins("0.5")))).isEqualTo("tripped");
    assertThat(day(coin("74900", "50000", coins("0.5")))).isEqualTo("ok");
  }

  @Test
  void coinsThatTheExchangeDoesNotValueAreWorthTheirPrice() {
    assertThat(day(coin("53000", "0", coins("0.5")))).isEqualTo("tripped");
    assertThat(day(coin("54900", "0", coins("0.5")))).isEqualTo("ok");
  }

  @Test
  void whatWasLostOnLittleIsNotMeasuredAgainstWhatWasTakenOutBefore() {
    Having having =
        Having.of(calm(NOON, "100"))
            .bills(result(1, MORNING.plusSeconds(60), "-4", "0"), transfer(0, MORNING, "-900"));
    assertThat(day(having)).isEqualTo("tripped");
  }

  @Test
  void freshMoneyAfterEverythingIsLostHidesNothingWhereNoMarksAreLeft() {
    Having having =
        Having.of(calm(NOON, "500"))
            .bills(result(1, MORNING, "-1000", "0"), transfer(2, MORNING.plusSeconds(60), "500"));
    assertThat(day(having)).isEqualTo("tripped");
  }

  @ParameterizedTest
  @CsvSource({
    "2,BTC-USDT-SWAP,-500,-1,0,ok",
    "2,BTC-USDT-SWAP,500,-31,0,tripped",
    "2,BTC-USDT-SWAP,500,0,-31,tripped",
    "6,BTC-USDT-SWAP,-500,-500,0,ok",
    "2,BTC-USDT,-31,0,0,tripped",
    "2,BTC-USDT,31,-31,0,ok",
    "7,'',-31,0,0,tripped",
  })
  void aContractsBillCountsByItsResultAndAnyOtherByTheBalance(
      String type, String instId, String change, String pnl, String fee, String verdict) {
    Bill bill = bill(1, type, MORNING, change, pnl, fee, instId);
    assertThat(day(Having.of(calm(NOON, "969")).bills(bill))).isEqualTo(verdict);
  }

  @Test
  void aDepositAHundredTimesTheMarksStillLeavesThemTheMeasure() {
    Having having =
        Having.of(calm(NOON, "1009"))
            .marks(marks(MORNING, "10", "10", "10"))
            .bills(transfer(101, MORNING.plusSeconds(60), "1000"));
    assertThat(day(having)).isEqualTo("tripped");
  }

  @ParameterizedTest
  @CsvSource({"995,true", "1005,true", "995.01,false", "1000,false"})
  void equityGoesOnRecordWhenItMovedByHalfAPercent(String equity, boolean kept) {
    Having having = Having.of(calm(NOON, equity)).marks(marks(MORNING, "1000", "1000", "1005"));
    assertThat(Breakers.evaluate(having.look(), limits()).marks().isPresent()).isEqualTo(kept);
  }

  @Test
  void aMoveAfterAPersonResumedTripsAgainAndIsTold() {
    List<Candle> candles = new ArrayList<>(flat(NOON, 17, "100"));
    candles.set(2, candle(NOON.minus(Duration.ofMinutes(2)), "100", "150"));
    Having moved =
        Having.of(calm(NOON, "1000"))
            .candles(SWAP, candles)
            .resumed(NOON.minus(Duration.ofMinutes(5)));
    Evaluation evaluation = Breakers.evaluate(moved.look(), limits());
    assertThat(evaluation.trips())
        .singleElement()
        .extracting(BreakerReading::shows)
        .isEqualTo(
            new BreakerReading.Shows.Tripped("0.5", SWAP + " moved by 0.5 within 15 minutes"));
  }

  @Test
  void nothingThatIsWithinItsLimitIsATrip() {
    assertThat(Breakers.evaluate(calm(NOON, "1000"), limits()).trips()).isEmpty();
  }

  @Test
  void theLongestWindowTheExchangeTellsIsMeasured() {
    Policy.Breakers limits = new Policy.Breakers(num("1"), num("1"), 0, 0, num("0.08"), 300);
    List<Candle> candles = new ArrayList<>(flat(NOON, 300, "100"));
    candles.set(299, candle(NOON.minus(Duration.ofMinutes(299)), "100", "108"));
    Look look = Having.of(calm(NOON, "1000")).candles(SPOT, candles).look();
    assertThat(reading(Breakers.evaluate(look, limits), Breaker.MAX_MOVE).verdict())
        .isEqualTo("tripped");
  }

  @ParameterizedTest
  @CsvSource({
    "'',5,true",
    "100,99,false",
    "100,100,false",
    "100,101,true",
    "99,100,true",
    "x,later,true",
    "later,5,true"
  })
  void aBillIsLaterByItsNumber(String last, String id, boolean later) {
    assertThat(marksAt(last).before(named(id, NOON.plusSeconds(1)))).isEqualTo(later);
  }

  @Test
  void aBillWithoutANumberIsLaterByItsTime() {
    assertThat(marksAt("x").before(named("y", NOON.minusSeconds(1)))).isFalse();
    assertThat(marksAt("10").before(named("11", NOON.minusMillis(1)))).as("shows late").isFalse();
    assertThat(marksAt("").before(named("11", NOON.minusMillis(1)))).as("shows late").isFalse();
    assertThat(marksAt("").before(named("11", NOON.plusMillis(1)))).isTrue();
    assertThat(marksAt("x").before(named("y", NOON))).isFalse();
    assertThat(marksAt("x").before(named("y", NOON.plusSeconds(1)))).isTrue();
  }

  private static Marks marksAt(String lastBill) {
    return new Marks(NOON, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, lastBill);
  }

  private static Bill named(String id, Instant time) {
    Bill bill = transfer(0, time, "1");
    return new Bill(
        id,
        bill.type(),
        bill.subType(),
        bill.ccy(),
        bill.balChg(),
        bill.pnl(),
        bill.fee(),
        bill.instId(),
        bill.ordId(),
        bill.clOrdId(),
        bill.tradeId(),
        bill.mgnMode(),
        bill.time());
  }
}
