package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.Size;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A key is good for one order, however it is cut.
class SplitKeyTest {
  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private PaperDesk desk;

  @BeforeEach
  void open() {
    desk = new PaperDesk(home, time, 7);
  }

  @Test
  void partsAreTakenUpAgainOnlyCutAsBefore() {
    assertThat(all(parts("20", 2))).containsExactly("Accepted", "Accepted");
    assertThat(all(parts("20", 2))).containsExactly("Accepted", "Accepted");
    assertThat(all(parts("30", 3))).containsExactly("fault USAGE");
    assertThat(desk.accepted()).hasSize(2);
  }

  @Test
  void theWholeIsNotPlacedAfterItsParts() {
    all(parts("20", 2));
    assertThat(all(List.of(whole("20")))).containsExactly("fault USAGE");
    assertThat(desk.accepted()).hasSize(2);
  }

  @Test
  void norPartsAfterTheWhole() {
    assertThat(all(List.of(whole("20")))).containsExactly("Accepted");
    assertThat(all(parts("20", 2))).containsExactly("fault USAGE");
    assertThat(desk.accepted()).hasSize(1);
  }

  @Test
  void norEitherWhereTheJournalWasLost() throws IOException {
    assertThat(all(List.of(whole("20")))).containsExactly("Accepted");
    Files.move(desk.state().root(), home.resolve("lost"));
    assertThat(all(parts("20", 2))).containsExactly("Denied [intent_id]");
    assertThat(desk.accepted()).hasSize(1);
  }

  @Test
  void norTheWholeAfterItsPartsThere() throws IOException {
    assertThat(all(parts("20", 2))).containsExactly("Accepted", "Accepted");
    Files.move(desk.state().root(), home.resolve("lost"));
    assertThat(all(List.of(whole("20")))).containsExactly("Denied [intent_id]");
    assertThat(desk.accepted()).hasSize(2);
  }

  /// As a run of parts goes: up to the first that is not accepted.
  private List<String> all(List<PlaceRequest> requests) {
    List<String> told = new ArrayList<>();
    for (PlaceRequest request : requests) {
      told.add(told(request));
      if (!told.getLast().equals("Accepted")) {
        break;
      }
    }
    return told;
  }

  private String told(PlaceRequest request) {
    try (PaperDesk.Process process = desk.process()) {
      Truth.Attempt attempt = Truth.place(request, process);
      Optional<ExitCode> fault = attempt.fault().map(f -> f.exitCode());
      return fault.map(code -> "fault " + code).orElseGet(attempt::told);
    }
  }

  private List<PlaceRequest> parts(String usd, int count) {
    try (PaperDesk.Process process = desk.process()) {
      Instrument pair = process.exchange().instrument(InstType.SPOT, Orders.PAIR).orElseThrow();
      return Tranches.of(whole(usd), count, pair);
    }
  }

  private static PlaceRequest whole(String usd) {
    return new PlaceRequest(
        Orders.buy(usd, "k").draft(), new Size.Usd(new BigDecimal(usd)), Optional.of("k"));
  }
}
