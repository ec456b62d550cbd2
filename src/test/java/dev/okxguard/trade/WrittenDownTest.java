package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.guard.Brakes;
import dev.okxguard.guard.Stage;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.Halt;
import dev.okxguard.journal.Record;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.okx.wire.Transmission;
import dev.okxguard.okx.wire.Transport;
import dev.okxguard.okx.wire.WireRequest;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.WatchedTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// What the journal says before and after something is sent.
class WrittenDownTest {
  @TempDir Path home;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(home);
  }

  @Test
  void anEntryThatCannotBeWrittenDownIsNotSent() {
    assertThatThrownBy(() -> unwritable(gateway -> gateway.place(Orders.buy("20", "k")), 0))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.exitCode()).isEqualTo(ExitCode.CONFIG))
        .hasMessageContaining("cannot be written");
    assertThat(scene.desk.accepted()).isEmpty();
  }

  @Test
  void anExitThatCannotBeWrittenDownGoesAndSaysSo() {
    scene.hold("2");
    Outcome outcome = unwritable(gateway -> gateway.close(Scene.close("1", "k")), 1);
    assertThat(Scene.accepted(outcome).remark()).contains("NOT in the journal: ");
  }

  /// Runs it on a journal that can be opened and read, but takes nothing more.
  private Outcome unwritable(Function<Gateway, Outcome> write, int sent) {
    scene.run(gateway -> gateway.check(Orders.buy("20")));
    scene.fillJournal();
    Path next = scene.segment(2);
    try (PaperDesk.Process process =
        scene.desk.process(
            new WatchedTransport(scene.desk.transport(List.of()), request -> block(next, request)),
            scene.time,
            PaperDesk.TIMEOUT)) {
      try {
        return write.apply(process.gateway());
      } finally {
        assertThat(process.wire().writes()).hasSize(sent);
      }
    }
  }

  /// Once the account is entered, which looks for the last file.
  private static void block(Path next, WireRequest request) {
    if (request.path().endsWith("/account/positions")) {
      try {
        Files.createDirectories(next);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void anIntentSaysFromWhenOnOkxTakesItNoMore() {
    String ordId = scene.rest("k");
    assertThat(expiry()).contains(scene.time.now().plusSeconds(5));
    scene.time.advance(Duration.ofSeconds(10));
    scene.run(gateway -> gateway.cancel(Scene.cancel(ordId)));
    assertThat(expiry()).as("a signature's life").contains(scene.time.now().plusSeconds(30));
  }

  @Test
  void whereOkxsClockCannotBeReadAnExitGoesWithoutThatTime() {
    String ordId = scene.rest("k");
    scene.run(gateway -> gateway.cancel(Scene.cancel(ordId)), "50026@GET:/public/timex*");
    assertThat(expiry()).isEmpty();
    assertThat(outcome()).isEqualTo("accepted");
  }

  private Optional<Instant> expiry() {
    return Optional.of(scene.last("intent").data().path("expiry").asString(""))
        .filter(text -> !text.isEmpty())
        .map(Instant::parse);
  }

  private String outcome() {
    return scene.last("outcome").data().path("outcome").asString();
  }

  @Test
  void whereOkxHadNoTimeItIsCalledBusy() {
    Outcome outcome =
        scene.run(gateway -> gateway.place(Orders.buy("20", "k")), "429@POST:/trade/order");
    assertThat(outcome)
        .isInstanceOfSatisfying(Outcome.NotSent.class, not -> assertThat(not.busy()).isTrue());
  }

  @ParameterizedTest
  @CsvSource({"429, not_sent, 50011", "50013, not_sent, 50013", "51008, rejected, 51008"})
  void whatOkxDidNotTakeIsOnRecordWithItsCode(String fault, String word, String code) {
    scene.run(gateway -> gateway.place(Orders.buy("20", "k")), fault + "@POST:/trade/order");
    Record record = scene.last("outcome");
    assertThat(outcome()).isEqualTo(word);
    assertThat(record.data().path("code").asString()).isEqualTo(code);
  }

  @Test
  void whatNeverLeftThisMachineIsOnRecordWithTheReason() {
    try (PaperDesk.Process process =
        scene.desk.process(
            new Unconnected(scene.desk.transport(List.of())), scene.time, PaperDesk.TIMEOUT)) {
      assertThat(process.gateway().place(Orders.buy("20", "k")))
          .isInstanceOfSatisfying(
              Outcome.NotSent.class,
              not -> {
                assertThat(not.reason()).isEqualTo("connection refused");
                assertThat(not.error()).isEmpty();
                assertThat(not.busy()).isFalse();
              });
    }
    assertThat(outcome()).isEqualTo("not_sent");
    assertThat(scene.last("outcome").data().path("message").asString())
        .isEqualTo("connection refused");
    assertThat(scene.desk.accepted()).isEmpty();
  }

  /// Reaches the exchange with reads alone.
  private record Unconnected(Transport transport) implements Transport {
    @Override
    public Transmission send(WireRequest request) {
      return request.method().equals("POST")
          ? new Transmission.NotSent("connection refused")
          : transport.send(request);
    }

    @Override
    public void close() {
      transport.close();
    }
  }

  @Test
  void aRefusalIsOnRecordWithEveryReason() {
    scene.limits("max_order_size = 10", "max_position_size = 10");
    Outcome outcome = scene.run(gateway -> gateway.place(Orders.buy("20", "k")));
    Record record = scene.last("denied");
    assertThat(record.data().path("key").asString()).isEqualTo("k");
    assertThat(record.data().path("action").asString()).isEqualTo("place");
    assertThat(record.data().path("instId").asString()).isEqualTo(Orders.PAIR);
    assertThat(record.data().at("/draft/sz").asString()).isEqualTo("20");
    assertThat(record.data().path("denials").valueStream().map(it -> it.asString()))
        .containsExactlyElementsOf(
            ((Outcome.Denied) outcome)
                .denials().stream().map(it -> it.code() + ": " + it.message()).toList())
        .hasSizeGreaterThan(1);
  }

  @Test
  void aHaltIsOnRecordAsTheReason() {
    new Halt(scene.desk.state()).setAll("enough", scene.time);
    scene.run(gateway -> gateway.place(Orders.buy("20", "k")));
    JsonNode reasons = scene.last("denied").data().path("denials");
    assertThat(reasons).hasSize(1);
    assertThat(reasons.get(0).asString()).startsWith("HALTED: ").contains("enough");
  }

  @Test
  void whatAnExitWentAheadOfIsSettledAfterIt() {
    String ordId = scene.rest("r");
    scene.run(gateway -> gateway.place(Orders.buy("20", "k")), Scene.LOST, Scene.BLIND);
    assertThat(scene.desk.ledger().openIntents()).hasSize(1);
    try (PaperDesk.Process process = scene.desk.process()) {
      Scene.accepted(process.gateway().cancel(Scene.cancel(ordId)));
      assertThat(process.told().getLast()).endsWith(" is accepted");
    }
    assertThat(scene.desk.ledger().openIntents()).isEmpty();
  }

  @Test
  void anExitOfUnknownFateIsNotAskedAboutTwice() {
    String ordId = scene.rest("r");
    try (PaperDesk.Process process =
        scene.desk.process("lost-reply@POST:/trade/cancel-order", Scene.BLIND)) {
      assertThat(process.gateway().cancel(Scene.cancel(ordId))).isInstanceOf(Outcome.Unknown.class);
      assertThat(process.told()).filteredOn(it -> it.startsWith("asking OKX")).hasSize(1);
    }
  }

  @Test
  void onlyAComparisonThatFoundNothingCountsAsReconciled() {
    Instant first = Instant.parse("2026-11-21T08:00:00Z");
    record(new Event.Reconciled(first, "clean", ""));
    assertThat(brakes().reconciled()).contains(first);
    record(new Event.Reconciled(first.plusSeconds(60), "drift", "abc"));
    assertThat(brakes().reconciled()).isEmpty();
  }

  @Test
  void anAccountIsAsFarAsItWasPromoted() {
    assertThat(brakes().stage()).isEqualTo(Stage.DEMO);
    record(new Event.Promoted(scene.time.now(), Stage.FULL.word(), "", "good"));
    assertThat(brakes().stage()).isEqualTo(Stage.FULL);
  }

  private void record(Event event) {
    try (PaperDesk.Process process = scene.desk.process();
        Account account = Account.enter(process.desk(), process.exchange().config())) {
      account.record(event);
    }
  }

  private Brakes brakes() {
    try (PaperDesk.Process process = scene.desk.process();
        Account account = Account.enter(process.desk(), process.exchange().config())) {
      return account.brakes();
    }
  }
}
