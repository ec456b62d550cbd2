package dev.okxguard.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever moment the power fails at, no record that was reported as written is lost.
class CrashTest {
  @TempDir Path home;

  @Test
  void aReaderGivesTheRecordsBeforeAnyCutAndSaysWhetherALineIsTorn() throws Exception {
    Seed.check(
        random -> {
          Book book = Book.in(home.resolve("reader"), 6).filled(random, 15);
          List<Record> all = book.records();
          Path last = book.lastSegment();
          byte[] content = Files.readAllBytes(last);
          for (int length : cuts(content, random)) {
            Files.write(last, Arrays.copyOf(content, length));
            List<Record> read = new ArrayList<>();
            Verification verification = JournalReader.read(book.directory(), read::add);
            assertThat(verification.intact()).as(verification.reason()).isTrue();
            assertThat(verification.torn()).isEqualTo(!wholeLines(content, length));
            assertThat(read).isEqualTo(all.subList(0, read.size()));
            assertThat(read).hasSize(all.size() - linesIn(content, length, content.length));
          }
        });
  }

  @Test
  void reopeningAfterAnyCutKeepsEveryWholeRecordAndGoesOn() throws Exception {
    Seed.check(
        random -> {
          Book book = Book.in(home.resolve("writer"), 6).filled(random, 15);
          List<Record> all = book.records();
          byte[] content = Files.readAllBytes(book.lastSegment());
          for (int length : cuts(content, random)) {
            Book copy = book.copy(home.resolve("copy"));
            Files.write(copy.lastSegment(), Arrays.copyOf(content, length));
            int whole = all.size() - linesIn(content, length, content.length);
            try (Journal journal = copy.open()) {
              journal.append(new Event.Note("after", "the crash"));
            }
            assertThat(copy.verify().intact()).as(copy.verify().reason()).isTrue();
            assertThat(copy.verify().torn()).isFalse();
            assertThat(copy.records().subList(0, whole)).isEqualTo(all.subList(0, whole));
            assertThat(copy.records().getLast().data().path("topic").asString()).isEqualTo("after");
          }
        });
  }

  /// Every line boundary and its neighbours, and some more.
  private static List<Integer> cuts(byte[] content, Random random) {
    List<Integer> cuts = new ArrayList<>(List.of(0, 1));
    for (int i = 0; i < content.length; i++) {
      if (content[i] == '\n') {
        cuts.addAll(List.of(i - 1, i, i + 1));
      }
    }
    for (int i = 0; i < 15; i++) {
      cuts.add(random.nextInt(content.length));
    }
    return cuts;
  }

  private static boolean wholeLines(byte[] content, int length) {
    return length == 0 || content[length - 1] == '\n';
  }

  private static int linesIn(byte[] content, int from, int to) {
    int lines = 0;
    for (int i = from; i < to; i++) {
      lines += content[i] == '\n' ? 1 : 0;
    }
    return lines;
  }

  @Test
  void theTornBytesAreKeptInANote() throws IOException {
    Book book = Book.in(home, 100);
    try (Journal journal = book.open()) {
      journal.append(Samples.entry("1", Optional.empty()));
    }
    Files.writeString(book.lastSegment(), "{\"data\":{\"acti", StandardOpenOption.APPEND);
    assertThat(book.verify().torn()).isTrue();
    book.open().close();
    Record note = book.records().getLast();
    assertThat(note.data().path("topic").asString()).isEqualTo("torn-tail");
    assertThat(note.data().path("text").asString()).isEqualTo("{\"data\":{\"acti");
    assertThat(book.records()).hasSize(2);
    assertThat(book.verify().torn()).isFalse();
  }

  @Test
  void zerosLeftByThePowerCutAreATornLine() throws IOException {
    Book book = Book.in(home, 100);
    try (Journal journal = book.open()) {
      journal.append(Samples.entry("1", Optional.empty()));
    }
    Files.write(book.lastSegment(), new byte[9_000], StandardOpenOption.APPEND);
    try (Journal journal = book.open()) {
      assertThat(journal.ledger().openIntents()).hasSize(1);
    }
    assertThat(book.verify().intact()).isTrue();
  }

  @Test
  void aCrashWhileASegmentIsBegunLosesNothing() throws IOException {
    Book book = Book.in(home, 3);
    try (Journal journal = book.open()) {
      for (int i = 0; i < 3; i++) {
        journal.append(Samples.entry("i" + i, Optional.of("k" + i)));
      }
    }
    Files.writeString(home.resolve("00000002.ndjson"), "{\"data\":{\"kno");
    try (Journal journal = book.open()) {
      assertThat(journal.ledger().openIntents()).hasSize(3);
      assertThat(journal.ledger().byKey("k1")).isPresent();
    }
    assertThat(book.verify().intact()).as(book.verify().reason()).isTrue();
    assertThat(book.segments()).hasSize(2);
  }
}
