package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.SPOT;
import static dev.okxguard.guard.Samples.limit;
import static dev.okxguard.guard.Samples.market;
import static dev.okxguard.guard.Samples.num;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.AccountLevel;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Spot pairs on credit, at 50,000 USD and leverage 5, whether they are called spot or margin.
class MarginTest {

  private static List<Scene> both(OrderDraft draft) {
    OrderDraft credit = With.with(draft, "tdMode", TdMode.ISOLATED);
    return List.of(permitted(credit), permitted(With.with(credit, "instType", InstType.MARGIN)));
  }

  private static Scene permitted(OrderDraft draft) {
    return Scene.of(draft).policy("instTypes", Set.of("MARGIN"));
  }

  private static Position position(String pos) {
    Position swap = Samples.position(SPOT, PosSide.NET, pos);
    return With.with(With.with(swap, "instType", InstType.MARGIN), "mgnMode", TdMode.ISOLATED);
  }

  private static void assertLimit(Scene scene, String component, String limit) {
    assertThat(scene.policy(component, num(limit)).judge().denials()).isEmpty();
    String less = num(limit).multiply(num("0.999")).toPlainString();
    assertThat(scene.policy(component, num(less)).judge().denials()).hasSize(1);
  }

  @Test
  void aMarketBuyCountsQuoteCurrencyAndAMarketSellCoins() {
    for (Scene buy : both(market(SPOT, Side.BUY, "750"))) {
      assertThat(buy.judge().notionalUsd().orElseThrow()).isEqualByComparingTo("750");
      assertLimit(buy, "maxOrderSize", "750");
    }
    for (Scene sell : both(market(SPOT, Side.SELL, "0.02"))) {
      assertThat(sell.judge().notionalUsd().orElseThrow()).isEqualByComparingTo("1000");
      assertLimit(sell, "maxOrderSize", "1000");
    }
  }

  @Test
  void aPositionSideMakesNoExitSinceMarginHasNoLegs() {
    for (Scene sell : both(limit(SPOT, Side.SELL, "0.1"))) {
      Scene leg = sell.order("posSide", PosSide.LONG).config("posMode", PosMode.LONG_SHORT);
      assertThat(leg.judge().entry()).isTrue();
    }
  }

  @Test
  void aSizeUnitThatOkxWouldIgnoreIsDenied() {
    for (Scene sell : both(market(SPOT, Side.SELL, "100"))) {
      assertThat(sell.order("tgtCcy", "quote_ccy").judge().denials())
          .extracting(Denial::code)
          .contains("SIZE_UNIT");
    }
    OrderDraft margin = With.with(market(SPOT, Side.SELL, "100"), "instType", InstType.MARGIN);
    assertThat(With.with(margin, "tgtCcy", "quote_ccy").quoteSized()).isFalse();
    OrderDraft buy = With.with(market(SPOT, Side.BUY, "100"), "instType", InstType.MARGIN);
    assertThat(With.with(buy, "tgtCcy", "base_ccy").quoteSized()).isTrue();
  }

  @Test
  void positionsOfEitherDirectionCountAndCoinsHeldDoNot() {
    for (Scene buy : both(limit(SPOT, Side.BUY, "0.1"))) {
      Scene rich = buy.facts("balance", Optional.of(Samples.balance("3")));
      // (0.1 + 0.2) x 50,000
      assertLimit(rich.positions(position("0.2")), "maxPositionSize", "15000");
      assertLimit(rich.positions(position("0.2")), "maxTotalRatio", "0.15");
      // 0.4 short until 0.1 is bought
      assertLimit(rich.positions(position("-0.4")), "maxPositionSize", "20000");
    }
    for (Scene sell : both(limit(SPOT, Side.SELL, "0.1"))) {
      Scene rich = sell.facts("balance", Optional.of(Samples.balance("3")));
      assertLimit(rich.positions(position("-0.2")), "maxPositionSize", "15000");
      assertLimit(rich.positions(position("-0.2")), "maxTotalRatio", "0.15");
    }
  }

  @Test
  void leverageIsLimitedAndLowersTheCashNeeded() {
    for (Scene buy : both(limit(SPOT, Side.BUY, "1"))) {
      assertLimit(buy, "maxLeverage", "5");
      // 50,000 / 5 of 100,000
      assertLimit(buy, "minCashRatio", "0.9", "0.901");
      assertThat(buy.missing("leverage").judge().denials())
          .extracting(Denial::code)
          .contains("MISSING_DATA");
    }
  }

