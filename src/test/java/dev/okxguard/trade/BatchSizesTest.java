package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.guard.Denial;
import dev.okxguard.model.InstType;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.Size;
import dev.okxguard.model.TdMode;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Orders of a batch whose sizes are worked out count for the ones behind them.
class BatchSizesTest {
  @TempDir Path home;

  @Test
  void dollarsOfAnEarlierItemCountForTheNext() {
    PaperDesk desk = new PaperDesk(home, ManualTime.at("2026-11-21T10:00:00Z"), 7);
    try (PaperDesk.Process process = desk.process()) {
      List<Outcome> outcomes =
          process.gateway().checkAll(List.of(buy("60", "a"), buy("30", "b"), buy("20", "c")));

      assertThat(outcomes.get(0)).isInstanceOf(Outcome.Allowed.class);
      assertThat(outcomes.get(1)).isInstanceOf(Outcome.Allowed.class);
      assertThat(outcomes.get(2))
          .isInstanceOfSatisfying(
              Outcome.Denied.class,
              denied ->
                  assertThat(denied.denials())
                      .extracting(Denial::code)
                      .contains("MAX_POSITION_SIZE"));
    }
  }

  private static PlaceRequest buy(String usd, String key) {
    OrderDraft draft =
        new OrderDraft(
            InstType.SPOT,
            Orders.PAIR,
            TdMode.CASH,
            Side.BUY,
            PosSide.NET,
            OrdType.MARKET,
            BigDecimal.ZERO,
            Optional.empty(),
            false,
            "",
            Optional.empty());
    return new PlaceRequest(draft, new Size.Usd(new BigDecimal(usd)), Optional.of(key));
  }
}
