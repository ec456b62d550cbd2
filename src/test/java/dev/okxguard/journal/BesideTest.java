package dev.okxguard.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

/// What is done while the journal cannot be had gets into it with the next opening, once, and
/// loosens nothing.
class BesideTest {
  @TempDir Path home;
  private final TestTime time = new TestTime();

  private Path directory() {
    return home.resolve("paper-1").resolve("journal");
  }

  private Journal open() {
    return Journal.open(directory(), time);
  }

  private void write(Event... events) {
    try (Beside beside = Beside.open(directory(), time)) {
      Stream.of(events).forEach(beside::append);
    }
    time.advance(Duration.ofMinutes(1));
  }

  private List<Record> records() {
    List<Record> all = new ArrayList<>();
    Verification read = JournalReader.read(directory(), all::add);
    assertThat(read.intact()).as(read.reason()).isTrue();
    return all;
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> all = Files.list(Beside.directory(directory()))) {
      return all.sorted().toList();
    }
  }

  private static Event.Intent exit(String id) {
    return Samples.intent(id, Optional.of("key-" + id), false);
  }

  @Test
  void theNextOpeningTakesItOverInOrder() throws IOException {
    open().close();
    Instant written = time.now();
    write(exit("a"), Samples.outcome("a", "accepted"));
    write(exit("b"));
    try (Journal journal = open()) {
      assertThat(journal.ledger().openIntents())
          .extracting(open -> open.intent().intentId())
          .containsExactly("b");
      assertThat(journal.ledger().byKey("key-a")).isPresent();
    }
    assertThat(records())
        .extracting(record -> record.type() + " " + record.data().path("intentId").asString())
        .containsExactly("intent a", "outcome a", "intent b");
    assertThat(records().getFirst().data().path("beside").asString())
        .isEqualTo(Stamp.text(written));
    assertThat(left()).isEmpty();
  }

  /// Its own time is that of the takeover, by which nobody may conclude that OKX cannot have it.
  @Test
  void anIntentSaysUntilWhenOkxTakesIt() {
    Instant written = time.now();
    write(exit("a"));
    try (Journal journal = open()) {
      assertThat(journal.ledger().openIntents().getFirst().intent().expiry())
          .contains(written.plusSeconds(30));
    }
  }

  @Test
  void whatItsCommandStillWritesWaits() {
    try (Beside beside = Beside.open(directory(), time)) {
      beside.append(exit("a"));
      open().close();
      assertThat(records()).isEmpty();
      beside.append(Samples.outcome("a", "accepted"));
    }
    open().close();
    assertThat(records()).hasSize(2);
  }

  /// As a crash does it between the two.
  @Test
  void whatWasTakenOverButNotRemovedIsNotTakenOverTwice() throws IOException {
    write(exit("a"), Samples.outcome("a", "accepted"));
    Path own = left().getFirst();
    Path copy = Files.createDirectory(home.resolve("copy"));
    try (Stream<Path> files = Files.list(own)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    open().close();
    Files.move(copy, own, StandardCopyOption.ATOMIC_MOVE);
    open().close();
    assertThat(records()).hasSize(2);
    assertThat(left()).isEmpty();
  }

  /// Whoever can write there must not get more out of it than a stop or an exit.
  @Test
  void nothingThatLoosensIsTakenOver() {
    try (Journal journal = open()) {
      journal.append(Samples.entry("open", Optional.empty()));
    }
    write(
        Samples.entry("entry", Optional.empty()),
        Samples.outcome("entry", "accepted"),
        Samples.outcome("open", "not_sent"),
        new Event.Resumed("all is well", "agent"),
        new Event.Promoted(time.now(), "full", "none", "please"),
        new Event.Pinned("net_mode", "2"),
        new Event.Marks(time.now(), BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, ""),
        new Event.Tally(time.now(), JsonNodeFactory.instance.objectNode()),
        new Event.Books(time.now(), "adopted", "mine", JsonNodeFactory.instance.objectNode()),
        new Event.Reconciled(time.now(), "clean", ""),
        new Event.Halted("kill", "kill"));
    try (Journal journal = open()) {
      assertThat(journal.ledger().openIntents()).hasSize(1);
    }
    assertThat(records()).extracting(Record::type).containsExactly("intent", "halted");
  }

  @Test
  void aRecordThatNoLedgerCouldReadStaysOutside() throws IOException {
    Path own = Files.createDirectories(Beside.directory(directory()).resolve("1-forged"));
    byte[] line =
        Line.encode(
            Head.NONE,
            time.now(),
            "intent",
            "{\"entry\":false,\"intentId\":\"x\"}".getBytes(StandardCharsets.UTF_8));
    Files.write(Segments.path(own, 1), line);
    open().close();
    assertThat(records()).noneMatch(record -> record.type().equals("intent"));
  }

  @Test
  void whatCannotBeReadToItsEndIsKeptAsItIsAndNoted() throws IOException {
    write(exit("a"), exit("b"));
    Path segment = Segments.path(left().getFirst(), 1);
    String text = Files.readString(segment);
    Files.writeString(segment, text.replace("okgb", "okgc"));
    open().close();
    open().close();
    assertThat(records()).extracting(Record::type).containsExactly("intent", "note");
    assertThat(left())
        .singleElement()
        .satisfies(path -> assertThat(path.getFileName().toString()).startsWith("unreadable-"));
  }

  @Test
  void aLineTornByACrashCostsOnlyItself() throws IOException {
    write(exit("a"));
    Files.writeString(
        Segments.path(left().getFirst(), 1), "{\"data\":{", StandardOpenOption.APPEND);
    open().close();
    assertThat(records()).hasSize(1);
    assertThat(left()).isEmpty();
  }

  @Test
  void longOnesAreTakenOverWhole() throws IOException {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      events.add(exit("x" + i));
      events.add(Samples.outcome("x" + i, "accepted"));
    }
    write(events.toArray(Event[]::new));
    open().close();
    assertThat(records()).filteredOn(record -> record.type().equals("intent")).hasSize(300);
    assertThat(left()).isEmpty();
  }

  /// A fault is what an exit goes on without the journal for; anything else would stop it.
  @Test
  void whateverIsThereEndsInAFaultAtWorst() throws IOException {
    Path own = Files.createDirectories(Beside.directory(directory()).resolve("1-forged"));
    Instant end = Instant.parse("9999-12-31T23:59:59.999Z");
    byte[] data = EventCodec.bytes(exit("a"));
    String text = new String(data, StandardCharsets.UTF_8).replaceAll("\"expiry\":\"[^\"]*\",", "");
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    Files.write(Segments.path(own, 1), Line.encode(Head.NONE, end, "intent", plain));
    assertThatExceptionOfType(Fault.class)
        .isThrownBy(this::open)
        .satisfies(fault -> assertThat(fault.exitCode()).isEqualTo(ExitCode.CONFIG))
        .withMessageContaining("beside");
  }
}
