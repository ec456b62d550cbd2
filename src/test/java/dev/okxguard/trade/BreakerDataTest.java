package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.guard.Denial;
import dev.okxguard.journal.Record;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the breakers cannot measure denies entries, naming it, and trips nothing.
class BreakerDataTest {
  @TempDir Path home;
  private PaperDesk desk;

  @BeforeEach
  void open() {
    desk = new PaperDesk(home, ManualTime.at("2026-11-21T10:00:00Z"), 7);
  }

  @ParameterizedTest
  @CsvSource({
    "garbage@GET:/account/billsx*, changes of the balance",
    "http-502@GET:/account/billsx*, funding payments",
    "truncated@GET:/trade/fillsx*, fills",
    "empty@GET:/market/candlesx*, candles of BTC-USDT",
    "garbage@GET:/account/balancex*, account balance",
    "garbage@GET:/account/positionsx*, positions"
  })
  void garbageDeniesEntriesAndNoExits(String fault, String datum) {
    try (PaperDesk.Process process = desk.process()) {
      assertThat(process.gateway().place(Orders.buy("20"))).isInstanceOf(Outcome.Accepted.class);
    }
    try (PaperDesk.Process process = desk.process(fault)) {
      Outcome outcome = process.gateway().place(Orders.buy("21"));
      assertThat(outcome).isInstanceOf(Outcome.Denied.class);
      assertThat(((Outcome.Denied) outcome).denials())
          .filteredOn(denial -> denial.code().equals("MISSING_DATA"))
          .extracting(Denial::message)
          .anyMatch(text -> text.startsWith("missing: " + datum));
    }
    List<String> types = desk.records().stream().map(Record::type).toList();
    assertThat(types).doesNotContain("tripped", "halted");
  }

  @Test
  void entriesAsSuchAreDeniedToo() {
    try (PaperDesk.Process process = desk.process("garbage@GET:/account/billsx*")) {
      Outcome outcome = process.gateway().standing().outcome();
      assertThat(((Outcome.Denied) outcome).denials())
          .extracting(Denial::code)
          .containsOnly("MISSING_DATA");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "garbage@GET:/account/billsx*",
    "truncated@GET:/trade/fillsx*",
    "empty@GET:/market/candlesx*"
  })
  void exitsGoWhateverIsMissing(String fault) {
    try (PaperDesk.Process process = desk.process()) {
      process.gateway().place(Orders.buy("20"));
    }
    try (PaperDesk.Process process = desk.process(fault)) {
      PlaceRequest exit = new PlaceRequest(Orders.sellMarket("0.0001"), Optional.empty());
      assertThat(process.gateway().place(exit)).isInstanceOf(Outcome.Accepted.class);
    }
  }
}
