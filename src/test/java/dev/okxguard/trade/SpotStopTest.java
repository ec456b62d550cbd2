package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stop of coins bought is for what the fee left of them.
class SpotStopTest {
  @TempDir Path home;

  @Test
  void aStopForTheCoinsAfterTheFeeCoversThem() {
    PaperDesk desk = new PaperDesk(home, ManualTime.at("2026-11-21T10:00:00Z"), 7);
    try (PaperDesk.Process process = desk.process()) {
      BigDecimal last = process.exchange().quote(Orders.PAIR).orElseThrow().last();
      BigDecimal below = last.multiply(new BigDecimal("0.9")).setScale(0, RoundingMode.DOWN);
      Outcome outcome = process.gateway().place(new PlaceRequest(stopped(below), Optional.empty()));
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Accepted.class, it -> assertThat(it.remark()).doesNotContain("stop"));
    }
  }

  private static OrderDraft stopped(BigDecimal trigger) {
    OrderDraft bare = Orders.buy("37").draft();
    return Orders.stopped(
        bare,
        new AttachedStop(
            Optional.empty(),
            Optional.empty(),
            Optional.of(trigger),
            Optional.of(BigDecimal.ONE.negate())));
  }
}
