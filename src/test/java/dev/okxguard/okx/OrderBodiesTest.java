package dev.okxguard.okx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.InstType;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderBodiesTest {
  private static final ClOrdId ID = new ClOrdId("okg42");
  private static final Optional<BigDecimal> NONE = Optional.empty();

  private static OrderDraft swap(PosSide posSide, boolean reduceOnly, Optional<AttachedStop> stop) {
    return new OrderDraft(
        InstType.SWAP,
        "ETH-USDT-SWAP",
        TdMode.CROSS,
        Side.SELL,
        posSide,
        OrdType.LIMIT,
        new BigDecimal("12.50"),
        Optional.of(new BigDecimal("2.5E+3")),
        reduceOnly,
        "",
        stop);
  }

  private static String json(OrderDraft draft) {
    return OrderBodies.place(draft, ID).toString();
  }

  @Test
  void numbersAreTextWithoutExponentOrTrailingZeros() {
    assertThat(json(swap(PosSide.NET, false, Optional.empty())))
        .isEqualTo(
            "{\"instId\":\"ETH-USDT-SWAP\",\"tdMode\":\"cross\",\"clOrdId\":\"okg42\","
                + "\"tag\":\"okxguard\",\"side\":\"sell\",\"ordType\":\"limit\",\"sz\":\"12.5\","
                + "\"px\":\"2500\"}");
  }

  @Test
  void aLegAndReduceOnlyAreNamedOnlyWhereTheyApply() {
    assertThat(json(swap(PosSide.SHORT, true, Optional.empty())))
        .contains("\"posSide\":\"short\"")
        .contains("\"reduceOnly\":true");
    assertThat(json(swap(PosSide.NET, false, Optional.empty())))
        .doesNotContain("posSide")
        .doesNotContain("reduceOnly");
  }

  @Test
  void aSpotMarketOrderNamesItsUnitAndNeverALeg() {
    OrderDraft draft =
        new OrderDraft(
            InstType.SPOT,
            "BTC-USDT",
            TdMode.CASH,
            Side.BUY,
            PosSide.LONG,
            OrdType.MARKET,
            new BigDecimal("0.00001"),
            Optional.empty(),
            false,
            "base_ccy",
            Optional.empty());
    assertThat(json(draft))
        .isEqualTo(
            "{\"instId\":\"BTC-USDT\",\"tdMode\":\"cash\",\"clOrdId\":\"okg42\","
                + "\"tag\":\"okxguard\",\"side\":\"buy\",\"ordType\":\"market\","
                + "\"sz\":\"0.00001\",\"tgtCcy\":\"base_ccy\"}");
  }

  @Test
  void attachedStopsGoAtMarketUnlessAPriceIsGiven() {
    AttachedStop both =
        new AttachedStop(
            Optional.of(new BigDecimal("2400.0")),
            Optional.of(new BigDecimal("2401")),
            Optional.of(new BigDecimal("2600")),
            NONE);
    assertThat(json(swap(PosSide.NET, false, Optional.of(both))))
        .endsWith(
            "\"attachAlgoOrds\":[{\"tpTriggerPx\":\"2400\",\"tpOrdPx\":\"2401\","
                + "\"slTriggerPx\":\"2600\",\"slOrdPx\":\"-1\",\"attachAlgoClOrdId\":\"okg42s\"}]}");
  }

  @Test
  void aStopWithoutLegsAttachesNothing() {
    AttachedStop none = new AttachedStop(NONE, NONE, NONE, NONE);
    assertThat(json(swap(PosSide.NET, false, Optional.of(none)))).doesNotContain("attachAlgoOrds");
  }
}
