package dev.okxguard.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.disk.PrivateFiles;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final Optional<String> NO_ANCHOR = Optional.empty();

  @TempDir Path home;
  private final TestTime time = new TestTime();

  private Path directory() {
    return home.resolve("state").resolve("journal");
  }

  private Journal open() {
    return open(1_000);
  }

  private Journal open(int segmentLength) {
    return Journal.open(directory(), time, segmentLength, PrivateFiles::open);
  }

  private Verification verify() {
    return JournalReader.verify(directory(), NO_ANCHOR, count -> {});
  }

  @Test
  void anEmptyJournalIsIntact() {
    open().close();
    assertThat(verify().intact()).isTrue();
    assertThat(verify().records()).isZero();
  }

  @Test
  void aDirectoryThatIsNotThereIsAnEmptyJournal() {
    assertThat(verify().intact()).isTrue();
    assertThat(JournalReader.ledger(directory()).records()).isZero();
  }

  @Test
  void aLineIsCanonicalJsonWithEverythingTheContractNames() throws IOException {
    try (Journal journal = open()) {
      journal.append(new Event.Note("b", "a\n\"x\""));
    }
    String line = Files.readString(directory().resolve("00000001.ndjson"));
    String zeros = "0".repeat(64);
    String rest =
        ",\"prev\":\""
            + zeros
            + "\",\"seq\":1,\"ts\":\"2026-03-01T12:00:00.000Z\","
            + "\"type\":\"note\",\"v\":1}";
    String data = "{\"data\":{\"text\":\"a\\u000a\\\"x\\\"\",\"topic\":\"b\"}";
    String hash = Sha256.hex(data + rest);
    assertThat(line).isEqualTo(data + ",\"hash\":\"" + hash + "\"" + rest + "\n");
  }

  @Test
  void fillsAreKeptWithTheExchangesFieldNames() throws IOException {
    try (Journal journal = open()) {
      journal.append(new Event.Filled(List.of(Samples.fill("7"))));
    }
    assertThat(Files.readString(directory().resolve("00000001.ndjson")))
        .startsWith(
            "{\"data\":{\"fills\":[{\"billId\":\"41\",\"clOrdId\":\"okg1\",\"fee\":\"-0.001\","
                + "\"feeCcy\":\"USDT\",\"fillPnl\":\"0\",\"fillPx\":\"142.7\",\"fillSz\":\"100\","
                + "\"instId\":\"SOL-USDT\",\"ordId\":\"7\",\"posSide\":\"net\",\"side\":\"sell\","
                + "\"tradeId\":\"31\",\"ts\":\"1772359200007\"}]},");
  }

  /// The lines before the torn one may have filled the segment.
  @Test
  void aGroupTornAtTheEndOfASegmentIsRepairedThere() throws IOException {
    Event event = new Event.Note("a", "b");
    try (Journal journal = open(3)) {
      journal.append(event);
      journal.appendAll(List.of(event, event, event));
    }
    byte[] whole = Files.readAllBytes(last());
    Files.write(last(), Arrays.copyOf(whole, whole.length - 20));
    try (Journal journal = open(3)) {
      journal.append(event);
    }
    assertThat(verify().intact()).isTrue();
    assertThat(verify().records()).isEqualTo(6);
  }

  /// Whoever else writes meanwhile, tears a line, or begins a segment.
  @Test
  void takenUpAgainItGoesOnBehindWhatIsThere() throws Exception {
    Seed.check(this::takenUpAgain);
  }

  private void takenUpAgain(Random random) throws IOException {
    Journal journal = open(3);
    journal.close();
    for (int round = 0; round < 40; round++) {
      if (random.nextBoolean()) {
        try (Journal other = open(3)) {
          other.append(Samples.entry("other" + round, Optional.empty()));
        }
      }
      if (random.nextInt(4) == 0) {
        Files.writeString(last(), "{\"torn", StandardOpenOption.APPEND);
      }
      try (Journal again = journal.again()) {
        again.append(Samples.entry("mine" + round, Optional.empty()));
        journal = again;
        assertThat(again.ledger().openIntents())
            .isEqualTo(JournalReader.ledger(directory()).openIntents());
        assertThat(again.head().hash()).as(() -> "" + verify()).isEqualTo(verify().head());
      }
    }
    assertThat(verify().intact()).isTrue();
  }

  @Test
  void aJournalThatWasEmptiedMeanwhileIsBegunAnewAndNotWrittenBeside() throws IOException {
    Journal journal = open();
    journal.append(new Event.Note("a", "b"));
    journal.close();
    Files.delete(last());
    try (Journal again = journal.again()) {
      again.append(new Event.Note("c", "d"));
    }
    assertThat(verify().records()).isEqualTo(1);
  }

  private Path last() throws IOException {
    try (Stream<Path> segments = Files.list(directory())) {
      return segments.filter(it -> it.toString().endsWith(".ndjson")).sorted().toList().getLast();
    }
  }

  @Test
  void recordsComeBackAsTheyWereWritten() {
    List<Record> written = new ArrayList<>();
    try (Journal journal = open()) {
      written.add(journal.append(Samples.entry("1", Optional.of("k"))));
      time.advance(Duration.ofMillis(7));
      written.add(journal.append(Samples.outcome("1", "accepted")));
      assertThat(journal.head()).isEqualTo(written.getLast().head());
    }
    List<Record> read = new ArrayList<>();
    assertThat(JournalReader.read(directory(), read::add).intact()).isTrue();
    assertThat(read).isEqualTo(written);
    assertThat(read.getLast().time()).isEqualTo(time.now());
    assertThat(read.getLast().prev()).isEqualTo(read.getFirst().hash());
  }

  @Test
  void filesAndDirectoriesArePrivate() throws IOException {
    try (Journal journal = open(2)) {
      for (int i = 0; i < 5; i++) {
        journal.append(Samples.entry("i" + i, Optional.of("k" + i)));
      }
    }
    try (var files = Files.walk(home.resolve("state"))) {
      for (Path path : files.toList()) {
        String expected = Files.isDirectory(path) ? "rwx------" : "rw-------";
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        assertThat(mode).as(path.toString()).isEqualTo(expected);
      }
    }
  }

  @Test
  void aThreadThatWasInterruptedStillGetsItsOutcomeOnRecord() {
    try (Journal journal = open()) {
      Thread.currentThread().interrupt();
      journal.append(new Event.Note("a", "b"));
      journal.append(new Event.Note("c", "d"));
      assertThat(Thread.interrupted()).as("still interrupted").isTrue();
    }
    assertThat(verify().records()).isEqualTo(2);
  }

  @Test
  void aNewerFormatIsRefused() throws IOException {
    try (Journal journal = open()) {
      journal.append(new Event.Note("a", "b"));
    }
    Path segment = directory().resolve("00000001.ndjson");
    Files.writeString(segment, Forgery.withFormat(Files.readString(segment), 2));
    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            Fault.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.CONFIG))
        .hasMessageContaining("newer version");
    assertThat(verify().intact()).isFalse();
  }

  @Test
  void anUnknownTypeOfTheSameFormatIsKeptInTheChain() throws IOException {
    Head head;
    try (Journal journal = open()) {
      head = journal.append(new Event.Note("a", "b")).head();
    }
    Path segment = directory().resolve("00000001.ndjson");
    byte[] line =
        Line.encode(
            head,
            time.now(),
            "funding",
            "{\"x\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Files.write(segment, line, java.nio.file.StandardOpenOption.APPEND);
    try (Journal journal = open()) {
      journal.append(new Event.Note("c", "d"));
    }
    assertThat(verify().intact()).isTrue();
    assertThat(verify().records()).isEqualTo(3);
  }
}
