package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.guard.Denial;
import dev.okxguard.guard.Heartbeat;
import dev.okxguard.journal.AccountLock;
import dev.okxguard.journal.Record;
import dev.okxguard.model.Alarm;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Order;
import dev.okxguard.model.Side;
import dev.okxguard.okx.Write;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.Tampered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The dead man's switch: what it covers, and what a missed beat means here.
class HeartTest {
  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

  @TempDir Path home;
  private final ManualTime time = new ManualTime(START);
  private PaperDesk desk;

  @BeforeEach
  void open() {
    desk = new PaperDesk(home, time, 7);
  }

  private Beat beat(Duration timeout, String... faults) {
    try (PaperDesk.Process process = desk.process(faults)) {
      return process.gateway().beat(timeout, "");
    }
  }

  private Outcome place(String key) {
    try (PaperDesk.Process process = desk.process()) {
      return process.gateway().place(Orders.limit(Side.BUY, "0.0002", "95500", key));
    }
  }

  private List<String> denials(String key) {
    return place(key) instanceof Outcome.Denied denied
        ? denied.denials().stream().map(Denial::code).toList()
        : List.of();
  }

  private List<Order> pending() {
    try (PaperDesk.Process process = desk.process()) {
      return process.exchange().pendingOrders();
    }
  }

  private Heartbeat last() {
    try (PaperDesk.Process process = desk.process()) {
      return Heart.last(process.desk(), desk.uid());
    }
  }

  private Path file() {
    return desk.state().lock(Environment.PAPER, desk.uid()).resolve("heartbeat");
  }

  private List<String> notes() {
    return desk.records().stream()
        .map(Record::data)
        .filter(data -> data.path("topic").asString("").equals("heartbeat"))
        .map(data -> data.path("text").asString(""))
        .toList();
  }

  @Test
  void aLapseCancelsOurOrdersAloneAndDeniesEntriesUntilTheNextBeat() {
    assertThat(last()).isEqualTo(new Heartbeat.Never());
    assertThat(place("one")).isInstanceOf(Outcome.Accepted.class);
    new Positions(desk, time)
        .trade(Orders.contract(Side.BUY, OrdType.LIMIT, "0.01", "80000", false));
    untag();
    Instant until = time.now().plus(MINUTE);
    assertThat(beat(MINUTE)).isEqualTo(new Beat.Armed(desk.uid(), until, ""));
    assertThat(last()).isEqualTo(new Heartbeat.Armed(until));
    time.advance(Duration.ofSeconds(50));
    assertThat(denials("two")).isEmpty();
    time.advance(Duration.ofSeconds(20));
    assertThat(pending()).allMatch(order -> order.tag().isEmpty()).hasSize(1);
    assertThat(denials("three")).containsExactly("HEARTBEAT_LAPSED");
    Beat after = beat(MINUTE);
    assertThat(((Beat.Armed) after).remark()).startsWith("no heartbeat came before " + until);
    assertThat(denials("four")).isEmpty();
    assertThat(notes()).hasSize(2);
  }

  /// An order of another program's on the same account.
  private void untag() {
    try (PaperDesk.Process process = desk.process()) {
      var body =
          process
              .exchange()
              .orderBody(
                  Orders.limit(Side.BUY, "0.0001", "80000", "x").draft(), new ClOrdId("other1"));
      body.remove("tag");
      process.exchange().send(Write.ORDER, body, Optional.empty());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "lost-reply,UNKNOWN",
    "lost-request,UNKNOWN",
    "50004,UNKNOWN",
    "429,BUSY",
    "50026,UNKNOWN",
    "51071,REJECTED",
    "50113,AUTH",
    "garbage,UNKNOWN"
  })
  void aBeatThatFailsDeniesEntriesUntilOneSucceeds(String fault, ExitCode code) {
    beat(MINUTE);
    Beat failed = beat(MINUTE, fault + "@POST:/trade/cancel-all-after");
    assertThat(failed).isInstanceOf(Beat.Failed.class);
    assertThat(((Beat.Failed) failed).exitCode()).isEqualTo(code);
    assertThat(last()).isInstanceOf(Heartbeat.Failed.class);
    assertThat(denials("one")).containsExactly("HEARTBEAT_FAILED");
    assertThat(beat(MINUTE)).isInstanceOf(Beat.Armed.class);
    assertThat(denials("two")).isEmpty();
    assertThat(notes().get(1)).startsWith("a heartbeat failed, entries stop: ");
  }

  @Test
  void aFailureIsToldOnceAndExitsStillPass() {
    Positions positions = new Positions(desk, time);
    positions.open(Positions.Kind.of("BTC-USDT-SWAP cross net"), "1");
    beat(MINUTE, "lost-reply@POST:/trade/cancel-all-after");
    beat(MINUTE, "lost-reply@POST:/trade/cancel-all-after");
    assertThat(notes()).hasSize(1);
    try (PaperDesk.Process process = desk.process()) {
      assertThat(process.gateway().close(Positions.whole(Positions.LINEAR)))
          .isInstanceOf(Outcome.Accepted.class);
    }
  }

