package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.SPOT;
import static dev.okxguard.guard.Samples.SWAP;
import static dev.okxguard.guard.Samples.intent;
import static dev.okxguard.guard.Samples.limit;
import static dev.okxguard.guard.Samples.market;
import static dev.okxguard.guard.Samples.pending;
import static dev.okxguard.guard.Samples.position;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.AccountLevel;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A close never opens: what is an exit, what an entry.
class ExposureTest {

  private static Scene sell(String sz) {
    return Scene.of(limit(SWAP, Side.SELL, sz));
  }

  private static Scene buy(String sz) {
    return Scene.of(limit(SWAP, Side.BUY, sz));
  }

  private static Scene longTwo(Scene scene) {
    return scene.positions(position(SWAP, PosSide.NET, "2"));
  }

  private static Scene shortTwo(Scene scene) {
    return scene.positions(position(SWAP, PosSide.NET, "-2"));
  }

  private static Scene legs(Side side, PosSide posSide, String sz) {
    return Scene.of(With.with(limit(SWAP, side, sz), "posSide", posSide))
        .config("posMode", PosMode.LONG_SHORT)
        .positions(position(SWAP, PosSide.LONG, "2"), position(SWAP, PosSide.SHORT, "1"));
  }

  private static Class<?> kind(Scene scene) {
    return ExposureOf.of(scene.draft(), scene.facts()).getClass();
  }

  private static void assertExit(Scene scene) {
    assertThat(kind(scene)).isEqualTo(Exposure.Exit.class);
    assertThat(scene.judge().entry()).isFalse();
  }

  private static void assertEntry(Scene scene) {
    assertThat(kind(scene)).isEqualTo(Exposure.Entry.class);
    assertThat(scene.judge().entry()).isTrue();
  }

  @Test
  void anOrderAgainstThePositionAndWithinItIsAnExit() {
    assertExit(longTwo(sell("1")));
    assertExit(longTwo(sell("2")));
    assertExit(shortTwo(buy("2")));
  }

  @Test
  void anOrderThatWouldFlipIsAnEntry() {
    assertEntry(longTwo(sell("2.1")));
    assertEntry(shortTwo(buy("10")));
  }

  @Test
  void anOrderWithThePositionOrWithoutOneIsAnEntry() {
    assertEntry(longTwo(buy("1")));
    assertEntry(shortTwo(sell("1")));
    assertEntry(buy("1"));
    assertEntry(sell("1"));
  }

  @Test
  void crossAndIsolatedAreDifferentPositions() {
    assertEntry(longTwo(sell("1")).order("tdMode", TdMode.ISOLATED));
  }

  @Test
  void anotherInstrumentsPositionDoesNotCount() {
    assertEntry(sell("1").positions(position(Samples.INVERSE, PosSide.NET, "2")));
  }

  @Test
  void twoExitsWithinThePositionButTogetherAboveItNeedReduceOnly() {
    Scene second = longTwo(sell("1")).pending(pending(SWAP, Side.SELL, PosSide.NET, "1.5"));

    assertEntry(second);
    assertExit(second.size("0.5"));
    assertExit(second.order("reduceOnly", true));
  }

  @Test
  void whatIsFilledOfAPendingExitNoLongerTakesRoom() {
    Object half =
        With.with(pending(SWAP, Side.SELL, PosSide.NET, "1.5"), "accFillSz", Samples.num("0.5"));

    assertExit(longTwo(sell("1")).pending(half));
  }

  @Test
  void pendingOrdersOfTheOtherSideTakeNoRoom() {
    assertExit(longTwo(sell("2")).pending(pending(SWAP, Side.BUY, PosSide.NET, "5")));
  }

  @Test
  void unknownPendingOrdersMakeAnUnprotectedExitAnEntry() {
    Scene exit = longTwo(sell("1")).missing("pendingOrders");

    assertEntry(exit);
    assertExit(exit.order("reduceOnly", true));
  }

  @Test
  void anUnresolvedIntentOnTheSameSideMayAlreadyBeTheExit() {
    Scene exit = longTwo(sell("1"));

    assertEntry(exit.facts("openIntents", List.of(intent(SWAP, Side.SELL, "500"))));
    assertExit(exit.facts("openIntents", List.of(intent(SWAP, Side.BUY, "500"))));
    assertExit(
        exit.order("reduceOnly", true)
            .facts("openIntents", List.of(intent(SWAP, Side.SELL, "500"))));
  }

  @Test
  void withUnknownPositionsOnlyWhatTheExchangeHoldsToReducingIsAnExit() {
    assertEntry(sell("1").missing("positions"));
    assertExit(sell("1").missing("positions").order("reduceOnly", true));
    assertExit(legs(Side.SELL, PosSide.LONG, "1").missing("positions"));
    assertExit(legs(Side.BUY, PosSide.SHORT, "1").missing("positions").missing("config"));
    assertEntry(legs(Side.BUY, PosSide.LONG, "1").missing("positions"));
  }

