package dev.okxguard.cli.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.cli.Session;
import dev.okxguard.testing.SampleSession;
import dev.okxguard.trade.KillRequest;
import dev.okxguard.trade.Killed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What an emergency stop advises.
class KillReportTest {
  private final Session session = SampleSession.unheard();

  @Test
  void whatIsAdvisedSellsTheCoinsToo() {
    Killed.Holding coins =
        new Killed.Holding("BTC", BigDecimal.ONE, Optional.empty(), "not sold", false);
    Killed killed =
        new Killed(
            "7",
            true,
            Killed.State.RESIDUE,
            Optional.empty(),
            List.of(),
            0,
            List.of(),
            List.of(),
            new Killed.Left(List.of(), List.of(), List.of(), List.of(coins), Set.of()),
            List.of());
    KillRequest request = new KillRequest(true, true, "test");
    assertThat(KillReport.of(killed, request, session).json().path("next").asString())
        .startsWith("repeat it: okx guard kill --flatten --spot; ");
  }
}
