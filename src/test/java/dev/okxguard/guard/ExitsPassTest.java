package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.NOW;
import static dev.okxguard.guard.Samples.SPOT;
import static dev.okxguard.guard.Samples.SWAP;
import static dev.okxguard.guard.Samples.intent;
import static dev.okxguard.guard.Samples.limit;
import static dev.okxguard.guard.Samples.market;
import static dev.okxguard.guard.Samples.num;
import static dev.okxguard.guard.Samples.past;
import static dev.okxguard.guard.Samples.pending;
import static dev.okxguard.guard.Samples.position;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Missing data and limits deny entries; they never block an exit.
class ExitsPassTest {

  private static Scene exit() {
    return Scene.of(market(SWAP, Side.SELL, "1"))
        .order("reduceOnly", true)
        .positions(position(SWAP, PosSide.NET, "1"));
  }

  private static Scene strict(Scene scene) {
    return scene
        .policy("maxOrderSize", num("0"))
        .policy("maxOrderRatio", num("0"))
        .policy("maxPositionSize", num("0"))
        .policy("maxTotalRatio", num("0"))
        .policy("maxOpenPositions", 0)
        .policy("maxOpenOrders", 0)
        .policy("maxDailyTrades", 0)
        .policy("maxOrdersPerMinute", 0)
        .policy("maxLeverage", num("0"))
        .policy("minCashRatio", num("1"))
        .policy("priceCollar", num("0"))
        .policy("maxSlippage", num("0"))
        .policy("maxRiskPerTrade", num("0"))
        .policy("minRewardRisk", num("9"))
        .policy("requireStopLoss", Policy.RequireStop.ALWAYS)
        .policy("duplicateWindowSeconds", 3600)
        .policy("repeatLimit", 1)
        .policy("instruments", Set.of("ETH-USDT"))
        .policy("instTypes", Set.of())
        .policy("sides", Set.of())
        .policy("noWithdrawKey", true)
        .policy("ipBinding", true)
        .policy("subAccount", true)
        .policy("clockSkewMillis", 0)
        .policy("problems", List.of("the file cannot be read"));
  }

  @Test
  void anExitPassesEveryLimitAtItsTightest() {
    Scene exit = strict(exit()).facts("recent", List.of(past(NOW, Side.SELL, "1")));

    assertThat(exit.judge().denials()).isEmpty();
    assertThat(exit.judge().entry()).isFalse();
  }

  @Test
  void anEntryMeetsEveryOneOfThem() {
    Scene entry = strict(Scene.buying("1"));

    assertThat(entry.judge().denials())
        .extracting(Denial::rule)
        .contains("policy", "max_order_size", "instruments", "inst_types", "sides");
    assertThat(entry.judge().denials()).hasSizeGreaterThan(15);
  }

  @Test
  void anExitThatTheExchangeHoldsPassesWithNothingKnown() {
    Scene blind =
        exit()
            .missing("config")
            .missing("balance")
            .missing("positions")
            .missing("pendingOrders")
            .missing("quote")
            .missing("book")
            .missing("leverage")
            .noInstrument()
            .noMarks()
            .facts("clockSkewMillis", Long.MIN_VALUE)
            .facts("openIntents", List.of(intent(SWAP, Side.SELL, "1")));

    assertThat(blind.judge().denials()).isEmpty();
    assertThat(blind.judge().entry()).isFalse();
    assertThat(blind.judge().notionalUsd()).isEmpty();
  }

  @Test
  void eachMissingDatumAloneBlocksNoExit() {
    for (String datum :
        List.of("config", "balance", "positions", "pendingOrders", "quote", "book", "leverage")) {
      assertThat(exit().missing(datum).judge().denials()).as(datum).isEmpty();
    }
    assertThat(exit().noInstrument().judge().denials()).isEmpty();
    assertThat(exit().noMarks().judge().denials()).isEmpty();
  }

  @Test
  void aPlainCloseWithinThePositionNeedsOnlyPositionsAndPendingOrders() {
    Scene exit =
        strict(Scene.of(limit(SWAP, Side.SELL, "1")))
            .positions(position(SWAP, PosSide.NET, "1"))
            .pending(pending(SPOT, Side.SELL, PosSide.NET, "1"))
            .missing("balance")
            .missing("quote")
            .missing("leverage")
            .noInstrument()
            .noMarks();

    assertThat(exit.judge().denials()).isEmpty();
  }

  @Test
  void aSpotSaleOfWhatIsHeldPassesEveryLimit() {
    Scene sale =
        strict(Scene.of(limit(SPOT, Side.SELL, "0.5")))
            .facts("balance", Optional.of(Samples.balance("0.5")))
            .missing("quote");

    assertThat(sale.judge().denials()).isEmpty();
  }

  @Test
  void onlyReadOnlyStopsAnExitThatIsWellFormed() {
    assertThat(exit().policy("readOnly", true).judge().denials())
        .extracting(Denial::code)
        .containsExactly("READ_ONLY");
  }
}