  @Test
  void aFlagThatTheExchangeIgnoresProvesNothing() {
    Scene blind = sell("1").missing("positions").order("reduceOnly", true);

    assertEntry(blind.config("acctLv", AccountLevel.PORTFOLIO));
    assertEntry(blind.config("posMode", PosMode.LONG_SHORT));
    assertThat(kind(blind.order("posSide", PosSide.SHORT)))
        .isEqualTo(Exposure.WrongDirection.class);
    assertEntry(
        legs(Side.SELL, PosSide.LONG, "1").missing("positions").config("posMode", PosMode.NET));
  }

  @Test
  void inLongShortModeSellLongAndBuyShortAreExitsWithinTheirLeg() {
    assertExit(legs(Side.SELL, PosSide.LONG, "2"));
    assertExit(legs(Side.BUY, PosSide.SHORT, "1"));
    assertEntry(legs(Side.BUY, PosSide.LONG, "1"));
    assertEntry(legs(Side.SELL, PosSide.SHORT, "1"));
  }

  @Test
  void inLongShortModeAPendingCloseTakesNoRoomSinceTheExchangeHoldsBoth() {
    assertExit(
        legs(Side.SELL, PosSide.LONG, "2").pending(pending(SWAP, Side.SELL, PosSide.LONG, "2")));
  }

  @Test
  void aCloseLargerThanItsLegIsDeniedAndToldWhatIsHeld() {
    for (Scene scene :
        List.of(
            legs(Side.SELL, PosSide.LONG, "2.1"), longTwo(sell("2.1")).order("reduceOnly", true))) {
      assertThat(scene.judge().denials())
          .singleElement()
          .satisfies(
              d -> {
                assertThat(d.code()).isEqualTo("EXCEEDS_POSITION");
                assertThat(d.message()).contains("sz up to 2");
              });
    }
  }

  @Test
  void reduceOnlyThatWouldIncreaseIsDenied() {
    for (Scene scene :
        List.of(
            longTwo(buy("1")).order("reduceOnly", true),
            sell("1").order("reduceOnly", true),
            legs(Side.BUY, PosSide.LONG, "1").order("reduceOnly", true),
            legs(Side.BUY, PosSide.LONG, "1").order("reduceOnly", true).missing("positions"))) {
      assertThat(kind(scene)).isEqualTo(Exposure.WrongDirection.class);
      assertThat(scene.judge().denials()).extracting(Denial::code).contains("WRONG_DIRECTION");
    }
  }

  @Test
  void aSpotSaleOfWhatIsHeldIsAnExit() {
    Scene sale = Scene.of(limit(SPOT, Side.SELL, "0.5"));

    assertExit(sale.facts("balance", Optional.of(Samples.balance("0.5"))));
    assertEntry(sale.facts("balance", Optional.of(Samples.balance("0.49999"))));
    assertEntry(sale.missing("balance"));
    assertEntry(sale.order("side", Side.BUY));
    assertEntry(
        sale.order("tdMode", TdMode.CROSS).facts("balance", Optional.of(Samples.balance("0.5"))));
  }

  @Test
  void aSpotSaleForAnotherCoinIsAnEntryIntoThatCoin() {
    Scene sale =
        Scene.of(limit(SPOT, Side.SELL, "0.5"))
            .facts("balance", Optional.of(Samples.balance("0.5")));

    for (String money : List.of("BTC-USDC", "BTC-USD", "BTC-EUR", "BTC-TRY")) {
      assertExit(sale.order("instId", money));
    }
    for (String coin : List.of("BTC-ETH", "BTC-OKB", "BTC-NOBODYKNOWS")) {
      assertEntry(sale.order("instId", coin));
    }
  }

  @Test
  void aSpotSaleCountedInQuoteIsAnExitWhenTheBidCoversIt() {
    Scene sale =
        Scene.of(market(SPOT, Side.SELL, "25000"))
            .order("tgtCcy", "quote_ccy")
            .facts("balance", Optional.of(Samples.balance("0.5")));

    assertExit(sale);
    assertEntry(sale.size("25000.01"));
    assertEntry(sale.missing("quote"));
  }

  @Test
  void reduceOnlyMeansNothingForSpotAndEverythingForMargin() {
    Scene spot = Scene.of(limit(SPOT, Side.BUY, "0.5")).order("reduceOnly", true);

    assertEntry(spot);
    assertExit(spot.order("instType", InstType.MARGIN).order("tdMode", TdMode.CROSS));
    assertEntry(
        spot.order("instType", InstType.MARGIN)
            .order("tdMode", TdMode.CROSS)
            .order("reduceOnly", false));
  }

  @Test
  void aSizeThatIsNotPositiveNeverMakesAnExit() {
    assertEntry(longTwo(buy("-1")));
    assertEntry(longTwo(sell("0")));
  }
}