  private static void assertLimit(Scene scene, String component, String good, String bad) {
    assertThat(scene.policy(component, num(good)).judge().denials()).isEmpty();
    assertThat(scene.policy(component, num(bad)).judge().denials()).hasSize(1);
  }

  @Test
  void reduceOnlyClosesInEitherPositionMode() {
    for (Side side : Side.values()) {
      for (Scene order : both(limit(SPOT, side, "0.1"))) {
        Scene close = order.order("reduceOnly", true).policy("maxOrderSize", num("1"));
        for (PosMode mode : PosMode.values()) {
          assertThat(close.config("posMode", mode).judge().entry()).isFalse();
          assertThat(close.config("posMode", mode).judge().allowed()).isTrue();
        }
        assertThat(close.config("acctLv", AccountLevel.PORTFOLIO).judge().entry()).isTrue();
        assertThat(order.judge().entry()).isTrue();
      }
    }
  }

  @Test
  void aSaleOnCreditIsNoExitHoweverManyCoinsThereAre() {
    for (Scene sale : both(limit(SPOT, Side.SELL, "0.1"))) {
      Scene rich = sale.facts("balance", Optional.of(Samples.balance("3")));
      assertThat(rich.judge().entry()).isTrue();
      // nor is it one that may not carry a stop
      assertThat(rich.stop("40000", "51000").judge().denials()).isEmpty();
    }
  }

  @Test
  void spotOfAMultiCurrencyAccountIsStillSpot() {
    Scene sale =
        Scene.of(limit(SPOT, Side.SELL, "0.5"))
            .order("tdMode", TdMode.CROSS)
            .config("acctLv", AccountLevel.MULTI_CURRENCY)
            .facts("balance", Optional.of(Samples.balance("0.5")));
    assertThat(sale.judge().entry()).isFalse();
  }

  @Test
  void spotBeyondWhatIsOwnedIsOnCreditInAMultiCurrencyAccount() {
    Scene sale =
        multi(limit(SPOT, Side.SELL, "0.5")).facts("balance", Optional.of(Samples.balance("0.4")));
    assertThat(sale.judge().denials()).extracting(Denial::code).containsExactly("INSTRUMENT_TYPE");
    assertThat(sale.policy("instTypes", Set.of("MARGIN")).judge().denials()).isEmpty();
    assertThat(
            sale.policy("instTypes", Set.of("MARGIN"))
                .policy("maxLeverage", num("4"))
                .judge()
                .denials())
        .extracting(Denial::code)
        .containsExactly("MAX_LEVERAGE");

    assertThat(multi(limit(SPOT, Side.BUY, "2")).judge().denials()).isEmpty();
    assertThat(multi(limit(SPOT, Side.BUY, "2.1")).judge().denials())
        .extracting(Denial::code)
        .containsExactly("INSTRUMENT_TYPE");
  }

  @Test
  void spotBeyondWhatIsOwnedIsOnCreditWhereSpotModeLends() {
    Scene beyond = Scene.of(limit(SPOT, Side.BUY, "2.1")).config("acctLv", AccountLevel.SPOT);
    assertThat(beyond.judge().denials()).isEmpty();
    assertThat(beyond.config("spotBorrow", true).judge().denials())
        .extracting(Denial::code)
        .containsExactly("INSTRUMENT_TYPE");
    Scene within = Scene.of(limit(SPOT, Side.BUY, "2")).config("acctLv", AccountLevel.SPOT);
    assertThat(within.config("spotBorrow", true).judge().denials()).isEmpty();
  }

  @Test
  void aRestingSaleMayOpenWhereSpotModeLends() {
    List<Order> sales = List.of(Samples.pending(SPOT, Side.SELL, PosSide.NET, "1"));
    AccountConfig own = Samples.config(PosMode.NET);
    AccountConfig lent = With.with(own, "spotBorrow", true);
    assertThat(Openings.orders(sales, Optional.of(own))).isEmpty();
    assertThat(Openings.orders(sales, Optional.empty())).isEmpty();
    assertThat(Openings.orders(sales, Optional.of(lent))).isEqualTo(sales);
  }

  private static Scene multi(OrderDraft draft) {
    return Scene.of(draft)
        .order("tdMode", TdMode.CROSS)
        .config("acctLv", AccountLevel.MULTI_CURRENCY);
  }
}
