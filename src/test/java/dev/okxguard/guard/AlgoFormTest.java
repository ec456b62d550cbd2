package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.SPOT;
import static dev.okxguard.guard.Samples.SWAP;
import static dev.okxguard.guard.Samples.num;
import static dev.okxguard.guard.Samples.position;
import static dev.okxguard.guard.Samples.some;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.AlgoDraft;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.InstType;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.PriceType;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What OKX would refuse of an algo order, and what order an accepted one is taken for.
class AlgoFormTest {
  private static final AlgoDraft STOP = AlgoSamples.stop(Side.SELL, "2", "49000");

  private static Facts facts() {
    return Samples.facts(SWAP);
  }

  private static List<String> faults(AlgoDraft algo, Facts facts) {
    return AlgoForm.faults(algo, facts).stream().map(Denial::code).toList();
  }

  private static Denial only(AlgoDraft algo, Facts facts) {
    List<Denial> all = AlgoForm.faults(algo, facts);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static AlgoDraft whole(AlgoDraft algo) {
    return With.with(algo, "sz", Optional.empty());
  }

  private static AlgoDraft reducing(AlgoDraft algo) {
    return With.with(algo, "reduceOnly", true);
  }

  @Test
  void aConditionalOrderSaysWhetherItHasBothLegsOrNone() {
    AlgoDraft both = With.with(STOP, "stop", AlgoSamples.both("51000", "49000"));
    assertThat(only(both, facts()).value()).isEqualTo("both");
    assertThat(only(With.with(STOP, "stop", AttachedStop.NONE), facts()).value()).isEqualTo("none");
  }

  @Test
  void withoutTheAccountsSettingsTheLegTellsTheMode() {
    Facts unknown = With.with(facts(), "config", Optional.empty());
    assertThat(faults(whole(STOP), unknown)).containsExactly("CLOSE_FRACTION");
    assertThat(faults(reducing(whole(STOP)), unknown)).isEmpty();
    AlgoDraft leg = With.with(whole(STOP), "posSide", PosSide.LONG);
    assertThat(faults(leg, unknown)).isEmpty();
    assertThat(faults(With.with(reducing(leg), "posSide", PosSide.SHORT), unknown))
        .containsExactly("CLOSE_FRACTION");
  }

  @Test
  void whatClosesAllIsAStopAtMarketOfAContract() {
    AlgoDraft all = reducing(whole(STOP));
    assertThat(faults(With.with(all, "stop", AlgoSamples.slAt("49000", "-1")), facts())).isEmpty();
    assertThat(faults(With.with(all, "stop", AlgoSamples.slAt("49000", "0")), facts()))
        .containsExactly("TRIGGER_PRICE");
    assertThat(faults(reducing(whole(AlgoSamples.oco(Side.SELL, "2", "51000", "49000"))), facts()))
        .isEmpty();
    AlgoDraft trigger = AlgoSamples.trigger(SWAP, Side.SELL, "2", "49000", "-1");
    assertThat(faults(reducing(whole(trigger)), facts())).containsExactly("CLOSE_FRACTION");
    AlgoDraft spot = AlgoSamples.spotStop(Side.SELL, "1", "49000");
    assertThat(faults(whole(spot), Samples.facts(SPOT))).containsExactly("CLOSE_FRACTION");
  }

  @ParameterizedTest
  @CsvSource({"0.1,true", "0,false", "-1,false"})
  void aTrailingDistanceIsAboveZero(String spread, boolean fits) {
    AlgoDraft trail = AlgoSamples.trail(Side.SELL, "2", "0.01");
    AlgoDraft own =
        With.with(
            With.with(trail, "callbackRatio", Optional.empty()), "callbackSpread", some(spread));
    assertThat(faults(own, facts())).isEqualTo(fits ? List.of() : List.of("CALLBACK"));
    assertThat(only(With.with(trail, "callbackSpread", some("5")), facts()).value())
        .isEqualTo("0.01");
    assertThat(only(With.with(trail, "callbackRatio", Optional.empty()), facts()).value())
        .isEqualTo("none");
  }

  @Test
  void aTriggerOfSpotGoesByTheLastPriceAndOneOfContractsByAny() {
    AlgoDraft spot = AlgoSamples.trigger(SPOT, Side.BUY, "1", "49000", "49000");
    AlgoDraft marked = With.with(spot, "triggerPriceType", PriceType.MARK);
    assertThat(faults(spot, Samples.facts(SPOT))).isEmpty();
    assertThat(faults(marked, Samples.facts(SPOT))).containsExactly("TRIGGER_TYPE");
    AlgoDraft swap = AlgoSamples.trigger(SWAP, Side.BUY, "1", "49000", "49000");
    assertThat(faults(With.with(swap, "triggerPriceType", PriceType.MARK), facts())).isEmpty();
    AlgoDraft stop = AlgoSamples.spotStop(Side.SELL, "1", "49000");
    assertThat(faults(With.with(stop, "triggerPriceType", PriceType.MARK), Samples.facts(SPOT)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"48000,true", "-1,true", "48000.05,false", "-2,false", "0,false"})
  void thePriceOfAStopsOrderIsAPriceOrTheMarket(String price, boolean fits) {
    AlgoDraft own = With.with(STOP, "stop", AlgoSamples.slAt("49000", price));
    assertThat(faults(own, facts())).isEqualTo(fits ? List.of() : List.of("TRIGGER_PRICE"));
  }

  @Test
  void aTriggerPriceIsAboveZeroAndTheTickIsNamed() {
    Denial denial = only(With.with(STOP, "stop", AlgoSamples.sl("0")), facts());
    assertThat(denial.code()).isEqualTo("TRIGGER_PRICE");
    assertThat(denial.message()).isEqualTo("a price must be above 0 and a multiple of 0.1");
    Facts blind = With.with(facts(), "instruments", Map.of());
    assertThat(only(With.with(STOP, "stop", AlgoSamples.sl("0")), blind).message())
        .isEqualTo("a price must be above 0");
  }

  @ParameterizedTest
  @CsvSource({"52500,52300,false", "52500,52600,true", "-1,52300,true", "-1,51900,false"})
  void aTargetWinsBeyondThePriceOfTheOrderItGoesWith(String ordPx, String target, boolean fits) {
    AlgoDraft entry =
        With.with(
            AlgoSamples.trigger(SWAP, Side.BUY, "1", "52000", ordPx),
            "stop",
            AlgoSamples.both(target, "51000"));
    assertThat(faults(entry, facts())).isEqualTo(fits ? List.of() : List.of("TRIGGER_WRONG_SIDE"));
  }

  @Test
  void whichSideIsRightIsSaid() {
    assertThat(only(With.with(STOP, "stop", AlgoSamples.sl("50000")), facts()).message())
        .isEqualTo("slTriggerPx must be below 50000");
    AlgoDraft rise = AlgoSamples.stop(Side.BUY, "2", "50000");
    assertThat(only(rise, facts()).message()).isEqualTo("slTriggerPx must be above 50000");
  }

  @Test
  void thePriceOfAnotherInstrumentReachesNothing() {
    assertThat(faults(With.with(STOP, "stop", AlgoSamples.sl("50500")), Samples.facts(SPOT)))
        .isEmpty();
  }

  private static OrderRequest request(AlgoDraft algo, Facts facts) {
    List<OrderRequest> all = AlgoOrders.of(algo, false, facts);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static Facts holding(Position... positions) {
    return With.with(facts(), "positions", Optional.of(List.of(positions)));
  }

  @Test
  void whatClosesAllHasTheSizeOfItsOwnLeg() {
    Facts several =
        holding(
            position(SWAP, PosSide.NET, "7"),
            position("ETH-USDT-SWAP", PosSide.NET, "90"),
            position(SWAP, PosSide.LONG, "800"));
    assertThat(request(whole(STOP), several).draft().sz()).isEqualTo(num("7"));
    AlgoDraft cover = whole(AlgoSamples.stop(Side.BUY, "1", "51000"));
    assertThat(request(cover, holding(position(SWAP, PosSide.NET, "-7"))).draft().sz())
        .isEqualTo(num("7"));
  }

  @Test
  void whatClosesNothingHasTheLeastSizeThereIs() {
    assertThat(request(whole(STOP), facts()).draft().sz()).isEqualTo(num("0.1"));
    assertThat(request(whole(STOP), holding(position(SWAP, PosSide.NET, "-7"))).draft().sz())
        .isEqualTo(num("0.1"));
    Facts blind = With.with(facts(), "instruments", Map.of());
    assertThat(request(whole(STOP), blind).draft().sz()).isEqualTo(num("1"));
  }

  @ParameterizedTest
  @CsvSource({"49000,LIMIT", "-1,MARKET", "0,MARKET"})
  void anOrderPriceAboveZeroMakesALimitOrder(String price, OrdType type) {
    AlgoDraft trigger = AlgoSamples.trigger(SWAP, Side.BUY, "1", "49000", price);
    assertThat(request(trigger, facts()).draft().ordType()).isEqualTo(type);
  }

  @Test
  void onlyAStopThatIsThereGoesWithATriggersOrder() {
    AlgoDraft bare = AlgoSamples.trigger(SWAP, Side.BUY, "1", "49000", "49000");
    assertThat(request(bare, facts()).draft().stop()).isEmpty();
    assertThat(request(With.with(bare, "stop", AlgoSamples.sl("48000")), facts()).draft().stop())
        .contains(AlgoSamples.sl("48000"));
    AttachedStop target =
        new AttachedStop(some("51000"), Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(request(With.with(bare, "stop", target), facts()).draft().stop()).contains(target);
  }

  @Test
  void aTrailingBuyMayBePlacedItsDistanceAboveWhereItBegins() {
    AlgoDraft buy = AlgoSamples.trail(Side.BUY, "1", "0.01");
    assertThat(trigger(buy)).isEqualByComparingTo("50500");
    assertThat(trigger(With.with(buy, "activePx", some("40000")))).isEqualByComparingTo("40400");
    AlgoDraft spread =
        With.with(With.with(buy, "callbackRatio", Optional.empty()), "callbackSpread", some("123"));
    assertThat(trigger(spread)).isEqualByComparingTo("50123");
    assertThat(trigger(AlgoSamples.trail(Side.SELL, "1", "0.01"))).isEqualByComparingTo("50000");
  }

  private static BigDecimal trigger(AlgoDraft algo) {
    return request(algo, facts()).trigger().orElseThrow();
  }

  @Test
  void aSpotSizeCountsCoinsAsSoonAsOneOrderHasAPrice() {
    AlgoDraft spot = With.with(AlgoSamples.spotStop(Side.BUY, "1", "51000"), "tgtCcy", "quote_ccy");
    assertThat(request(spot, Samples.facts(SPOT)).draft().tgtCcy()).isEqualTo("quote_ccy");
    AlgoDraft priced = With.with(spot, "stop", AlgoSamples.slAt("51000", "51100"));
    assertThat(request(priced, Samples.facts(SPOT)).draft().tgtCcy()).isEqualTo("base_ccy");
    AlgoDraft atMarket = With.with(spot, "stop", AlgoSamples.slAt("51000", "-1"));
    assertThat(request(atMarket, Samples.facts(SPOT)).draft().tgtCcy()).isEqualTo("quote_ccy");
    AlgoDraft contract = With.with(STOP, "stop", AlgoSamples.slAt("49000", "48900"));
    assertThat(request(contract, facts()).draft().tgtCcy()).isEmpty();
  }

  @Test
  void typesThatAreNeverPlacedAreRefusedByName() {
    AlgoDraft chase = With.with(STOP, "type", AlgoType.CHASE);
    assertThat(only(chase, facts()).value()).isEqualTo(AlgoType.CHASE.word());
    assertThat(chase.instType()).isEqualTo(InstType.SWAP);
  }
}
