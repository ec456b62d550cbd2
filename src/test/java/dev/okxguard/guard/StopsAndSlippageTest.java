package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.SWAP;
import static dev.okxguard.guard.Samples.limit;
import static dev.okxguard.guard.Samples.market;
import static dev.okxguard.guard.Samples.num;
import static dev.okxguard.guard.Samples.some;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.Side;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Stops are measured from the price the order fills at, slippage from the middle of the market.
class StopsAndSlippageTest {

  private static Scene entry(Side side, String px) {
    return Scene.of(limit(SWAP, side, "10")).order("px", some(px));
  }

  private static void assertWrongSide(Scene scene) {
    assertThat(scene.judge().denials()).extracting(Denial::code).containsExactly("STOP_WRONG_SIDE");
  }

  @Test
  void aStopMustBeBeyondBothTheLimitAndTheLastTrade() {
    assertThat(entry(Side.BUY, "45000").stop("60000", "44000").judge().allowed()).isTrue();
    assertWrongSide(entry(Side.BUY, "45000").stop("60000", "46000"));
    assertWrongSide(entry(Side.BUY, "52000").stop("60000", "51000"));
    assertThat(entry(Side.SELL, "55000").stop("40000", "56000").judge().allowed()).isTrue();
    assertWrongSide(entry(Side.SELL, "55000").stop("40000", "54000"));
    assertWrongSide(entry(Side.SELL, "48000").stop("40000", "49000"));
  }

  @Test
  void aStopPriceBelowItsTriggerMakesTheLossLarger() {
    Scene scene = entry(Side.BUY, "50000").policy("maxRiskPerTrade", num("0.001"));
    Scene sale = scene.order("side", Side.SELL);

    assertThat(scene.order("stop", stop("49000", "49000")).judge().allowed()).isTrue();
    assertThat(
            scene
                .order("stop", stop("49000", "49000"))
                .policy("maxRiskPerTrade", num("0.00099"))
                .judge()
                .allowed())
        .isFalse();
    assertThat(scene.order("stop", stop("49000", "48000")).judge().denials())
        .extracting(Denial::code, Denial::value)
        .satisfies(t -> assertThat(t.toString()).contains("MAX_RISK_PER_TRADE", "0.002"));
    assertThat(sale.order("stop", stop("51000", "51000")).judge().allowed()).isTrue();
    assertThat(sale.order("stop", stop("51000", "52000")).judge().allowed()).isFalse();
  }

