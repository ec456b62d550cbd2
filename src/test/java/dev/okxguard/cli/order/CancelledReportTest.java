package dev.okxguard.cli.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.cli.Session;
import dev.okxguard.console.Report;
import dev.okxguard.guard.Denial;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Order;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.SampleSession;
import dev.okxguard.trade.Cancelled;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The exit code of cancelling many orders.
class CancelledReportTest {
  private final Session session = SampleSession.unheard();

  @ParameterizedTest
  @CsvSource({"false, , DENIED", "true, , UNKNOWN", "false, no line, UNKNOWN"})
  void aStopThatStaysHidesNoFateThatIsNotKnown(boolean unanswered, String unread, ExitCode code) {
    Cancelled done =
        new Cancelled(
            "7",
            3,
            List.of(),
            List.of(),
            Optional.ofNullable(unread),
            List.of(),
            unanswered,
            false,
            List.of(new Denial("require_stop_loss", "LAST_STOP", "", "", "it stays")),
            "");
    assertThat(CancelledReport.of(done, session).exitCode()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"true, UNKNOWN, unknown", "false, UNREACHABLE, not_sent"})
  void nothingIsToldAsNotSentThatOkxTook(boolean taken, ExitCode code, String word) {
    Cancelled done =
        new Cancelled(
            "7",
            1,
            List.of(rests()),
            List.of(),
            Optional.empty(),
            List.of(),
            false,
            taken,
            List.of(),
            "");
    Report report = CancelledReport.of(done, session);
    assertThat(report.exitCode()).isEqualTo(code);
    assertThat(report.json().path("outcome").asString()).isEqualTo(word);
  }

  private static Order rests() {
    return Orders.resting("1", "", Instant.EPOCH);
  }
}
