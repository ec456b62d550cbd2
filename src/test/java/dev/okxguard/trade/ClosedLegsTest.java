package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.Tampered;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

/// What is told of every leg when the account cannot be looked at any more.
class ClosedLegsTest {
  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");

  @Test
  void aLookThatFailsTakesNothingFromWhatIsKnownOfOtherLegs() {
    PaperDesk desk = new PaperDesk(home, time, 7);
    Positions positions = new Positions(desk, time);
    positions.open(Positions.Kind.of("BTC-USDT-SWAP cross net"), "2");
    positions.open(Positions.Kind.of("BTC-USDT-SWAP isolated net"), "-1");
    AtomicBoolean down = new AtomicBoolean();
    Tampered wire =
        new Tampered(
            desk.transport(List.of()),
            (request, text) ->
                down.get() && request.path().endsWith("/account/positions")
                    ? "{\"code\":\"50026\",\"msg\":\"busy\",\"data\":[]}"
                    : text);
    Ticket ticket = Ticket.bare(desk.uid(), JsonNodeFactory.instance.objectNode());
    try (PaperDesk.Process process = desk.process(wire, time, PaperDesk.TIMEOUT)) {
      ClosedLegs closed =
          ClosedLegs.of(
              process.desk(),
              desk.uid(),
              false,
              _ ->
                  down.getAndSet(true)
                      ? Outcome.Rejected.of(ticket, new Fault(ExitCode.REJECTED, "no leg", ""))
                      : new Outcome.Unknown(ticket, "no answer", Optional.empty()));
      assertThat(closed.legs())
          .extracting(outcome -> outcome.getClass().getSimpleName())
          .containsExactly("Unknown", "NotSent");
    }
  }
}
