package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.guard.Denial;
import dev.okxguard.journal.AccountLock;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.Head;
import dev.okxguard.journal.JournalReader;
import dev.okxguard.journal.Record;
import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.Alarm;
import dev.okxguard.model.Delivery;
import dev.okxguard.model.Environment;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.PaperDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

/// Alarms raised under the account's lock.
class AlarmsTest {
  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private final List<Alarm> told = new ArrayList<>();
  private final List<String> progress = new ArrayList<>();
  private PaperDesk paper;
  private PaperDesk.Process process;
  private AccountConfig config;

  @BeforeEach
  void open() {
    paper = new PaperDesk(home, time, 7);
    process = paper.process();
    config = process.exchange().config();
  }

  @AfterEach
  void close() {
    process.close();
  }

  private Desk desk(Function<Alarm, Delivery> alerts) {
    return new Desk(
        process.exchange(),
        Environment.PAPER,
        paper.state(),
        Limits.fixed(paper.policy()),
        time,
        new Random(7),
        progress::add,
        _ -> {},
        Optional::empty,
        alarm -> {
          told.add(alarm);
          return alerts.apply(alarm);
        });
  }

  private Ticket ticket() {
    return Ticket.bare(config.uid(), JsonNodeFactory.instance.objectNode())
        .as("i1", "c1", JsonNodeFactory.instance.objectNode());
  }

  private static Delivery.Failed failed() {
    return new Delivery.Failed("webhook: answered HTTP 500");
  }

  private void halt(Function<Alarm, Delivery> alerts) {
    Desk desk = desk(alerts);
    try (Alarms alarms = new Alarms(desk);
        Account account = Account.enter(desk, config)) {
      account.record(new Event.Note("test", "something happened"));
      alarms.halt(account, "enough");
    }
  }

  private List<Record> notes() {
    return paper.records().stream()
        .filter(record -> record.data().path("topic").asString().equals(Dispatch.TOPIC))
        .toList();
  }

  private Head head() {
    return JournalReader.head(paper.journal()).orElseThrow();
  }

  @Test
  void anAlarmNamesTheAccountAndTheJournalsEndAtThatMoment() {
    halt(_ -> new Delivery.Sent(1));
    assertThat(told)
        .containsExactly(
            new Alarm(
                Alarm.Kind.HALT,
                new Alarm.Scope(Optional.of(Environment.PAPER), "", config.uid()),
                "enough",
                Alarm.Subject.none(),
                Optional.of(new Alarm.Anchor(head().seq(), head().hash())),
                time.now()));
    assertThat(head().seq()).isEqualTo(1);
    assertThat(notes()).isEmpty();
  }

  @Test
  void itIsSentWhenTheAccountIsFreeAgain() {
    halt(
        _ -> {
          AccountLock.acquire(
                  paper.state().lock(Environment.PAPER, config.uid()), Duration.ZERO, time)
              .close();
          return new Delivery.Sent(1);
        });
    assertThat(told).hasSize(1);
    assertThat(progress).isEmpty();
  }

  @Test
  void aFailedDeliveryIsInTheJournal() {
    halt(_ -> failed());
    assertThat(notes())
        .singleElement()
        .satisfies(
            note ->
                assertThat(note.data().path("text").asString())
                    .isEqualTo("halt: webhook: answered HTTP 500"));
    assertThat(head().seq()).isEqualTo(2);
    assertThat(progress).containsExactly("alert halt failed: webhook: answered HTTP 500");
  }

  @Test
  void whatTheAlertsThrowIsAFailureWithoutItsText() {
    halt(
        _ -> {
          throw new IllegalStateException("https://hooks.example/token");
        });
    assertThat(notes())
        .singleElement()
        .satisfies(
            note ->
                assertThat(note.data().path("text").asString())
                    .isEqualTo("halt: IllegalStateException"));
  }

  @Test
  void aSkippedAlarmLeavesNoTrace() {
    halt(_ -> new Delivery.Skipped("nobody listens"));
    assertThat(notes()).isEmpty();
    assertThat(progress).isEmpty();
  }

  @Test
  void anAlarmIsSentAlthoughTheCommandFails() {
    Desk desk = desk(_ -> new Delivery.Sent(1));
    assertThatThrownBy(
            () -> {
              try (Alarms alarms = new Alarms(desk);
                  Account account = Account.enter(desk, config)) {
                alarms.unknown(account, ticket(), "BTC-USDT", "no answer");
                throw new IllegalStateException("later");
              }
            })
        .hasMessage("later")
        .hasNoSuppressedExceptions();
    assertThat(told).singleElement().extracting(Alarm::kind).isEqualTo(Alarm.Kind.UNKNOWN);
  }