  @Test
  void aStopWhoseOrderPriceCannotFillAtItsTriggerIsNoStop() {
    Scene buy = entry(Side.BUY, "50000");
    Scene sell = entry(Side.SELL, "50000");

    assertThat(buy.order("stop", stop("48000", "70000")).judge().denials())
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.code()).isEqualTo("STOP_WRONG_SIDE");
              assertThat(d.rule()).isEqualTo("require_stop_loss");
              assertThat(d.message()).contains("48000", "70000");
            });
    assertWrongSide(buy.order("stop", stop("48000", "48000.1")));
    assertWrongSide(sell.order("stop", stop("51000", "50999.9")));
    assertWrongSide(sell.order("stop", stop("51000", "0.1")));
  }

  @Test
  void anOrderPriceOfAStopIsMarketOrPositive() {
    for (Side side : Side.values()) {
      String trigger = side == Side.BUY ? "49000" : "51000";
      for (String bad : List.of("0", "-0.1", "-2", "-49000")) {
        for (Optional<AttachedStop> stop : List.of(stop(trigger, bad), target("60000", bad))) {
          assertThat(entry(side, "50000").order("stop", stop).judge().denials())
              .as("%s %s", side, stop)
              .singleElement()
              .satisfies(d -> assertThat(d.message()).contains(bad))
              .extracting(Denial::code)
              .isEqualTo("STOP_PRICE");
        }
      }
      assertThat(entry(side, "50000").order("stop", stop(trigger, "-1.0")).judge().allowed())
          .isTrue();
      assertThat(entry(side, "50000").order("stop", target("60000", "-1")).judge().allowed())
          .isTrue();
    }
  }

  @Test
  void rewardIsMeasuredAgainstTheWorseOfTriggerAndStopPrice() {
    Scene buy = entry(Side.BUY, "50000").policy("minRewardRisk", num("2"));
    Scene sell = entry(Side.SELL, "50000").policy("minRewardRisk", num("2"));

    assertThat(buy.order("stop", both("52000", "49000", "49000")).judge().allowed()).isTrue();
    assertThat(buy.order("stop", both("52000", "49000", "48999.9")).judge().denials())
        .extracting(Denial::code)
        .containsExactly("MIN_REWARD_RISK");
    assertThat(sell.order("stop", both("48000", "51000", "51000")).judge().allowed()).isTrue();
    assertThat(sell.order("stop", both("48000", "51000", "51000.1")).judge().denials())
        .extracting(Denial::code)
        .containsExactly("MIN_REWARD_RISK");
  }

  @Test
  void rewardIsMeasuredAgainstTheWorseOfTriggerAndTargetPrice() {
    Scene buy = entry(Side.BUY, "50000").policy("minRewardRisk", num("2"));
    Scene sell = entry(Side.SELL, "50000").policy("minRewardRisk", num("2"));

    assertThat(buy.order("stop", at("52000", "52000", "49000")).judge().allowed()).isTrue();
    assertThat(buy.order("stop", at("52000", "51999.9", "49000")).judge().denials())
        .extracting(Denial::code)
        .containsExactly("MIN_REWARD_RISK");
    assertThat(sell.order("stop", at("48000", "48000", "51000")).judge().allowed()).isTrue();
    assertThat(sell.order("stop", at("48000", "48000.1", "51000")).judge().denials())
        .extracting(Denial::code)
        .containsExactly("MIN_REWARD_RISK");
  }

  private static Optional<AttachedStop> at(String target, String price, String stop) {
    return Optional.of(new AttachedStop(some(target), some(price), some(stop), some("-1")));
  }

  private static Optional<AttachedStop> both(String target, String trigger, String price) {
    return Optional.of(new AttachedStop(some(target), some("-1"), some(trigger), some(price)));
  }

  private static Optional<AttachedStop> target(String trigger, String price) {
    return Optional.of(
        new AttachedStop(some(trigger), some(price), Optional.empty(), Optional.empty()));
  }

  private static Optional<AttachedStop> stop(String trigger, String price) {
    return Optional.of(
        new AttachedStop(Optional.empty(), Optional.empty(), some(trigger), some(price)));
  }

  @Test
  void aMarketEntryReckonsWithTheWorseOfBookAndQuote() {
    Scene buy =
        Scene.of(market(SWAP, Side.BUY, "10"))
            .quote("ask", some("50500"))
            .stop("60000", "49000")
            .policy("maxRiskPerTrade", num("0.0015"));
    Scene sell =
        Scene.of(market(SWAP, Side.SELL, "10"))
            .quote("bid", some("49500"))
            .stop("40000", "51000")
            .policy("maxRiskPerTrade", num("0.0015"));

    assertThat(buy.judge().allowed()).isTrue();
    assertThat(buy.policy("maxRiskPerTrade", num("0.00149")).judge().allowed()).isFalse();
    assertThat(sell.judge().allowed()).isTrue();
    assertThat(sell.policy("maxRiskPerTrade", num("0.00149")).judge().allowed()).isFalse();
  }

  @Test
  void slippageCountsFromTheMiddleOfTheQuote() {
    // Bought at 50,000 with the middle at 49,500: a little over 1 %
    Scene buy =
        Scene.of(market(SWAP, Side.BUY, "1"))
            .quote("bid", some("49000"))
            .policy("maxSlippage", num("0.0102"));

    assertThat(buy.judge().allowed()).isTrue();
    assertThat(buy.policy("maxSlippage", num("0.0101")).judge().denials())
        .extracting(Denial::code)
        .containsExactly("MAX_SLIPPAGE");
  }

  @Test
  void withOneSideOfTheQuoteEmptyItCountsFromTheLastTrade() {
    Scene buy =
        Scene.of(market(SWAP, Side.BUY, "1"))
            .quote("bid", Optional.empty())
            .quote("last", num("49000"))
            .policy("maxSlippage", num("0.02"));

    assertThat(buy.judge().denials()).extracting(Denial::code).containsExactly("MAX_SLIPPAGE");
  }

  @Test
  void aRatioThatMustBeLargeIsShownRoundedDown() {
    Scene scene =
        Scene.of(limit(SWAP, Side.BUY, "1"))
            .stop("51999.9", "47000")
            .policy("minRewardRisk", num("0.7"));

    // 1,999.9 / 3,000 = 0.66663333…
    assertThat(scene.judge().denials())
        .singleElement()
        .extracting(Denial::value)
        .isEqualTo("0.666633");
    assertThat(scene.stop("52000", "47000").judge().denials())
        .singleElement()
        .extracting(Denial::value)
        .isEqualTo("0.666666");
  }

  @Test
  void aTakeProfitOnTheLosingSideIsNoReward() {
    Scene scene = entry(Side.BUY, "50000").policy("minRewardRisk", num("0.1"));

    assertThat(scene.stop("49500", "49000").judge().denials())
        .extracting(Denial::code)
        .containsExactly("MIN_REWARD_RISK");
  }
}
