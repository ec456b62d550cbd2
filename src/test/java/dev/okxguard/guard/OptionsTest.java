package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.num;
import static dev.okxguard.guard.Samples.some;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.model.UsdRates;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// An option on 0.01 BTC at 50,000 USD: underneath one lie 500 USD, its premium of 0.02 costs 10.
class OptionsTest {
  private static final String CALL = "BTC-USD-270326-60000-C";

  private static Instrument call() {
    return new Instrument(
        InstType.OPTION,
        CALL,
        "BTC-USD",
        "",
        "",
        "BTC",
        false,
        some("1"),
        some("0.01"),
        "BTC",
        num("0.0005"),
        num("1"),
        num("1"),
        Optional.empty(),
        some("1000"),
        some("500"),
        "live",
        "1");
  }

  private static OrderDraft draft(Side side, String sz) {
    return new OrderDraft(
        InstType.OPTION,
        CALL,
        TdMode.CROSS,
        side,
        PosSide.NET,
        OrdType.LIMIT,
        num(sz),
        some("0.02"),
        false,
        "",
        Optional.empty());
  }

  private static Scene scene(Side side, String sz) {
    return Scene.of(draft(side, sz))
        .facts("instruments", Map.of(CALL, call()))
        .facts("marks", Map.of(CALL, num("0.02")))
        .quote("last", num("0.02"))
        .quote("bid", some("0.02"))
        .quote("ask", some("0.02"))
        .missing("leverage")
        .policy("instTypes", Set.of("OPTION"));
  }

  private static Position held(String pos) {
    Position swap = Samples.position(CALL, PosSide.NET, pos);
    Position option = With.with(swap, "instType", InstType.OPTION);
    // OKX tells the value of the underlying.
    return With.with(option, "notionalUsd", some("500000"));
  }

  private static Order resting(Side side, String sz) {
    Order swap = Samples.pending(CALL, side, PosSide.NET, sz);
    return With.with(With.with(swap, "instType", InstType.OPTION), "px", some("0.02"));
  }

  private static void assertWorth(Scene scene, String usd) {
    assertThat(scene.judge().notionalUsd())
        .hasValueSatisfying(worth -> assertThat(worth).isEqualByComparingTo(usd));
  }

  private static void assertLimit(Scene scene, String component, String limit) {
    assertThat(scene.policy(component, num(limit)).judge().denials()).isEmpty();
    String less = num(limit).multiply(num("0.999")).toPlainString();
    assertThat(scene.policy(component, num(less)).judge().denials()).hasSize(1);
  }

  @Test
  void aBoughtOptionIsWorthItsPremiumAndASoldOneItsUnderlying() {
    // 10 x 0.01 x 0.02 x 50,000, and 10 x 0.01 x 50,000
    assertWorth(scene(Side.BUY, "10"), "100");
    assertWorth(scene(Side.SELL, "10"), "5000");
    assertWorth(scene(Side.BUY, "10").order("px", some("0.03")), "150");
    assertWorth(scene(Side.SELL, "10").order("px", some("0.03")), "5000");
  }

  @Test
  void aSoldOptionIsNeverWorthLessThanItsPremium() {
    assertWorth(scene(Side.SELL, "10").order("px", some("1.5")), "7500");
  }

  @Test
  void orderSizeAndRatioLimitThePremiumOfABuyerAndTheUnderlyingOfASeller() {
    assertLimit(scene(Side.BUY, "10"), "maxOrderSize", "100");
    assertLimit(scene(Side.SELL, "10"), "maxOrderSize", "5000");
    assertLimit(scene(Side.BUY, "10"), "maxOrderRatio", "0.001");
    assertLimit(scene(Side.SELL, "10"), "maxOrderRatio", "0.05");
  }

  @Test
  void positionAndTotalCountPositionsAndPendingOrdersTheSameWay() {
    Scene buy = scene(Side.BUY, "10").positions(held("5")).pending(resting(Side.BUY, "3"));
    // (10 + 5 + 3) x 10
    assertLimit(buy, "maxPositionSize", "180");
    assertLimit(buy, "maxTotalRatio", "0.0018");
    Scene sale = scene(Side.SELL, "10").positions(held("-5")).pending(resting(Side.SELL, "3"));
    // (10 + 5 + 3) x 500
    assertLimit(sale, "maxPositionSize", "9000");
    assertLimit(sale, "maxTotalRatio", "0.09");
  }

