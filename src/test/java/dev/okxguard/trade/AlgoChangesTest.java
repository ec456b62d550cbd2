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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a change makes of an algo order: what is named is changed, the rest stays.
class AlgoChangesTest {
  private static final AlgoChanges NONE =
      new AlgoChanges(none(), none(), none(), none(), none(), none(), none());

  private static final AttachedStop STOP =
      new AttachedStop(
          some("110"), some("109"), some("90"), some("89"), PriceType.LAST, PriceType.MARK);

  private static final Algo ALGO =
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
          some("2"),
          false,
          true,
          "",
          AlgoState.LIVE,
          STOP,
          none(),
          none(),
          PriceType.LAST,
          none(),
          none(),
          none(),
          "",
          "",
          Instant.EPOCH,
          Instant.EPOCH);

  private static Optional<BigDecimal> some(String number) {
    return Optional.of(new BigDecimal(number));
  }

  private static Optional<BigDecimal> none() {
    return Optional.empty();
  }

  private static AlgoChanges change(String name, String value) {
    return Altered.of(NONE, name, some(value));
  }

  @ParameterizedTest
  @CsvSource({
    "newSz, false, false",
    "newTpTriggerPx, true, false",
    "newTpOrdPx, true, false",
    "newSlTriggerPx, true, false",
    "newSlOrdPx, true, false",
    "newTriggerPx, false, true",
    "newOrdPx, false, true"
  })
  void eachIsWrittenByItsNameAndReadBackFromTheJournal(String name, boolean leg, boolean trigger) {
    AlgoChanges change = change(name, "7.50");
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    change.put(body);
    assertThat(body.toString()).isEqualTo("{\"" + name + "\":\"7.5\"}");
    assertThat(AlgoChanges.of(body)).isEqualTo(change(name, "7.5"));
    assertThat(change.none()).isFalse();
    assertThat(change.legs()).isEqualTo(leg);
    assertThat(change.trigger()).isEqualTo(trigger);
    assertThat(NONE.none()).isTrue();
  }

  @Test
  void withoutAChangeItIsAsItWas() {
    AlgoDraft draft = NONE.on(ALGO);
    assertThat(draft.sz()).isEqualTo(some("2"));
    assertThat(draft.stop()).isEqualTo(STOP);
    assertThat(draft.type()).isEqualTo(AlgoType.OCO);
    assertThat(NONE.madeOn(ALGO)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "newTpTriggerPx, tpTriggerPx, 120",
    "newTpOrdPx, tpOrdPx, 119",
    "newSlTriggerPx, slTriggerPx, 80",
    "newSlOrdPx, slOrdPx, 79"
  })
  void oneOfALegChangesNothingElse(String change, String name, String value) {
    AlgoDraft draft = change(change, value).on(ALGO);
    AttachedStop wanted = Altered.of(STOP, name, some(value));
    assertThat(draft.stop()).isEqualTo(wanted);
    assertThat(draft.type()).isEqualTo(AlgoType.OCO);
    assertThat(change(change, value).madeOn(ALGO)).isFalse();
    assertThat(change(change, value).madeOn(Altered.of(ALGO, "stop", wanted))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "newTpTriggerPx, false, true",
    "newTpOrdPx, false, true",
    "newSlTriggerPx, true, false",
    "newSlOrdPx, true, false"
  })
  void aZeroTakesTheLegAwayAndLeavesOneOfOne(String change, boolean tp, boolean sl) {
    AlgoDraft draft = change(change, "0").on(ALGO);
    assertThat(draft.type()).isEqualTo(AlgoType.CONDITIONAL);
    assertThat(draft.stop().tpTriggerPx().isPresent()).isEqualTo(tp);
    assertThat(draft.stop().tpOrdPx().isPresent()).isEqualTo(tp);
    assertThat(draft.stop().slTriggerPx().isPresent()).isEqualTo(sl);
    assertThat(draft.stop().slOrdPx().isPresent()).isEqualTo(sl);
  }

  @Test
  void theSizeOfOneThatClosesAllStaysUnlessOneIsSaid() {
    Algo all = Altered.of(ALGO, "closesAll", true);
    assertThat(NONE.on(all).closesAll()).isTrue();
    assertThat(change("newSz", "1").on(all).sz()).isEqualTo(some("1"));
    assertThat(change("newSz", "3").on(ALGO).sz()).isEqualTo(some("3"));
  }

  @Test
  void aTriggerIsMovedByItsOwnPrices() {
    Algo trigger =
        Altered.of(
            Altered.of(Altered.of(ALGO, "type", AlgoType.TRIGGER), "triggerPx", some("95")),
            "ordPx",
            some("94"));
    assertThat(change("newTriggerPx", "96").on(trigger).triggerPx()).isEqualTo(some("96"));
    assertThat(change("newTriggerPx", "96").on(trigger).ordPx()).isEqualTo(some("94"));
    assertThat(change("newOrdPx", "93").on(trigger).ordPx()).isEqualTo(some("93"));
    assertThat(change("newOrdPx", "93").on(trigger).type()).isEqualTo(AlgoType.TRIGGER);
  }
}
