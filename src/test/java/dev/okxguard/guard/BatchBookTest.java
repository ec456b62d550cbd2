package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.INVERSE;
import static dev.okxguard.guard.Samples.SPOT;
import static dev.okxguard.guard.Samples.SWAP;
import static dev.okxguard.guard.Samples.limit;
import static dev.okxguard.guard.Samples.market;
import static dev.okxguard.guard.Samples.num;
import static dev.okxguard.guard.Samples.pending;
import static dev.okxguard.guard.Samples.position;
import static dev.okxguard.guard.Samples.some;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the orders ahead in a batch leave of the book (10 at 50,000, 10 at 51,000; below 10 at
/// 50,000, 10 at 49,000), of the coins and of the position, by hand-made figures.
class BatchBookTest {
  private static Ahead ahead(OrderDraft draft) {
    return new Ahead(draft, draft.sz(), true, some("1"), some("1"), Optional.empty());
  }

  private static void slips(Scene scene, String ratio, OrderDraft... first) {
    Scene behind = scene.facts("ahead", List.of(first).stream().map(d -> ahead(d)).toList());
    assertThat(codes(behind.policy("maxSlippage", num(ratio)))).isEmpty();
    BigDecimal less = num(ratio).subtract(num("0.000001"));
    assertThat(codes(behind.policy("maxSlippage", less))).containsExactly("MAX_SLIPPAGE");
  }

  private static List<String> codes(Scene scene) {
    return scene.judge().denials().stream().map(Denial::code).toList();
  }

  @Test
  void whatAnOrderAtMarketTakesIsGone() {
    Scene ten = Scene.of(market(SWAP, Side.BUY, "10"));
    slips(ten.size("20"), "0.01");
    slips(ten, "0.02", market(SWAP, Side.BUY, "10"));
    // 6 left at 50,000 and 4 at 51,000
    slips(ten, "0.008", market(SWAP, Side.BUY, "4"));
    slips(ten.order("side", Side.SELL), "0.008", market(SWAP, Side.SELL, "4"));
  }

  @Test
  void anOrderThatCrossesTakesAndOneThatRestsDoesNot() {
    Scene ten = Scene.of(market(SWAP, Side.BUY, "10")).policy("maxSlippage", num("0"));
    OrderDraft crosses = limit(SWAP, Side.BUY, "10");
    OrderDraft rests = With.with(crosses, "px", some("49999.9"));
    slips(ten, "0.02", crosses);
    assertThat(codes(ten.facts("ahead", List.of(ahead(rests))))).isEmpty();
    OrderDraft sale = With.with(limit(SWAP, Side.SELL, "10"), "px", some("50000.1"));
    Scene sell = ten.order("side", Side.SELL);
    assertThat(codes(sell.facts("ahead", List.of(ahead(sale))))).isEmpty();
    slips(sell, "0.02", limit(SWAP, Side.SELL, "10"));
  }

  @Test
  void otherInstrumentsAndTheOtherSideTakeNothing() {
    Scene ten = Scene.of(market(SWAP, Side.BUY, "10")).policy("maxSlippage", num("0"));
    for (OrderDraft other :
        List.of(market(INVERSE, Side.BUY, "10"), market(SWAP, Side.SELL, "10"))) {
      assertThat(codes(ten.facts("ahead", List.of(ahead(other))))).isEmpty();
    }
  }

  @Test
  void anOrderInQuoteCurrencyTakesItsWorth() {
    Scene ten = Scene.of(market(SPOT, Side.BUY, "10")).order("tgtCcy", "base_ccy");
    // 250,000 buy 5 of the 10 at 50,000
    slips(ten, "0.01", market(SPOT, Side.BUY, "250000"));
  }

  @Test
  void aBookThatTheBatchEmptiesIsTooThin() {
    Scene ten = Scene.of(market(SWAP, Side.BUY, "10"));
    assertThat(codes(ten.facts("ahead", List.of(ahead(market(SWAP, Side.BUY, "10.1"))))))
        .contains("MAX_SLIPPAGE");
  }

  @Test
  void theSameOrderTwiceInABatchIsADuplicate() {
    Scene one = Scene.buying("1").policy("duplicateWindowSeconds", 1);
    OrderDraft twin = one.draft();
    assertThat(codes(one.facts("ahead", List.of(ahead(twin))))).containsExactly("DUPLICATE_ORDER");
    assertThat(codes(one.policy("duplicateWindowSeconds", 0).facts("ahead", List.of(ahead(twin)))))
        .isEmpty();
    for (OrderDraft other :
        List.of(
            With.with(twin, "sz", num("1.1")),
            With.with(twin, "px", some("50000.1")),
            With.with(twin, "side", Side.SELL),
            limit(INVERSE, Side.BUY, "1"))) {
      assertThat(codes(one.facts("ahead", List.of(ahead(other))))).as("%s", other).isEmpty();
    }
  }

  @Test
  void aChangeAheadCountsAsWhatIsMoreBeforeOrAfterAndOnlyOnce() {
    Order five = pending(SWAP, Side.BUY, PosSide.NET, "5");
    Ahead less =
        new Ahead(
            limit(SWAP, Side.BUY, "1"),
            num("1"),
            true,
            some("500"),
            some("100"),
            Optional.of(five));
    Scene one = Scene.buying("1").pending(five).facts("ahead", List.of(less));
    limits(one, "3000");
    Ahead more = With.with(less, "usd", some("4000"));
    limits(one.facts("ahead", List.of(more)), "4500");
    Order reduces = With.with(five, "reduceOnly", true);
    Ahead exit = With.with(less, "changes", Optional.of(reduces));
    limits(one.pending(reduces).facts("ahead", List.of(exit)), "1000");
  }

  private static void limits(Scene scene, String usd) {
    assertThat(codes(scene.policy("maxPositionSize", num(usd)))).isEmpty();
    BigDecimal less = num(usd).subtract(num("0.01"));
    assertThat(codes(scene.policy("maxPositionSize", less))).containsExactly("MAX_POSITION_SIZE");
  }

  @Test
  void onlySalesOfTheCoinAheadTakeCoins() {
    Scene sale =
        Scene.of(limit(SPOT, Side.SELL, "0.5"))
            .facts("balance", Optional.of(Samples.balance("0.5")));
    assertThat(entry(sale, limit(SPOT, Side.BUY, "0.1"))).isFalse();
    assertThat(entry(sale, limit(SWAP, Side.SELL, "1"))).isFalse();
    assertThat(entry(sale, With.with(limit(SPOT, Side.SELL, "0.1"), "instId", "ETH-USDT")))
        .isFalse();
    assertThat(entry(sale, limit(SPOT, Side.SELL, "0.1"))).isTrue();
  }

  private static boolean entry(Scene scene, OrderDraft first) {
    return scene.facts("ahead", List.of(ahead(first))).judge().entry();
  }

  @Test
  void aSaleInQuoteCurrencyNeedsABidToKnowItsCoins() {
    Scene sale =
        Scene.of(market(SPOT, Side.SELL, "25000"))
            .order("tgtCcy", "quote_ccy")
            .facts("balance", Optional.of(Samples.balance("0.5")));
    assertThat(sale.judge().entry()).isFalse();
    assertThat(sale.size("25000.01").judge().entry()).isTrue();
    assertThat(sale.quote("bid", some("0")).judge().entry()).isTrue();
    assertThat(sale.quote("bid", Optional.empty()).judge().entry()).isTrue();
    assertThat(sale.quote("instId", SWAP).judge().entry()).isTrue();
  }

  @Test
  void onlyWhatWaitsOnTheSameLegAndSideLeavesAnExitNoRoom() {
    Scene exit = Scene.of(limit(SWAP, Side.SELL, "2")).positions(position(SWAP, PosSide.NET, "2"));
    Order sale = pending(SWAP, Side.SELL, PosSide.NET, "0.1");
    Order isolated = With.with(sale, "tdMode", dev.okxguard.model.TdMode.ISOLATED);
    assertThat(exit.pending(sale).judge().entry()).isTrue();
    assertThat(exit.pending(With.with(sale, "side", Side.BUY)).judge().entry()).isFalse();
    assertThat(exit.pending(isolated).judge().entry()).isFalse();
    assertThat(entry(exit, limit(SWAP, Side.SELL, "0.1"))).isTrue();
    assertThat(entry(exit, limit(SWAP, Side.BUY, "0.1"))).isFalse();
    assertThat(entry(exit, limit(INVERSE, Side.SELL, "0.1"))).isFalse();
  }
}
