package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoDraft;
import dev.okxguard.model.AlgoState;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.PriceType;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.testing.Altered;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An algo order counts as the one that was wanted only when everything about it is so.
class AlgoMatchTest {
  private static final AttachedStop STOP =
      new AttachedStop(
          some("110"), some("109"), some("90"), some("89"), PriceType.LAST, PriceType.MARK);

  /// More than any one algo order has, so that each of it can be wrong.
  private static final AlgoDraft WANTED =
      new AlgoDraft(
          InstType.SWAP,
          "BTC-USDT-SWAP",
          TdMode.CROSS,
          Side.SELL,
          PosSide.NET,
          AlgoType.OCO,
          some("2"),
          true,
          false,
          "",
          "",
          STOP,
          some("95"),
          some("94"),
          PriceType.LAST,
          some("0.05"),
          some("3"),
          some("97"));

  private static final Algo SEEN =
      new Algo(
          InstType.SWAP,
          "BTC-USDT-SWAP",
          "77",
          "okgp1",
          "",
          Side.SELL,
          PosSide.NET,
          TdMode.CROSS,
          AlgoType.OCO,
          some("2.0"),
          false,
          true,
          "",
          AlgoState.LIVE,
          STOP,
          some("95.0"),
          some("94"),
          PriceType.LAST,
          some("0.050"),
          some("3"),
          some("97"),
          "",
          "51008",
          Instant.EPOCH,
          Instant.EPOCH);

  private static Optional<BigDecimal> some(String number) {
    return Optional.of(new BigDecimal(number));
  }

  @Test
  void theOneThatWasWantedHasNothingWrong() {
    assertThat(AlgoMatch.wrong(WANTED, SEEN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"sz, 2", "triggerPx, 95", "callbackRatio, 0.05", "callbackSpread, 3", "activePx, 97"})
  void aNumberMustBeTheSame(String name, String wanted) {
    assertThat(AlgoMatch.wrong(WANTED, Altered.of(SEEN, name, some("1"))))
        .containsExactly(name + " is 1, not " + wanted);
    assertThat(AlgoMatch.wrong(WANTED, Altered.of(SEEN, name, Optional.empty())))
        .containsExactly(name + " is none, not " + wanted);
  }

  @ParameterizedTest
  @CsvSource({"tpTriggerPx, 110", "tpOrdPx, 109", "slTriggerPx, 90", "slOrdPx, 89"})
  void soMustThoseOfItsLegs(String name, String wanted) {
    Algo other = Altered.of(SEEN, "stop", Altered.of(STOP, name, some("1")));
    assertThat(AlgoMatch.wrong(WANTED, other)).containsExactly(name + " is 1, not " + wanted);
  }

  @Test
  void soMustSidesTypesAndWhatIsWatched() {
    assertThat(AlgoMatch.wrong(WANTED, Altered.of(SEEN, "side", Side.BUY)))
        .containsExactly("side is buy, not sell");
    assertThat(AlgoMatch.wrong(WANTED, Altered.of(SEEN, "posSide", PosSide.LONG)))
        .containsExactly("posSide is long, not net");
    assertThat(AlgoMatch.wrong(WANTED, Altered.of(SEEN, "type", AlgoType.TRIGGER)))
        .containsExactly("ordType is trigger, not oco");
    assertThat(AlgoMatch.wrong(WANTED, Altered.of(SEEN, "triggerPriceType", PriceType.MARK)))
        .containsExactly("triggerPxType is mark, not last");
    AttachedStop tp = Altered.of(STOP, "tpPriceType", PriceType.INDEX);
    assertThat(AlgoMatch.wrong(WANTED, Altered.of(SEEN, "stop", tp)))
        .containsExactly("tpTriggerPxType is index, not last");
    AttachedStop sl = Altered.of(STOP, "slPriceType", PriceType.INDEX);
    assertThat(AlgoMatch.wrong(WANTED, Altered.of(SEEN, "stop", sl)))
        .containsExactly("slTriggerPxType is index, not mark");
  }

  @Test
  void oneOfBothLegsThatLostOneIsAsGoodUnderEitherName() {
    AttachedStop stop = Altered.of(STOP, "tpTriggerPx", Optional.empty());
    AlgoDraft wanted = Altered.of(Altered.of(WANTED, "stop", stop), "type", AlgoType.CONDITIONAL);
    Algo seen = Altered.of(SEEN, "stop", stop);
    assertThat(AlgoMatch.wrong(wanted, seen)).isEmpty();
    assertThat(AlgoMatch.wrong(wanted, Altered.of(seen, "type", AlgoType.CONDITIONAL))).isEmpty();
    assertThat(AlgoMatch.wrong(wanted, SEEN))
        .containsExactly("ordType is oco, not conditional", "tpTriggerPx is 110, not none");
  }

  @Test
  void oneThatClosesAllIsNoneOfASize() {
    Algo all = Altered.of(SEEN, "closesAll", true);
    assertThat(AlgoMatch.wrong(WANTED, all)).containsExactly("sz is closeFraction 1, not 2");
    AlgoDraft wanted = Altered.of(WANTED, "sz", Optional.empty());
    assertThat(AlgoMatch.wrong(wanted, SEEN)).containsExactly("sz is 2, not closeFraction 1");
    assertThat(AlgoMatch.wrong(wanted, all)).isEmpty();
  }

  @Test
  void anOrderPriceThatIsNotSaidIsTheMarket() {
    AlgoDraft market = Altered.of(WANTED, "ordPx", Optional.empty());
    assertThat(AlgoMatch.wrong(market, Altered.of(SEEN, "ordPx", some("-1")))).isEmpty();
    assertThat(AlgoMatch.wrong(market, Altered.of(SEEN, "ordPx", Optional.empty()))).isEmpty();
    assertThat(AlgoMatch.wrong(market, SEEN)).containsExactly("ordPx is 94, not -1");
  }

  @Test
  void whatIsNotWantedIsNotHeldAgainstItUnlessItIsThere() {
    AlgoDraft plain =
        Altered.of(Altered.of(WANTED, "stop", AttachedStop.NONE), "triggerPx", Optional.empty());
    assertThat(AlgoMatch.wrong(plain, SEEN))
        .containsExactly(
            "tpTriggerPx is 110, not none",
            "slTriggerPx is 90, not none",
            "triggerPx is 95, not none");
  }

  @ParameterizedTest
  @CsvSource({
    "LIVE, '', false",
    "PARTIALLY_EFFECTIVE, '', false",
    "EFFECTIVE, '', true",
    "PAUSE, it is pause, false",
    "CANCELED, it is canceled, false",
    "ORDER_FAILED, 'it fired, but OKX refused its order (51008)', false",
    "PARTIALLY_FAILED, 'it fired, but OKX refused its order (51008)', false"
  })
  void itMustWaitOrHaveDoneItsWork(AlgoState state, String unfit, boolean fired) {
    Algo seen = Altered.of(SEEN, "state", state);
    assertThat(AlgoMatch.unfit(WANTED, seen))
        .isEqualTo(unfit.isEmpty() ? List.of() : List.of(unfit));
    assertThat(AlgoMatch.fired(seen)).isEqualTo(fired);
    assertThat(AlgoMatch.unfit(WANTED, Altered.of(seen, "side", Side.BUY))).isNotEmpty();
  }
}
