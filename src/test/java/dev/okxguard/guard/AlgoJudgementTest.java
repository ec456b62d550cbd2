package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.SPOT;
import static dev.okxguard.guard.Samples.SWAP;
import static dev.okxguard.guard.Samples.num;
import static dev.okxguard.guard.Samples.position;
import static dev.okxguard.guard.Samples.some;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.AccountLevel;
import dev.okxguard.model.AlgoDraft;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.PriceType;
import dev.okxguard.model.Side;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// An algo order is judged as the order it may become; one contract is worth 500 USD at 50,000.
class AlgoJudgementTest {
  private static final Policy STRICT =
      With.with(Samples.policy(), "requireStopLoss", Policy.RequireStop.DERIVATIVES);

  private static Facts flat() {
    return Samples.facts(SWAP);
  }

  private static Facts holding(String contracts) {
    return With.with(
        flat(), "positions", Optional.of(List.of(position(SWAP, PosSide.NET, contracts))));
  }

  private static Judgement judge(AlgoDraft algo, Facts facts, Policy policy) {
    return new Guard().judge(algo, false, facts, policy);
  }

  private static void allowed(AlgoDraft algo, Facts facts) {
    assertThat(judge(algo, facts, STRICT).denials()).isEmpty();
  }

  private static void denied(AlgoDraft algo, Facts facts, String... codes) {
    assertThat(judge(algo, facts, STRICT).denials()).extracting(Denial::code).contains(codes);
  }

  private static AlgoDraft reducing(AlgoDraft algo) {
    return With.with(algo, "reduceOnly", true);
  }

  /// Buys one contract at a limit when the price has risen, with a stop.
  private static AlgoDraft breakout() {
    AlgoDraft algo = AlgoSamples.trigger(SWAP, Side.BUY, "1", "52000", "52000");
    return With.with(algo, "stop", AlgoSamples.sl("51000"));
  }

  @Test
  void aStopOfWhatIsHeldIsAnExit() {
    AlgoDraft stop = AlgoSamples.stop(Side.SELL, "2", "49000");

    assertThat(judge(stop, holding("2"), STRICT).entry()).isFalse();
    allowed(stop, holding("2"));
    allowed(AlgoSamples.oco(Side.SELL, "2", "51000", "49000"), holding("2"));
    allowed(AlgoSamples.trail(Side.SELL, "2", "0.01"), holding("2"));
    allowed(AlgoSamples.stop(Side.BUY, "2", "51000"), holding("-2"));
  }

  @Test
  void anExitNeedsNoDataOfTheMarket() {
    Facts blind = With.with(holding("2"), "quote", Optional.empty());

    allowed(reducing(AlgoSamples.stop(Side.SELL, "2", "49000")), blind);
    allowed(
        reducing(AlgoSamples.stop(Side.SELL, "2", "49000")),
        With.with(blind, "positions", Optional.empty()));
  }

  @Test
  void aStopLargerThanThePositionOrOnTheWrongSideIsNoExit() {
    denied(reducing(AlgoSamples.stop(Side.SELL, "3", "49000")), holding("2"), "EXCEEDS_POSITION");
    denied(reducing(AlgoSamples.stop(Side.BUY, "2", "51000")), holding("2"), "WRONG_DIRECTION");
    denied(AlgoSamples.stop(Side.SELL, "3", "49000"), holding("2"), "STOP_REQUIRED");
    denied(AlgoSamples.stop(Side.SELL, "2", "49000"), flat(), "STOP_REQUIRED", "MAX_SLIPPAGE");
  }

  @ParameterizedTest
  @EnumSource(
      value = AlgoType.class,
      names = {"CONDITIONAL", "OCO", "MOVE_ORDER_STOP"})
  void whatCouldOpenIsAnEntryWithoutAStop(AlgoType type) {
    AlgoDraft algo =
        switch (type) {
          case OCO -> AlgoSamples.oco(Side.BUY, "1", "49000", "51000");
          case MOVE_ORDER_STOP -> AlgoSamples.trail(Side.BUY, "1", "0.01");
          default -> AlgoSamples.stop(Side.BUY, "1", "51000");
        };

    denied(algo, flat(), "STOP_REQUIRED", "MAX_SLIPPAGE");
  }

  @Test
  void aTriggerEntryWithPriceAndStopPasses() {
    allowed(breakout(), flat());
    assertThat(judge(breakout(), flat(), STRICT).entry()).isTrue();
  }

  @Test
  void aTriggerEntryIsValuedAtTheWorstOfItsPricesAndTheMarket() {
    AlgoDraft below = AlgoSamples.trigger(SWAP, Side.BUY, "1", "40000", "40000");
    AlgoDraft above = AlgoSamples.trigger(SWAP, Side.BUY, "1", "60000", "59000");

    assertThat(judge(below, flat(), STRICT).notionalUsd()).hasValue(num("500.00"));
    assertThat(judge(above, flat(), STRICT).notionalUsd()).hasValue(num("600.00"));
  }

  @Test
  void everyLimitHoldsForWhatATriggerWouldPlace() {
    Policy small = With.with(STRICT, "maxOrderSize", num("519"));
    Policy enough = With.with(STRICT, "maxOrderSize", num("520"));

    assertThat(judge(breakout(), flat(), small).denials())
        .extracting(Denial::code)
        .containsExactly("MAX_ORDER_SIZE");
    assertThat(judge(breakout(), flat(), enough).allowed()).isTrue();
  }

