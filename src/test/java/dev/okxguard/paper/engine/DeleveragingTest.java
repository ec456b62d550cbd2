package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.number;
import static dev.okxguard.paper.engine.Desk.swap;
import static dev.okxguard.paper.engine.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.model.PosSide;
import dev.okxguard.model.TdMode;
import dev.okxguard.paper.Adl;
import dev.okxguard.paper.Consequences;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeleveragingTest {
  private static final String SWAP = "BTC-USDT-SWAP";

  private final Desk desk = new Desk();

  /// Ten contracts bought at 50000.1; four are taken at 51000: 0.04 x 999.9 = 39.996.
  @Test
  void aPartIsTakenAtTheMarkPriceFreeOfCharge() {
    desk.place(swap("buy", "10"));
    String exit =
        desk.place(swap("sell", "10", "ordType", "limit", "px", "52000", "reduceOnly", "true"));
    desk.price(SWAP, "51000");
    BigDecimal before = desk.cash("USDT");
    desk.engine.deleverage(adl("4"), desk.now);
    assertThat(desk.position(SWAP)).isEqualByComparingTo("6");
    assertThat(desk.cash("USDT").subtract(before)).isEqualByComparingTo("39.996");
    JsonNode fill = desk.rows("trade/fills").getFirst();
    assertThat(text(fill, "tradeId")).startsWith("-");
    assertThat(text(fill, "subType")).isEqualTo("128");
    JsonNode bill = desk.rows("account/bills", "type", "9").getFirst();
    assertThat(text(bill, "subType")).isEqualTo("128");
    JsonNode order =
        desk.rows("trade/orders-history", "instType", "SWAP", "category", "adl").getFirst();
    assertThat(number(order, "accFillSz")).isEqualByComparingTo("4");
    assertThat(text(desk.order(SWAP, exit), "cancelSource")).isEqualTo("6");
    JsonNode history = desk.rows("account/positions-history", "type", "5").getFirst();
    assertThat(number(history, "closeTotalPos")).isEqualByComparingTo("4");
    assertThat(number(history, "triggerPx")).isEqualByComparingTo("51000");
  }

  @Test
  void allOfItIsAClosedPositionAndItsStopsGo() {
    desk.protect(swap("buy", "10"), "slTriggerPx", "49000", "slOrdPx", "-1");
    desk.engine.deleverage(adl("10"), desk.now);
    assertThat(desk.rows("account/positions")).isEmpty();
    assertThat(desk.rows("account/positions-history", "type", "6")).hasSize(1);
    assertThat(desk.doneAlgos("canceled")).hasSize(1);
  }

  @Test
  void aUsersOwnCloseAfterwardsIsAnOrdinaryOne() {
    desk.place(swap("buy", "10"));
    desk.engine.deleverage(adl("4"), desk.now);
    desk.place(swap("sell", "6"));
    assertThat(text(desk.rows("account/positions-history").getFirst(), "type")).isEqualTo("2");
  }

  @Test
  void thePositionMustBeClearAndLargeEnough() {
    refused(adl("1"), "no such position");
    desk.place(swap("buy", "10"));
    refused(adl("10.01"), "10.01");
    refused(adl("0.005"), "0.005");
    refused(adl("0"), "0");
    desk.place(swap("buy", "10", "tdMode", "isolated"));
    refused(adl("1"), "several");
    Optional<BigDecimal> all = Optional.empty();
    Optional<TdMode> isolated = Optional.of(TdMode.ISOLATED);
    desk.engine.deleverage(new Adl(SWAP, isolated, Optional.of(PosSide.NET), all), desk.now);
    assertThat(desk.position(SWAP)).isEqualByComparingTo("10");
    assertThat(desk.rows("account/positions")).hasSize(1);
  }

  @Test
  void whatAPriceDidIsTold() {
    desk.protect(swap("buy", "5"), "slTriggerPx", "49000", "slOrdPx", "-1");
    desk.place(swap("buy", "6", "tdMode", "isolated"));
    String resting = desk.place(swap("buy", "1", "ordType", "limit", "px", "48500"));
    Consequences told =
        desk.engine.during(
            () -> {
              desk.market.price(SWAP, "30000", desk.now);
              desk.engine.react(desk.now);
            });
    assertThat(told.fills()).hasSize(3);
    assertThat(text(told.fills().getFirst(), "ordId")).isEqualTo(resting);
    assertThat(told.triggers()).hasSize(1);
    assertThat(text(told.triggers().getFirst(), "actualSide")).isEqualTo("sl");
    assertThat(told.liquidations()).hasSize(1);
    assertThat(text(told.liquidations().getFirst(), "category")).isEqualTo("full_liquidation");
    assertThat(told.cancels()).isEmpty();
  }

  @Test
  void aTrailingStopFollowsPricesThatTakeNoTime() {
    desk.place(swap("buy", "1"));
    desk.algoOrder(Desk.close("move_order_stop", "sz", "1", "callbackSpread", "500"));
    for (String px : new String[] {"50900", "50500"}) {
      desk.market.price(SWAP, px, desk.now);
      desk.engine.react(desk.now);
      assertThat(desk.position(SWAP)).isEqualByComparingTo("1");
    }
    desk.market.price(SWAP, "50400", desk.now);
    desk.engine.react(desk.now);
    assertThat(desk.position(SWAP)).isZero();
  }

  private void refused(Adl adl, String why) {
    assertThatThrownBy(() -> desk.engine.deleverage(adl, desk.now))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  private static Adl adl(String sz) {
    return new Adl(SWAP, Optional.empty(), Optional.empty(), Optional.of(new BigDecimal(sz)));
  }
}
