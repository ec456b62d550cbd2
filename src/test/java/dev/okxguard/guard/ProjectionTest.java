package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.SPOT;
import static dev.okxguard.guard.Samples.SWAP;
import static dev.okxguard.guard.Samples.intent;
import static dev.okxguard.guard.Samples.limit;
import static dev.okxguard.guard.Samples.num;
import static dev.okxguard.guard.Samples.pending;
import static dev.okxguard.guard.Samples.position;
import static dev.okxguard.guard.Samples.some;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Instrument;
import dev.okxguard.model.Order;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Limits look at what would be, not at what is; one contract is worth 500 USD throughout.
class ProjectionTest {

  private static void assertProjected(Scene scene, String instrument, String total) {
    Projection projection =
        new Situation(
                new OrderRequest(scene.draft(), false),
                scene.facts(),
                scene.policy(),
                new Exposure.Entry())
            .projection();
    assertThat(projection.instrument()).isEqualByComparingTo(instrument);
    assertThat(projection.total()).isEqualByComparingTo(total);
  }

  @Test
  void positionPendingAndThisOrderAddUp() {
    Scene scene =
        Scene.buying("1")
            .positions(position(SWAP, PosSide.NET, "2"))
            .pending(pending(SWAP, Side.BUY, PosSide.NET, "3"));

    assertProjected(scene, "3000", "3000");
  }

  @Test
  void openIntentsCountAsIfTheyWereOrders() {
    Scene scene =
        Scene.buying("1")
            .facts(
                "openIntents",
                List.of(intent(SWAP, Side.BUY, "70"), intent("ETH-USDT", Side.SELL, "30")));

    assertProjected(scene, "570", "600");
  }

  @Test
  void pendingOrdersOfBothSidesDoNotCancelOut() {
    Scene scene =
        Scene.buying("1")
            .pending(
                pending(SWAP, Side.BUY, PosSide.NET, "2"),
                pending(SWAP, Side.SELL, PosSide.NET, "5"));

    assertProjected(scene, "2500", "2500");
  }

  @Test
  void whatOnlyReducesAddsNothing() {
    Object flagged = With.with(pending(SWAP, Side.SELL, PosSide.NET, "50"), "reduceOnly", true);
    Scene scene = Scene.buying("1").positions(position(SWAP, PosSide.NET, "2"));

    assertProjected(scene.pending(flagged), "1500", "1500");
    assertProjected(scene.pending(pending(SPOT, Side.SELL, PosSide.NET, "1")), "1500", "1500");
    assertProjected(scene.pending(pending(SWAP, Side.SELL, PosSide.LONG, "9")), "1500", "1500");
  }

  @Test
  void whatOnlyReducesMayBeFirstAndLeaveNothingToOffset() {
    Scene turning =
        Scene.of(limit(SWAP, Side.SELL, "3")).positions(position(SWAP, PosSide.NET, "2"));
    Object exit = With.with(pending(SWAP, Side.SELL, PosSide.NET, "1"), "reduceOnly", true);
    Object whole = With.with(pending(SWAP, Side.SELL, PosSide.NET, "9"), "reduceOnly", true);
    Object other = With.with(pending(SWAP, Side.BUY, PosSide.NET, "9"), "reduceOnly", true);

    assertProjected(turning, "1000", "1000");
    assertProjected(turning.pending(exit), "1000", "1000");
    assertProjected(turning.size("4").pending(exit), "1500", "1500");
    assertProjected(turning.pending(whole), "1500", "1500");
    assertProjected(turning.pending(other), "1000", "1000");
  }

  @Test
  void aStopMayBeFirstAsWell() {
    Scene turning =
        Scene.of(limit(SWAP, Side.BUY, "3")).positions(position(SWAP, PosSide.NET, "-2"));
    Object all =
        With.with(
            With.with(
                AlgoSamples.waiting("1", AlgoSamples.stop(Side.BUY, "1", "51000")),
                "closesAll",
                true),
            "sz",
            Optional.empty());

    assertProjected(turning.facts("pendingAlgos", Optional.of(List.of(all))), "1500", "1500");
  }

  @Test
  void aFlagThatOkxIgnoresInLongShortModeHidesNothing() {
    Object flagged = With.with(pending(SWAP, Side.BUY, PosSide.LONG, "3"), "reduceOnly", true);

    assertProjected(
        Scene.buying("1").config("posMode", PosMode.LONG_SHORT).pending(flagged), "2000", "2000");
  }

  @Test
  void legsAndMarginModesNeverNet() {
    Scene scene =
        Scene.buying("1")
            .positions(
                With.with(position(SWAP, PosSide.NET, "-4"), "mgnMode", TdMode.ISOLATED),
                position(SWAP, PosSide.NET, "2"));

    assertProjected(scene, "3500", "3500");
  }

  @Test
  void theExchangesOwnValueCountsWhenItIsMore() {
    Object dear = With.with(position(SWAP, PosSide.NET, "-2"), "notionalUsd", some("1200"));
    Object cheap = With.with(position(SWAP, PosSide.NET, "-2"), "notionalUsd", some("800"));
    Scene sale = Scene.of(limit(SWAP, Side.SELL, "1"));

    assertProjected(sale.positions(dear), "1700", "1700");
    assertProjected(sale.positions(cheap), "1500", "1500");
  }

