package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.Record;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.model.Alarm;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.Order;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.okx.wire.WireRequest;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.Tampered;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an emergency stop says: while it goes on, to people, and in the journal.
class KillToldTest {
  private static final String NOTHING = "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}";

  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private final List<String> passes = new ArrayList<>();
  private KillScene scene;

  @BeforeEach
  void open() {
    scene = new KillScene(home, time, 7);
    scene.positions.open(Positions.Kind.of("BTC-USDT-SWAP cross net"), "0.02");
    scene.rest(2);
    scene.algo(AlgoType.CONDITIONAL, Side.SELL, PosSide.NET, true, "80000");
  }

  private Killed kill(PaperDesk.Process process, boolean flatten) {
    return process.gateway().kill(new KillRequest(flatten, false, "test"), passes::add);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true  | none | all is off; 0 orders, 0 algo orders, 0 positions remain",
        "false | none | no entry is left; 0 orders, 1 algo orders, 1 positions remain",
        "true  | 51112@POST:/trade/orderx* 51108@POST:/trade/close-positionx* | NOT all is off; 0"
            + " orders, 1 algo orders, 1 positions remain",
        "true  | 50026@GET:/trade/orders-pendingx* | what is left is NOT known; 0 orders, 0 algo"
            + " orders, 0 positions remain"
      })
  void peopleHearOfTheHaltAndOfWhatRemains(boolean flatten, String faults, String told) {
    String[] all = faults.equals("none") ? new String[0] : faults.split(" ");
    try (PaperDesk.Process process = scene.desk.process(all)) {
      kill(process, flatten);
      assertThat(process.alarms())
          .singleElement()
          .satisfies(
              alarm -> {
                assertThat(alarm.kind()).isEqualTo(Alarm.Kind.HALT);
                assertThat(alarm.reason()).isEqualTo("kill: test; " + told);
              });
    }
    assertThat(scene.desk.records())
        .filteredOn(record -> record.type().equals("halted"))
        .singleElement()
        .extracting(Record::data)
        .satisfies(
            data -> {
              assertThat(data.path("reason").asString()).isEqualTo("kill: test");
              assertThat(data.path("by").asString()).isEqualTo("kill");
            });
  }

  @Test
  void whereNoHaltFileCanBeMadePeopleHearThatToo() {
    try (PaperDesk.Process process = scene.desk.process()) {
      Desk desk = process.desk();
      new Gateway(
              new Desk(
                  desk.exchange(),
                  desk.environment(),
                  new StateDirectory(Path.of("/proc/no-such-place")),
                  desk.limits(),
                  desk.time(),
                  desk.random(),
                  desk.progress(),
                  desk.account(),
                  desk.knownUid(),
                  desk.alerts()))
          .kill(new KillRequest(true, false, "test"), passes::add);
      assertThat(process.alarms().getFirst().reason())
          .endsWith("0 positions remain; the halt file could NOT be made");
    }
  }

  @Test
  void eachPassSaysWhatWasLeft() {
    Instant before = time.now();
    Killed killed;
    try (PaperDesk.Process process = scene.desk.process()) {
      killed = kill(process, true);
    }
    assertThat(passes)
        .containsExactly(
            "pass 1: 2 requests, left 2 orders, 1 algo orders, 1 positions",
            "pass 2: 3 requests, left 0 orders, 1 algo orders, 0 positions",
            "pass 3: 3 requests, left 0 orders, 0 algo orders, 0 positions",
            "pass 4: 3 requests, left 0 orders, 0 algo orders, 0 positions");
    assertThat(time.now()).as("400 ms between two").isAfterOrEqualTo(before.plusMillis(1_200));
    assertThat(killed.cancelled()).isEqualTo(3);
    assertThat(killed.closed()).hasSize(1);
    assertThat(killed.left().stays()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"50113@*:*x*, 2, 2", "lost-request@*:*x*, 3, 12"})
  void whatNeverAnswersIsTriedOnAndARefusedKeyIsNot(String fault, int least, int most) {
    try (PaperDesk.Process process = scene.desk.process(fault)) {
      kill(process, true);
    }
    assertThat(passes.size()).isBetween(least, most);
  }

  @Test
  void aPassThatCouldNotReadEverythingSaysSo() {
    try (PaperDesk.Process process = scene.desk.process("50026@GET:/trade/orders-algo-pendingx*")) {
      assertThat(kill(process, true).problems())
          .anyMatch(it -> it.startsWith("algo orders could not be read: "));
    }
    assertThat(passes).isNotEmpty().allMatch(line -> line.endsWith(" (not all could be read)"));
  }

  @Test
  void whoIsInterruptedIsToldWhatIsKnownAndStaysSo() {
    Killed killed;
    try (PaperDesk.Process process = scene.desk.process()) {
      KillRequest request = new KillRequest(true, false, "test");
      killed = process.gateway().kill(request, _ -> Thread.currentThread().interrupt());
    }
    assertThat(Thread.interrupted()).isTrue();
    assertThat(killed.problems()).contains("interrupted");
    assertThat(killed.halted()).isTrue();
  }

  /// OKX takes such orders off by itself, as a rule.
  @Test
  void anOrderThatOnlyReducesGoesWhereNothingIsHeldAnyMore() {
    scene.rest(Side.SELL, PosSide.NET, "0.01", "99000", true);
    BiFunction<WireRequest, String, String> flat =
        (request, text) -> request.path().endsWith("/account/positions") ? NOTHING : text;
    try (PaperDesk.Process process =
        scene.desk.process(
            new Tampered(scene.desk.transport(List.of()), flat), time, PaperDesk.TIMEOUT)) {
      assertThat(kill(process, true).state()).isEqualTo(Killed.State.DONE);
    }
    assertThat(scene.truth().orders()).extracting(Order::reduceOnly).isEmpty();
    assertThat(scene.truth().algos()).isEmpty();
  }
}