  @Test
  void aSaleBeyondWhatIsHeldCountsWhatItLeavesShort() {
    // 10 sold of 4 held: 6 x 500
    assertLimit(scene(Side.SELL, "10").positions(held("4")), "maxPositionSize", "3000");
  }

  @Test
  void buyingWhileShortStillCountsTheShort() {
    // 20 bought back of 5 sold leave 15 bought, 150; until then 5 x 500 are short
    assertLimit(scene(Side.BUY, "20").positions(held("-5")), "maxPositionSize", "2500");
  }

  @Test
  void withoutThePriceOfTheUnderlyingNothingIsEntered() {
    for (Side side : Side.values()) {
      Scene blind = scene(side, "1").facts("rates", new UsdRates(Map.of()));
      assertThat(blind.judge().denials())
          .anySatisfy(
              denial -> {
                assertThat(denial.code()).isEqualTo("MISSING_DATA");
                assertThat(denial.message()).contains("BTC");
              });
    }
    Scene unnamed = scene(Side.SELL, "1").instrument("ctValCcy", "");
    assertThat(unnamed.judge().allowed()).isFalse();
    Scene foreign =
        scene(Side.SELL, "1").instrument("settleCcy", "USDC").instrument("ctValCcy", "XBT");
    assertThat(foreign.judge().denials()).extracting(Denial::code).contains("MISSING_DATA");
  }

  @Test
  void withoutAMarkPriceOfAnOptionHeldNothingIsEntered() {
    Scene blind = scene(Side.BUY, "1").positions(held("5")).noMarks();
    assertThat(blind.judge().denials()).extracting(Denial::code).contains("MISSING_DATA");
  }

  @Test
  void anOptionHasNoLeverageSoThatItCostsAllItIsWorth() {
    // of 100,000 free, 90,000 are left; the sale of 20 is worth 10,000
    Scene sale = scene(Side.SELL, "20").policy("minCashRatio", num("0.9"));
    assertThat(sale.policy("maxLeverage", num("1")).judge().denials()).isEmpty();
    assertThat(sale.size("21").judge().denials())
        .extracting(Denial::code)
        .containsExactly("MIN_CASH_RATIO");
  }

  @Test
  void sellingWhatIsHeldIsAnExitAndSellingMoreIsNone() {
    Scene sale = scene(Side.SELL, "5").positions(held("5")).policy("maxOrderSize", num("1"));
    assertThat(sale.judge().entry()).isFalse();
    assertThat(sale.judge().allowed()).isTrue();
    assertThat(sale.size("6").judge().entry()).isTrue();
    assertThat(sale.pending(resting(Side.SELL, "1")).judge().entry()).isTrue();
    Scene cover = scene(Side.BUY, "5").positions(held("-5"));
    assertThat(cover.judge().entry()).isFalse();
  }

  @Test
  void aPositionSideIsNoPromiseForOptionsEither() {
    Scene sale =
        scene(Side.SELL, "5")
            .order("posSide", PosSide.LONG)
            .config("posMode", PosMode.LONG_SHORT)
            .missing("positions");
    assertThat(sale.judge().entry()).isTrue();
    assertThat(sale.judge().allowed()).isFalse();
  }

  @Test
  void reduceOnlyIsNoPromiseForOptions() {
    Scene flagged = scene(Side.SELL, "5").order("reduceOnly", true);
    assertThat(flagged.missing("positions").judge().entry()).isTrue();
    Scene crowded = flagged.positions(held("5")).pending(resting(Side.SELL, "1"));
    assertThat(crowded.judge().entry()).isTrue();
    Order sale = With.with(resting(Side.SELL, "3"), "reduceOnly", true);
    // 3 more may be sold: 300 of premium bought, or 1,500 short
    Scene buy = scene(Side.BUY, "1").pending(sale);
    assertLimit(buy, "maxPositionSize", "1500");
  }

  @Test
  void thePositionModeDoesNotMatterForOptions() {
    assertThat(scene(Side.BUY, "1").config("posMode", PosMode.LONG_SHORT).judge().allowed())
        .isTrue();
  }

  @Test
  void anOptionNeedsAPrice() {
    Scene market =
        scene(Side.BUY, "1").order("ordType", OrdType.MARKET).order("px", Optional.empty());
    assertThat(market.judge().denials()).extracting(Denial::code).contains("PRICE");
  }
}
