package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.INVERSE;
import static dev.okxguard.guard.Samples.SPOT;
import static dev.okxguard.guard.Samples.SWAP;
import static dev.okxguard.guard.Samples.limit;
import static dev.okxguard.guard.Samples.market;
import static dev.okxguard.guard.Samples.num;
import static dev.okxguard.guard.Samples.some;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Side;
import dev.okxguard.model.UsdRates;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What orders are worth, by hand-made figures: a quote of 49,990 / 50,010, last 50,000.
class WorthTest {

  private static Scene scene(OrderDraft draft) {
    return Scene.of(draft).quote("bid", some("49990")).quote("ask", some("50010"));
  }

  private static void assertWorth(Scene scene, String usd) {
    assertThat(scene.judge().notionalUsd())
        .hasValueSatisfying(worth -> assertThat(worth).isEqualByComparingTo(usd));
  }

  @Test
  void aLinearContractIsWorthItsFaceAtTheWorseOfLimitAndQuote() {
    assertWorth(scene(limit(SWAP, Side.BUY, "3")).order("px", some("49000")), "1500.3");
    assertWorth(scene(limit(SWAP, Side.BUY, "3")).order("px", some("51000")), "1530");
    assertWorth(scene(limit(SWAP, Side.SELL, "3")).order("px", some("49000")), "1499.7");
    assertWorth(scene(limit(SWAP, Side.SELL, "3")).order("px", some("51000")), "1530");
  }

  @Test
  void theMultiplierOfAContractCounts() {
    assertWorth(scene(limit(SWAP, Side.BUY, "3")).instrument("ctMult", some("10")), "15003");
  }

  @Test
  void anInverseContractIsWorthItsFaceWhateverThePrice() {
    assertWorth(scene(limit(INVERSE, Side.BUY, "3")).order("px", some("10000")), "300");
    assertWorth(scene(market(INVERSE, Side.SELL, "3")), "300");
  }

  @Test
  void spotIsWorthBaseTimesPrice() {
    assertWorth(scene(limit(SPOT, Side.BUY, "0.02")), "1000.2");
    assertWorth(scene(limit(SPOT, Side.SELL, "0.02")), "1000");
  }

  @Test
  void aQuoteSizedOrderIsWorthItsAmount() {
    assertWorth(scene(market(SPOT, Side.BUY, "750")), "750");
    assertWorth(scene(market(SPOT, Side.SELL, "750")).order("tgtCcy", "quote_ccy"), "750");
    assertWorth(scene(market(SPOT, Side.BUY, "0.02")).order("tgtCcy", "base_ccy"), "1000.2");
  }

  @Test
  void aQuoteCurrencyThatIsNoDollarIsConverted() {
    Scene inEuro =
        scene(market(SPOT, Side.BUY, "750"))
            .instrument("quoteCcy", "EUR")
            .facts("rates", new UsdRates(Map.of("EUR", num("1.1"))));

    assertWorth(inEuro, "825");
  }

  @Test
  void aMarketOrderIsWalkedThroughTheBook() {
    // 10 at 50,000 and 10 at 51,000: on average 50,500
    assertWorth(scene(market(SWAP, Side.BUY, "20")), "10100");
    // A sale fills lower, so the bid values it higher.
    assertWorth(scene(market(SWAP, Side.SELL, "20")), "9998");
  }

  @Test
  void withoutABestPriceTheLastTradeCounts() {
    assertWorth(scene(limit(SWAP, Side.BUY, "1")).quote("ask", Optional.empty()), "500");
    assertWorth(scene(limit(SWAP, Side.SELL, "1")).quote("bid", some("0")), "500");
  }

  @Test
  void anExitIsValuedToo() {
    Scene exit =
        scene(limit(SWAP, Side.SELL, "1"))
            .positions(Samples.position(SWAP, dev.okxguard.model.PosSide.NET, "1"));

    assertThat(exit.judge().entry()).isFalse();
    assertWorth(exit, "500");
  }

  @Test
  void theLossAtTheStopOfALinearContractIsItsDistance() {
    // 10 contracts = 0.1 BTC, 1,000 USD below: 100 USD of 100,000
    Scene buy = Scene.of(limit(SWAP, Side.BUY, "10")).stop("60000", "49000");

    assertRisk(buy, "0.001");
    assertRisk(buy.order("side", Side.SELL).stop("40000", "51000"), "0.001");
  }

  @Test
  void theLossOfAnInverseContractIsValuedAtThePriceThatMakesItMore() {
    // 10 contracts = 1,000 USD of face; 10,000 / 40,000 of it
    assertRisk(Scene.of(limit(INVERSE, Side.BUY, "10")).stop("60000", "40000"), "0.0025");
    // 12,500 / 50,000
    assertRisk(Scene.of(limit(INVERSE, Side.SELL, "10")).stop("40000", "62500"), "0.0025");
  }

  @Test
  void theLossOfAQuoteSizedBuyIsItsShare() {
    // 5,000 USDT buy 0.1 BTC; 1,000 USD below
    assertRisk(Scene.of(market(SPOT, Side.BUY, "5000")).stop("60000", "49000"), "0.001");
  }

  private static void assertRisk(Scene scene, String ratio) {
    assertThat(scene.policy("maxRiskPerTrade", num(ratio)).judge().denials()).isEmpty();
    Policy tighter =
        With.with(scene.policy(), "maxRiskPerTrade", num(ratio).multiply(num("0.999")));
    assertThat(new Guard().judge(scene.draft(), scene.facts(), tighter).denials())
        .extracting(Denial::code)
        .containsExactly("MAX_RISK_PER_TRADE");
  }
}