  @Test
  void severalOfOneKindAreOneAlarm() {
    Desk desk = desk(_ -> new Delivery.Sent(1));
    try (Alarms alarms = new Alarms(desk);
        Account account = Account.enter(desk, config)) {
      alarms.denied(account, ticket(), "BTC-USDT", "too large");
      alarms.denied(account, ticket(), "ETH-USDT", "too many");
      alarms.unknown(account, ticket(), "BTC-USDT", "no answer");
      assertThat(told).isEmpty();
    }
    assertThat(told).hasSize(2);
    Alarm denied = told.getFirst();
    assertThat(denied.kind()).isEqualTo(Alarm.Kind.DENIED);
    assertThat(denied.reason()).isEqualTo("too large; too many");
    assertThat(denied.subject()).isEqualTo(Alarm.Subject.none());
    Alarm unknown = told.getLast();
    assertThat(unknown.kind()).isEqualTo(Alarm.Kind.UNKNOWN);
    assertThat(unknown.subject()).isEqualTo(new Alarm.Subject("BTC-USDT", "i1", "c1"));
  }

  private List<Alarm> about(Outcome... outcomes) {
    Desk desk = desk(_ -> new Delivery.Sent(1));
    try (Alarms alarms = new Alarms(desk);
        Account account = Account.enter(desk, config)) {
      for (Outcome outcome : outcomes) {
        alarms.about(account, "BTC-USDT", outcome);
      }
    }
    return told;
  }

  @Test
  void aDenialAnUnknownFateAndAHaltAreTold() {
    about(
        new Outcome.Unsafe(ticket(), "7", Optional.empty(), "a residue is left"),
        new Outcome.Denied(
            ticket(), List.of(new Denial("size", "SIZE", "100", "500", "too large")), false),
        new Outcome.Unknown(ticket(), "no answer", Optional.empty()));
    assertThat(told)
        .extracting(alarm -> alarm.kind().word() + " " + alarm.reason())
        .containsExactly("halt a residue is left", "denied SIZE: too large", "unknown no answer");
    assertThat(told)
        .extracting(Alarm::subject)
        .containsOnly(new Alarm.Subject("BTC-USDT", "i1", "c1"));
  }

  @Test
  void everythingElseIsNoNews() {
    assertThat(
            about(
                new Outcome.Halted(ticket(), "earlier"),
                new Outcome.Accepted(ticket(), "7", Optional.empty(), false, ""),
                new Outcome.NotSent(ticket(), "no connection", Optional.empty()),
                new Outcome.Allowed(ticket())))
        .isEmpty();
  }

  @Test
  void withoutAUsableJournalItGoesOutAllTheSame() throws IOException {
    halt(_ -> new Delivery.Sent(1));
    told.clear();
    try (var files = Files.list(paper.journal())) {
      for (Path file : files.toList()) {
        Files.writeString(file, "broken\nbroken\n", StandardOpenOption.TRUNCATE_EXISTING);
      }
    }
    Desk desk = desk(_ -> failed());
    try (Alarms alarms = new Alarms(desk);
        Account account = Account.enterToReduce(desk, Owner.of(config), Account.SHORT_PATIENCE)) {
      alarms.halt(account, "enough");
    }
    assertThat(told).singleElement().extracting(Alarm::anchor).isEqualTo(Optional.empty());
    assertThat(progress)
        .last()
        .asString()
        .startsWith("alert halt failed: webhook: answered HTTP 500; not in the journal: ");
    assertThat(JournalReader.head(paper.journal())).isEmpty();
  }

  @Test
  void aLockThatAnotherKeepsDelaysTheNoteForAShortTimeOnly() {
    Desk desk = desk(_ -> failed());
    Dispatch dispatch = new Dispatch(desk.state(), time, desk.alerts());
    Alarm alarm =
        new Alarm(
            Alarm.Kind.HALT,
            new Alarm.Scope(Optional.of(Environment.PAPER), "", config.uid()),
            "enough",
            Alarm.Subject.none(),
            Optional.empty(),
            time.now());
    AccountLock other =
        AccountLock.acquire(
            paper.state().lock(Environment.PAPER, config.uid()), Duration.ZERO, time);
    long start = time.nanos();
    assertThat(dispatch.send(alarm))
        .isInstanceOfSatisfying(
            Delivery.Failed.class,
            failure ->
                assertThat(failure.reason())
                    .startsWith("webhook: answered HTTP 500; not in the journal: "));
    assertThat(Duration.ofNanos(time.nanos() - start)).isLessThan(Duration.ofSeconds(3));
    other.close();
    assertThat(dispatch.send(alarm)).isEqualTo(failed());
    assertThat(notes()).hasSize(1);
  }

  @Test
  void anAlarmOfNoAccountHasNoJournalToFailInto() {
    Dispatch dispatch = new Dispatch(paper.state(), time, _ -> failed());
    Alarm alarm =
        new Alarm(
            Alarm.Kind.HALT,
            Alarm.Scope.everything(),
            "enough",
            Alarm.Subject.none(),
            Optional.empty(),
            time.now());
    assertThat(dispatch.send(alarm)).isEqualTo(failed());
  }
}
