package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.SPOT;
import static dev.okxguard.guard.Samples.SWAP;
import static dev.okxguard.guard.Samples.num;
import static dev.okxguard.guard.Samples.position;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoDraft;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Waiting algo orders count for every other order, so that triggers cannot be stacked; one
/// contract is worth 500 USD.
class WaitingAlgosTest {

  private static Scene beside(Scene scene, Algo... algos) {
    return scene.facts("pendingAlgos", Optional.of(List.of(algos)));
  }

  private static void denies(Scene scene, String code) {
    assertThat(scene.judge().denials()).extracting(Denial::code).containsExactly(code);
  }

  @Test
  void theyCountAsExposureOfTheInstrumentAndOfAll() {
    Scene one = Scene.buying("1");

    assertThat(one.policy("maxPositionSize", num("1999")).judge().allowed()).isTrue();
    denies(
        beside(one.policy("maxPositionSize", num("1999")), AlgoSamples.entering("3")),
        "MAX_POSITION_SIZE");
    assertThat(
            beside(one.policy("maxPositionSize", num("2000")), AlgoSamples.entering("3"))
                .judge()
                .allowed())
        .isTrue();
    denies(
        beside(one.policy("maxTotalRatio", num("0.0199")), AlgoSamples.entering("3")),
        "MAX_TOTAL_RATIO");
  }

  @Test
  void theyCountAtTheirWorstPrice() {
    Algo dear =
        AlgoSamples.waiting("1", AlgoSamples.trigger(SWAP, Side.BUY, "1", "60000", "70000"));

    denies(
        beside(Scene.buying("1").policy("maxPositionSize", num("1199")), dear),
        "MAX_POSITION_SIZE");
  }

  @Test
  void theyCountAsOrdersAndAsLegs() {
    denies(
        beside(
            Scene.buying("1").policy("maxOpenOrders", 2),
            AlgoSamples.entering("1"),
            AlgoSamples.entering("2")),
        "MAX_OPEN_ORDERS");
    Algo elsewhere =
        AlgoSamples.waiting("1", AlgoSamples.trigger(SPOT, Side.BUY, "0.01", "50000", "50000"));
    denies(
        beside(Scene.buying("1").policy("maxOpenPositions", 1), elsewhere), "MAX_OPEN_POSITIONS");
  }

  @Test
  void whatOnlyReducesCountsForNothing() {
    Algo flagged =
        With.with(
            AlgoSamples.waiting("1", AlgoSamples.stop(Side.SELL, "9", "49000")),
            "reduceOnly",
            true);
    Algo all =
        With.with(
            AlgoSamples.waiting("2", AlgoSamples.stop(Side.SELL, "9", "49000")), "closesAll", true);
    Algo leg = With.with(flagged, "posSide", PosSide.LONG);
    Algo sale = AlgoSamples.waiting("3", AlgoSamples.spotStop(Side.SELL, "9", "49000"));
    Scene tight =
        Scene.buying("1")
            .policy("maxPositionSize", num("500"))
            .policy("maxOpenOrders", 1)
            .policy("maxOpenPositions", 1);

    assertThat(beside(tight, flagged, all, leg, sale).judge().denials()).isEmpty();
    assertThat(beside(tight, sale).config("spotBorrow", true).judge().denials())
        .extracting(Denial::code)
        .contains("MAX_OPEN_ORDERS", "MAX_OPEN_POSITIONS");
  }

  @Test
  void aSpotBuyAtMarketCountsItsQuoteCurrency() {
    Algo spend =
        With.with(
            AlgoSamples.waiting("1", AlgoSamples.trigger(SPOT, Side.BUY, "300", "50000", "1")),
            "ordPx",
            Optional.of(num("-1")));
    Scene coins = Scene.of(Samples.limit(SPOT, Side.BUY, "0.01"));

    assertThat(beside(coins.policy("maxPositionSize", num("800")), spend).judge().allowed())
        .isTrue();
    denies(beside(coins.policy("maxPositionSize", num("799")), spend), "MAX_POSITION_SIZE");
  }

  @Test
  void withoutThemAnEntryIsDeniedAndAnExitIsNot() {
    Scene unread = Scene.buying("1").missing("pendingAlgos");

    denies(unread, "MISSING_DATA");
    assertThat(unread.judge().denials().getFirst().message()).contains("pending algo orders");
    assertThat(
            unread
                .positions(position(SWAP, PosSide.NET, "-1"))
                .order("reduceOnly", true)
                .judge()
                .allowed())
        .isTrue();
  }

