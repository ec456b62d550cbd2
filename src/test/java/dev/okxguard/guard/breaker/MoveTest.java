package dev.okxguard.guard.breaker;

import static dev.okxguard.guard.breaker.Accounts.NOON;
import static dev.okxguard.guard.breaker.Accounts.SWAP;
import static dev.okxguard.guard.breaker.Accounts.calm;
import static dev.okxguard.guard.breaker.Accounts.candle;
import static dev.okxguard.guard.breaker.Accounts.flat;
import static dev.okxguard.guard.breaker.Accounts.num;
import static dev.okxguard.guard.breaker.Accounts.reading;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.guard.Breaker;
import dev.okxguard.guard.Policy;
import dev.okxguard.model.Candle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Abnormal moves of what is held or ordered.
class MoveTest {
  private static String verdict(List<Candle> candles) {
    return reading(Having.of(calm(NOON, "1000")).candles(SWAP, candles).look(), Breaker.MAX_MOVE)
        .verdict();
  }

  private static List<Candle> withOne(int minutesAgo, String low, String high) {
    List<Candle> candles = new ArrayList<>(flat(NOON, 17, "100"));
    candles.set(minutesAgo, candle(NOON.minus(Duration.ofMinutes(minutesAgo)), low, high));
    return candles;
  }

  @ParameterizedTest
  @CsvSource({
    "3,100,107.99,ok",
    "3,100,108,tripped",
    "14,92.5926,100,ok",
    "14,92.59,100,tripped",
    "15,100,108,tripped",
    "16,100,150,ok"
  })
  void aMoveTripsAtItsLimitWithinTheWindow(int ago, String low, String high, String verdict) {
    assertThat(verdict(withOne(ago, low, high))).isEqualTo(verdict);
  }

  @Test
  void tooFewOrOldCandlesDeny() {
    assertThat(verdict(flat(NOON, 15, "100"))).isEqualTo("ok");
    assertThat(verdict(flat(NOON, 14, "100"))).isEqualTo("unknown");
    assertThat(verdict(List.of())).isEqualTo("unknown");
    assertThat(verdict(flat(NOON.minus(Duration.ofMinutes(3)), 16, "100"))).isEqualTo("unknown");
    assertThat(
            reading(Having.of(calm(NOON, "1000")).noCandles(SWAP).look(), Breaker.MAX_MOVE)
                .verdict())
        .isEqualTo("unknown");
  }

  @Test
  void whatMovedBeforeAPersonResumedCountsNoMore() {
    Having moved = Having.of(calm(NOON, "1000")).candles(SWAP, withOne(3, "100", "150"));
    assertThat(reading(moved.look(), Breaker.MAX_MOVE).verdict()).isEqualTo("tripped");
    Having resumed = moved.resumed(NOON.minus(Duration.ofMinutes(3)));
    assertThat(reading(resumed.look(), Breaker.MAX_MOVE).verdict()).isEqualTo("ok");
    Having later = moved.resumed(NOON.plusSeconds(6));
    assertThat(reading(later.look(), Breaker.MAX_MOVE).verdict()).isEqualTo("unknown");
  }

  @Test
  void aWindowLongerThanTheExchangeTellsDenies() {
    Policy.Breakers limits = new Policy.Breakers(num("1"), num("1"), 0, 0, num("0.08"), 301);
    Look look = Having.of(calm(NOON, "1000")).candles(SWAP, flat(NOON, 300, "100")).look();
    assertThat(reading(Breakers.evaluate(look, limits), Breaker.MAX_MOVE).verdict())
        .isEqualTo("unknown");
  }
}