  @Test
  void theCollarHoldsThePriceToTheTrigger() {
    Policy tight = With.with(STRICT, "priceCollar", num("0.02"));

    assertThat(judge(breakout(), flat(), tight).allowed()).isTrue();
    AlgoDraft wide = With.with(breakout(), "ordPx", some("53041"));
    assertThat(judge(wide, flat(), tight).denials())
        .extracting(Denial::code)
        .containsExactly("PRICE_COLLAR");
  }

  @Test
  void theStopOfATriggerEntryIsHeldToTheTriggerNotTheMarket() {
    AlgoDraft beyond = With.with(breakout(), "stop", AlgoSamples.sl("52500"));

    denied(beyond, flat(), "STOP_WRONG_SIDE");
    AlgoDraft dip =
        With.with(
            AlgoSamples.trigger(SWAP, Side.BUY, "1", "48000", "48000"),
            "stop",
            AlgoSamples.sl("49000"));
    denied(dip, flat(), "STOP_WRONG_SIDE");
  }

  @Test
  void aSpotSaleWithinTheFreeBalanceIsAnExit() {
    Facts rich = With.with(Samples.facts(SPOT), "balance", Optional.of(Samples.balance("1")));
    AlgoDraft stop = AlgoSamples.spotStop(Side.SELL, "1", "49000");

    assertThat(judge(stop, rich, STRICT).entry()).isFalse();
    assertThat(judge(stop, Samples.facts(SPOT), STRICT).entry()).isTrue();
  }

  @Test
  void inLongShortModeTheLegDecides() {
    Facts legs =
        With.with(
            With.with(flat(), "config", Optional.of(Samples.config(PosMode.LONG_SHORT))),
            "positions",
            Optional.of(List.of(position(SWAP, PosSide.LONG, "2"))));
    AlgoDraft close = With.with(AlgoSamples.stop(Side.SELL, "2", "49000"), "posSide", PosSide.LONG);

    allowed(close, legs);
    allowed(With.with(close, "sz", Optional.empty()), legs);
    denied(With.with(close, "side", Side.BUY), legs, "STOP_REQUIRED");
  }

  @Test
  void portfolioMarginDoesNotHonourTheFlag() {
    Facts portfolio =
        With.with(
            With.with(flat(), "positions", Optional.empty()),
            "config",
            flat().config().map(c -> With.with(c, "acctLv", AccountLevel.PORTFOLIO)));

    assertThat(
            judge(reducing(AlgoSamples.stop(Side.SELL, "1", "49000")), portfolio, STRICT).entry())
        .isTrue();
  }

  @Test
  void closeFractionClosesWhateverIsHeld() {
    AlgoDraft all = With.with(AlgoSamples.stop(Side.SELL, "1", "49000"), "sz", Optional.empty());

    allowed(reducing(all), holding("7"));
    denied(all, holding("7"), "CLOSE_FRACTION");
    denied(reducing(all), flat(), "WRONG_DIRECTION");
    denied(
        With.with(reducing(all), "stop", AlgoSamples.slAt("49000", "48000")),
        holding("7"),
        "CLOSE_FRACTION");
  }

  @ParameterizedTest
  @CsvSource({"0.0009, false", "0.001, true", "0.999, true", "1, false"})
  void aTrailKeepsOkxsRange(String ratio, boolean fits) {
    Judgement judgement = judge(AlgoSamples.trail(Side.SELL, "2", ratio), holding("2"), STRICT);

    assertThat(judgement.allowed()).isEqualTo(fits);
    assertThat(judgement.denials()).extracting(Denial::code).allMatch("CALLBACK"::equals);
  }

  @ParameterizedTest
  @CsvSource({"50000, 49999, false", "50000.1, 50000, false", "50000.1, 49999.9, true"})
  void legsMustNotBeReachedAlready(String tp, String sl, boolean fits) {
    Judgement judgement = judge(AlgoSamples.oco(Side.SELL, "2", tp, sl), holding("2"), STRICT);

    assertThat(judgement.allowed()).as(judgement.denials().toString()).isEqualTo(fits);
  }

  @Test
  void aLegIsHeldToThePriceItWatches() {
    AlgoDraft mark =
        With.with(
            AlgoSamples.stop(Side.SELL, "2", "50500"),
            "stop",
            AlgoSamples.watching("50500", PriceType.MARK));
    Facts dear = With.with(holding("2"), "marks", java.util.Map.of(SWAP, num("51000")));

    allowed(mark, dear);
    denied(mark, holding("2"), "TRIGGER_WRONG_SIDE");
  }

  @Test
  void formsThatOkxHasNotAreToldBeforeSending() {
    AlgoDraft stop = AlgoSamples.stop(Side.SELL, "2", "49000");

    denied(With.with(stop, "type", AlgoType.OCO), holding("2"), "ALGO_LEGS");
    denied(
        With.with(AlgoSamples.oco(Side.SELL, "2", "51000", "49000"), "type", AlgoType.CONDITIONAL),
        holding("2"),
        "ALGO_LEGS");
    denied(With.with(stop, "type", AlgoType.TWAP), holding("2"), "ALGO_TYPE");
    denied(With.with(stop, "cxlOnClosePos", true), holding("2"), "CXL_ON_CLOSE_POS");
    denied(With.with(stop, "stop", AlgoSamples.sl("49000.05")), holding("2"), "TRIGGER_PRICE");
    denied(
        With.with(breakout(), "stop", AlgoSamples.both("51500", "51000")),
        flat(),
        "TRIGGER_WRONG_SIDE");
  }

  @Test
  void aStopOnATriggerThatClosesIsRefused() {
    denied(
        With.with(
            AlgoSamples.trigger(SWAP, Side.SELL, "2", "49000", "49000"),
            "stop",
            AlgoSamples.sl("50000")),
        holding("2"),
        "STOP_ON_EXIT");
  }
}