  @Test
  void aPendingOrderIsValuedAtTheWorseOfItsPriceAndTheMark() {
    Object high = With.with(pending(SWAP, Side.BUY, PosSide.NET, "1"), "px", some("60000"));
    Object low = With.with(pending(SWAP, Side.BUY, PosSide.NET, "1"), "px", some("40000"));

    assertProjected(Scene.buying("1").pending(high), "1100", "1100");
    assertProjected(Scene.buying("1").pending(low), "1000", "1000");
  }

  @Test
  void coinsHeldAreThePositionOfASpotOrderButNoPositionInTheTotal() {
    Scene scene =
        Scene.of(limit(SPOT, Side.BUY, "0.01"))
            .facts("balance", Optional.of(Samples.balance("0.1")));

    assertProjected(scene, "5500", "500");
  }

  @Test
  void newInstrumentsAreCountedOnce() {
    Scene scene =
        Scene.buying("1")
            .positions(position(Samples.INVERSE, PosSide.NET, "1"))
            .pending(
                pending(SPOT, Side.BUY, PosSide.NET, "1"),
                pending(SPOT, Side.BUY, PosSide.NET, "2"));

    assertThat(scene.policy("maxOpenPositions", 3).judge().allowed()).isTrue();
    assertThat(scene.policy("maxOpenPositions", 2).judge().denials())
        .extracting(Denial::code)
        .containsExactly("MAX_OPEN_POSITIONS");
    Scene more = scene.facts("openIntents", List.of(intent("ETH-USDT", Side.BUY, "1")));
    assertThat(more.policy("maxOpenPositions", 3).judge().denials())
        .extracting(Denial::code)
        .contains("MAX_OPEN_POSITIONS");
  }

  @Test
  void aFlatLegIsNoPosition() {
    Scene scene = Scene.buying("1").positions(position(Samples.INVERSE, PosSide.NET, "0"));

    assertThat(scene.policy("maxOpenPositions", 1).judge().allowed()).isTrue();
  }

  @Test
  void theMessageOfADenialTellsWhatWouldPassAndItDoes() {
    Scene scene = Scene.buying("10").policy("maxPositionSize", num("2600"));
    Denial denial = scene.judge().denials().getFirst();

    assertThat(denial.message()).contains("sz up to 5.2");
    assertThat(scene.size("5.2").judge().allowed()).isTrue();
    assertThat(scene.size("5.3").judge().allowed()).isFalse();
  }

  @Test
  void aSaleForAnotherCoinAddsToThatCoinsPosition() {
    Scene held = forBitcoin(Scene.of(limit(SPOT, Side.SELL, "1")).order("instId", "ETH-BTC"));
    Scene sale =
        held.order("px", some("0.05"))
            .quote("instId", "ETH-BTC")
            .quote("last", num("0.05"))
            .quote("bid", some("0.05"))
            .quote("ask", some("0.05"));

    assertProjected(sale, "3000", "2500");
    assertProjected(sale.pending(pending(SPOT, Side.BUY, PosSide.NET, "0.02")), "4000", "3500");
  }

  @Test
  void aPendingSaleForACoinCountsWhereThatCoinIsBought() {
    Order pending = With.with(pending(SPOT, Side.SELL, PosSide.NET, "1"), "instId", "ETH-BTC");
    Scene scene =
        forBitcoin(Scene.of(limit(SPOT, Side.BUY, "0.01")))
            .pending(With.with(pending, "px", some("0.05")));

    assertProjected(scene, "3500", "3000");
    assertThat(scene.policy("maxOpenOrders", 2).policy("maxOpenPositions", 1).judge().denials())
        .extracting(Denial::code)
        .containsExactly("MAX_OPEN_POSITIONS");
  }

  /// With 500 USD of bitcoin held, and ether at a twentieth of one.
  private static Scene forBitcoin(Scene scene) {
    Instrument spec = With.with(With.with(Samples.spot(), "instId", "ETH-BTC"), "baseCcy", "ETH");
    return scene
        .facts("balance", Optional.of(Samples.balance("0.01")))
        .facts(
            "instruments",
            Map.of(SPOT, Samples.spot(), "ETH-BTC", With.with(spec, "quoteCcy", "BTC")))
        .facts("marks", Map.of(SPOT, num("50000"), "ETH-BTC", num("0.05")));
  }

  @Test
  void pairsOfOneCoinShareItsPosition() {
    String other = "BTC-USDC";
    Object elsewhere = With.with(pending(SPOT, Side.BUY, PosSide.NET, "0.02"), "instId", other);
    Object spec = With.with(With.with(Samples.spot(), "instId", other), "quoteCcy", "USDC");
    Scene scene =
        Scene.of(limit(SPOT, Side.BUY, "0.01"))
            .pending(elsewhere)
            .facts("instruments", Map.of(SPOT, Samples.spot(), other, spec))
            .facts("marks", Map.of(SPOT, num("50000"), other, num("50000")));

    assertProjected(scene, "1500", "1500");
  }
}
