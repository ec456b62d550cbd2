package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.NOW;
import static dev.okxguard.guard.Samples.SPOT;
import static dev.okxguard.guard.Samples.num;
import static dev.okxguard.guard.Samples.past;
import static dev.okxguard.guard.Samples.some;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Side;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgementTest {

  @Test
  void everyReasonIsReportedInTheOrderOfTheRules() {
    Scene scene =
        Scene.buying("10")
            .policy("problems", List.of("first", "second"))
            .policy("readOnly", true)
            .policy("maxLeverage", num("2"))
            .policy("maxOrderSize", num("100"))
            .missing("pendingOrders");

    assertThat(scene.judge().denials())
        .extracting(Denial::code)
        .containsExactly(
            "POLICY_PROBLEM",
            "POLICY_PROBLEM",
            "READ_ONLY",
            "MAX_ORDER_SIZE",
            "MAX_LEVERAGE",
            "MISSING_DATA");
  }

  @Test
  void aDenialStatesLimitMeasuredValueAndWhatWouldBeAllowed() {
    Denial denial =
        Scene.buying("10").policy("maxOrderSize", num("1234.5")).judge().denials().getFirst();

    assertThat(denial)
        .isEqualTo(
            new Denial(
                "max_order_size",
                "MAX_ORDER_SIZE",
                "1234.5 USD",
                "5000 USD",
                "measured 5000 USD; allowed: sz up to 2.4"));
  }

  @Test
  void aLimitThatNoSizeMeetsSaysSo() {
    Scene scene = Scene.buying("1");

    assertThat(scene.policy("maxOrderSize", num("10")).judge().denials().getFirst().message())
        .contains("even the least size 0.1 is too much");
    assertThat(scene.policy("maxOrderSize", num("0")).judge().denials().getFirst().message())
        .contains("no size is allowed now");
  }

  @Test
  void measuredValuesAreRoundedAgainstTheOrder() {
    Scene scene =
        Scene.of(Samples.limit(SPOT, Side.BUY, "0.00123"))
            .order("px", some("50000.1"))
            .policy("maxOrderSize", num("61.5"));

    // 61.500123 USD
    assertThat(scene.judge().denials())
        .singleElement()
        .extracting(Denial::value)
        .isEqualTo("61.51 USD");
  }

  @Test
  void anIntentIdOfItsOwnMakesASecondOrderMeant() {
    Scene twin =
        Scene.buying("1")
            .policy("duplicateWindowSeconds", 10)
            .facts("recent", List.of(past(NOW.minusSeconds(1), Side.BUY, "1.0")));
    Guard guard = new Guard();

    assertThat(guard.judge(twin.draft(), twin.facts(), twin.policy()).denials())
        .extracting(Denial::code)
        .containsExactly("DUPLICATE_ORDER");
    OrderRequest meant = new OrderRequest(twin.draft(), true);
    assertThat(guard.judge(meant, twin.facts(), twin.policy()).allowed()).isTrue();
  }

  @Test
  void anOrderThatDiffersInOneThingIsNoDuplicate() {
    Scene twin =
        Scene.buying("1")
            .policy("duplicateWindowSeconds", 10)
            .facts("recent", List.of(past(NOW, Side.BUY, "1")));

    assertThat(twin.judge().allowed()).isFalse();
    assertThat(twin.size("1.1").judge().allowed()).isTrue();
    assertThat(twin.order("side", Side.SELL).judge().allowed()).isTrue();
    assertThat(twin.order("px", some("50000.1")).judge().allowed()).isTrue();
    assertThat(twin.order("px", some("50000.00")).judge().allowed()).isFalse();
  }

  @Test
  void repeatsCountOneDirectionOfOneInstrument() {
    Scene scene =
        Scene.buying("1")
            .policy("repeatLimit", 2)
            .facts("recent", List.of(past(NOW, Side.BUY, "1"), past(NOW, Side.SELL, "2")));

    assertThat(scene.judge().allowed()).isTrue();
    Scene third =
        scene.facts("recent", List.of(past(NOW, Side.BUY, "1"), past(NOW, Side.BUY, "7")));
    assertThat(third.judge().denials()).extracting(Denial::code).containsExactly("REPEAT_LIMIT");
  }

  @Test
  void aResumptionOfTheFutureForgetsNoRepeatSinceAClockIsWrong() {
    Scene twice =
        Scene.buying("1")
            .policy("repeatLimit", 1)
            .facts("recent", List.of(past(NOW, Side.BUY, "2")));

    assertThat(resumed(twice, NOW.plusSeconds(5)).judge().allowed()).isTrue();
    assertThat(resumed(twice, NOW.plusSeconds(6)).judge().denials())
        .extracting(Denial::code)
        .containsExactly("REPEAT_LIMIT");
  }

  private static Scene resumed(Scene scene, Instant at) {
    return scene.facts("brakes", With.with(Brakes.none(), "resumed", Optional.of(at)));
  }

  @Test
  void unresolvedIntentsCountInEveryPace() {
    Scene scene =
        Scene.buying("1")
            .policy("maxDailyTrades", 1)
            .policy("maxOrdersPerMinute", 1)
            .policy("repeatLimit", 1)
            .policy("maxOpenOrders", 1)
            .facts("openIntents", List.of(Samples.intent(Samples.SWAP, Side.BUY, "1")));

    assertThat(scene.judge().denials())
        .extracting(Denial::code)
        .containsExactly(
            "UNRESOLVED_INTENT",
            "MAX_OPEN_ORDERS",
            "MAX_DAILY_TRADES",
            "MAX_ORDERS_PER_MINUTE",
            "REPEAT_LIMIT");
  }

  @Test
  void cashCountsFreeDollarsAndTheCoinThatSettlesTheContract() {
    // 500 USD at leverage 5 take 100 of 100,000 free dollars
    Scene linear = Scene.buying("1").facts("balance", java.util.Optional.of(Samples.balance("1")));
    Scene inverse =
        Scene.of(Samples.limit(Samples.INVERSE, Side.BUY, "5"))
            .facts("balance", java.util.Optional.of(Samples.balance("1")));

    assertThat(linear.policy("minCashRatio", num("0.999")).judge().allowed()).isTrue();
    assertThat(linear.policy("minCashRatio", num("0.9991")).judge().allowed()).isFalse();
    assertThat(inverse.policy("minCashRatio", num("1.499")).judge().allowed()).isTrue();
    assertThat(inverse.policy("minCashRatio", num("1.4991")).judge().allowed()).isFalse();
  }
}