  @Test
  void anExitLeavesRoomForATriggerThatWouldTurnThePosition() {
    Scene close =
        Scene.of(Samples.limit(SWAP, Side.SELL, "2")).positions(position(SWAP, PosSide.NET, "2"));
    Algo later = AlgoSamples.waiting("1", AlgoSamples.stop(Side.SELL, "1", "49000"));

    assertThat(close.judge().entry()).isFalse();
    assertThat(beside(close, later).judge().entry()).isTrue();
    assertThat(beside(close, With.with(later, "reduceOnly", true)).judge().entry()).isFalse();
  }

  @Test
  void anAlgoOrderWithoutASizeIsAMissingDatum() {
    Algo odd =
        With.with(
            With.with(AlgoSamples.entering("1"), "sz", Optional.empty()), "type", AlgoType.TWAP);

    denies(beside(Scene.buying("1"), odd), "MISSING_DATA");
  }

  @Test
  void theCashTheyWillTakeIsNotFree() {
    Algo coins =
        AlgoSamples.waiting("1", AlgoSamples.trigger(SPOT, Side.BUY, "0.8", "50000", "50000"));
    Scene buy = Scene.of(Samples.limit(SPOT, Side.BUY, "0.2")).policy("minCashRatio", num("0.5"));

    assertThat(beside(buy, coins).judge().denials()).isEmpty();
    denies(beside(buy.size("0.21"), coins), "MIN_CASH_RATIO");
  }

  @Test
  void ofContractsOnlyTheirMarginIsTaken() {
    Scene buy = Scene.buying("1").policy("minCashRatio", num("0.9"));

    assertThat(beside(buy, AlgoSamples.entering("198")).judge().denials()).isEmpty();
    denies(beside(buy, AlgoSamples.entering("198.1")), "MIN_CASH_RATIO");
  }

  private static void worth(Algo waiting, String usd) {
    Scene one = Scene.buying("1").policy("maxTotalRatio", num("1"));
    BigDecimal all = num("500").add(num(usd));
    assertThat(beside(one.policy("maxPositionSize", all), waiting).judge().denials()).isEmpty();
    denies(
        beside(one.policy("maxPositionSize", all.subtract(num("0.01"))), waiting),
        "MAX_POSITION_SIZE");
  }

  @Test
  void aStopThatOpensCountsAtTheWorstOfItsTriggerAndItsPrice() {
    AlgoDraft stop = AlgoSamples.stop(Side.BUY, "1", "60000");
    worth(AlgoSamples.waiting("1", stop), "600");
    worth(
        AlgoSamples.waiting("1", With.with(stop, "stop", AlgoSamples.slAt("60000", "70000"))),
        "700");
  }

  @Test
  void theStopOfATriggersOrderIsNoPriceOfIts() {
    AlgoDraft trigger = AlgoSamples.trigger(SWAP, Side.BUY, "1", "50000", "50000");
    worth(
        AlgoSamples.waiting("1", With.with(trigger, "stop", AlgoSamples.slAt("90000", "95000"))),
        "500");
  }

  @Test
  void aSpotBuyAtMarketThatCountsCoinsIsWorthTheirPrice() {
    AlgoDraft coins =
        With.with(AlgoSamples.spotStop(Side.BUY, "0.01", "50000"), "tgtCcy", "base_ccy");
    Scene buy = Scene.of(Samples.limit(SPOT, Side.BUY, "0.01"));
    Algo waiting = AlgoSamples.waiting("1", coins);

    assertThat(beside(buy.policy("maxPositionSize", num("1000")), waiting).judge().denials())
        .isEmpty();
    denies(beside(buy.policy("maxPositionSize", num("999.99")), waiting), "MAX_POSITION_SIZE");
    Algo dollars = With.with(waiting, "tgtCcy", "");
    assertThat(beside(buy.policy("maxPositionSize", num("500.01")), dollars).judge().denials())
        .isEmpty();
    Algo priced = With.with(dollars, "stop", AlgoSamples.slAt("50000", "50000"));
    denies(beside(buy.policy("maxPositionSize", num("999.99")), priced), "MAX_POSITION_SIZE");
  }
}