  @Test
  void aFileThatCannotBeReadDeniesEntriesAndTheNextBeatReplacesIt() throws IOException {
    beat(MINUTE);
    for (String broken : List.of("", "{", "{}", "{\"failed\":\"no\"}", "{\"failed\":false}")) {
      Files.writeString(file(), broken);
      assertThat(last()).isInstanceOf(Heartbeat.Unreadable.class);
      assertThat(denials("one")).as(broken).containsExactly("MISSING_DATA");
    }
    assertThat(beat(MINUTE)).isInstanceOf(Beat.Armed.class);
    assertThat(denials("two")).isEmpty();
  }

  @Test
  void zeroSwitchesItOffAndForgetsIt() {
    place("one");
    beat(MINUTE);
    assertThat(beat(Duration.ZERO)).isEqualTo(new Beat.Disarmed(desk.uid()));
    assertThat(file()).doesNotExist();
    time.advance(Duration.ofMinutes(5));
    assertThat(pending()).hasSize(1);
    assertThat(denials("two")).isEmpty();
  }

  @Test
  void aFailedAttemptToSwitchItOffLeavesItArmed() {
    beat(MINUTE);
    beat(Duration.ZERO, "lost-request@POST:/trade/cancel-all-after");
    assertThat(last()).isInstanceOf(Heartbeat.Failed.class);
  }

  @Test
  void itWaitsForNoLockAndNeedsNoAccountConfiguration() {
    String uid = desk.uid();
    try (AccountLock _ =
            AccountLock.acquire(desk.state().lock(Environment.PAPER, uid), Duration.ZERO, time);
        PaperDesk.Process process = desk.process("50113@GET:/account/configx*")) {
      assertThat(process.gateway(uid).beat(MINUTE, "")).isInstanceOf(Beat.Armed.class);
    }
    assertThat(last()).isInstanceOf(Heartbeat.Armed.class);
  }

  @Test
  void readOnlySendsNothing() {
    try (PaperDesk.Process process = desk.process(desk.policy().asReadOnly())) {
      assertThat(process.gateway().beat(MINUTE, "")).isInstanceOf(Beat.Denied.class);
      assertThat(process.wire().writes()).isEmpty();
    }
  }

  @Test
  void anAccountThatOkxIsSlowToNameGetsNoBeatAndIsNamedAllTheSame() {
    String at = "50026@GET:/account/config#";
    Beat slow = beat(MINUTE, at + "1", at + "2", at + "3", at + "4");
    assertThat(slow)
        .isEqualTo(
            new Beat.Failed(desk.uid(), ExitCode.UNREACHABLE, "OKX was slow to name the account"));
    assertThat(beat(MINUTE, at.replace("#", "x*")))
        .isInstanceOfSatisfying(
            Beat.Failed.class,
            failed -> {
              assertThat(failed.uid()).isEmpty();
              assertThat(failed.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
            });
    assertThat(last()).isEqualTo(new Heartbeat.Never());
  }

  @Test
  void aBeatThatCannotBeWrittenDownHasFailed() throws IOException {
    Files.createDirectories(file().getParent().getParent());
    Files.writeString(file().getParent(), "not a directory");
    assertThat(beat(MINUTE))
        .isInstanceOfSatisfying(
            Beat.Failed.class, failed -> assertThat(failed.exitCode()).isEqualTo(ExitCode.CONFIG));
  }

  @ParameterizedTest
  @CsvSource({"1795255230", "1795255230000"})
  void okxSaysWhenItGoesOffInSecondsOrMilliseconds(String told) {
    assertThat(told(told)).isEqualTo(new Beat.Armed(desk.uid(), START.plusSeconds(30), ""));
  }

  /// Zero is OKX's word for a switch that is off.
  @ParameterizedTest
  @ValueSource(strings = {"", "0", "never"})
  void anAnswerThatDoesNotSayWhenItGoesOffArmsNothing(String told) {
    assertThat(told(told))
        .isInstanceOfSatisfying(
            Beat.Failed.class, failed -> assertThat(failed.exitCode()).isEqualTo(ExitCode.UNKNOWN));
    assertThat(denials("one")).containsExactly("HEARTBEAT_FAILED");
  }

  private Beat told(String triggerTime) {
    try (PaperDesk.Process process =
        desk.process(
            new Tampered(
                desk.transport(List.of()),
                (request, text) ->
                    text.replaceAll(
                        "\"triggerTime\":\"[^\"]*\"", "\"triggerTime\":\"" + triggerTime + "\"")),
            time,
            PaperDesk.TIMEOUT)) {
      return process.gateway().beat(MINUTE, "");
    }
  }

  @Test
  void peopleHearOfAFailureAndOfALapseAndNotOfTheRest() {
    assertThat(alarms(MINUTE)).isEmpty();
    assertThat(alarms(MINUTE, "51071@POST:/trade/cancel-all-after"))
        .singleElement()
        .satisfies(
            alarm ->
                assertThat(alarm.reason()).startsWith("heartbeat: a heartbeat failed, entries"));
    assertThat(alarms(MINUTE)).isEmpty();
    time.advance(Duration.ofMinutes(2));
    assertThat(alarms(MINUTE))
        .singleElement()
        .satisfies(
            alarm -> assertThat(alarm.reason()).startsWith("heartbeat: no heartbeat came before"));
    assertThat(alarms(Duration.ZERO)).isEmpty();
    assertThat(notes().getLast()).isEqualTo("switched off; lunch");
  }

  private List<Alarm> alarms(Duration timeout, String... faults) {
    try (PaperDesk.Process process = desk.process(faults)) {
      process.gateway().beat(timeout, "lunch");
      return process.alarms();
    }
  }
}
