package dev.okxguard.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was written since a record, without reading all that was written before.
class LaterRecordsTest {
  private static final JournalReader.Wanted ALL = (_, _) -> true;

  @TempDir Path home;

  private static List<Record> since(Book book, long seq) {
    List<Record> records = new ArrayList<>();
    JournalReader.since(book.directory(), seq, ALL, records::add);
    return records;
  }

  private static void alter(Path segment, int line) throws IOException {
    List<String> lines = Book.lines(segment);
    lines.set(line, lines.get(line).replace("{\"data\":{", "{\"data\":{\"a\":1,"));
    Book.write(segment, lines);
  }

  @Test
  void anyNumberGivesTheRecordsFromThereOnWithoutCheckpoints() throws Exception {
    Seed.check(
        random -> {
          Book book = Book.in(home.resolve("journal"), 1 + random.nextInt(9)).filled(random, 60);
          List<Record> all = book.records();
          for (long seq = -1; seq < all.size() + 3; seq++) {
            long from = seq;
            assertThat(since(book, seq))
                .as("from %s", seq)
                .containsExactlyElementsOf(
                    all.stream()
                        .filter(record -> record.seq() >= from)
                        .filter(record -> !record.type().equals(Record.CHECKPOINT))
                        .toList());
          }
        });
  }

  @Test
  void onlyWhatIsWantedIsGivenAndTheEndIsToldAllTheSame() throws Exception {
    Seed.check(
        random -> {
          Book book = Book.in(home.resolve("journal"), 1 + random.nextInt(9)).filled(random, 60);
          List<Record> all = book.records();
          List<Record> given = new ArrayList<>();
          long end =
              JournalReader.since(
                  book.directory(),
                  10,
                  (type, seq) -> type.equals("intent") && seq % 2 == 0,
                  given::add);
          assertThat(end).isEqualTo(all.getLast().seq());
          assertThat(given)
              .containsExactlyElementsOf(
                  all.stream()
                      .filter(record -> record.seq() >= 10 && record.seq() % 2 == 0)
                      .filter(record -> record.type().equals("intent"))
                      .toList());
        });
  }

  @Test
  void whatNobodyWantsMayBeDamagedButNotOutOfPlace() throws IOException {
    Book book = Book.in(home, 100).filled(new Random(11), 40);
    List<Record> all = book.records();
    long altered = all.get(20).seq();
    alter(Segments.path(home, 1), 20);
    List<Record> given = new ArrayList<>();
    JournalReader.since(home, 1, (_, seq) -> seq != altered, given::add);
    assertThat(given).hasSize(all.size() - 1);
    List<String> lines = Book.lines(book.lastSegment());
    lines.remove(20);
    Book.write(book.lastSegment(), lines);
    assertThatThrownBy(() -> JournalReader.since(home, 1, (_, seq) -> seq != altered, given::add))
        .isInstanceOf(JournalBroken.class);
  }

  @Test
  void whatIsSoughtIsFoundAndNothingReadFarBehindIt() throws Exception {
    Seed.check(
        random -> {
          Book book = Book.in(home.resolve("journal"), 1 + random.nextInt(9)).filled(random, 60);
          List<Record> all = book.records();
          long sought = 1 + random.nextInt(all.size() + 10);
          List<Long> seen = new ArrayList<>();
          boolean found =
              JournalReader.any(
                  book.directory(), (_, seq) -> seen.add(seq), record -> record.seq() == sought);
          assertThat(found)
              .isEqualTo(
                  all.stream()
                      .filter(record -> !record.type().equals(Record.CHECKPOINT))
                      .anyMatch(record -> record.seq() == sought));
          if (found) {
            assertThat(seen.getLast()).isLessThan(sought + 20);
          }
        });
  }

  @Test
  void aDirectoryThatDoesNotExistHasNoRecords() {
    Book none = Book.in(home.resolve("none"), 5);
    assertThat(since(none, 1)).isEmpty();
    assertThat(JournalReader.first(none.directory())).isEmpty();
  }

  @Test
  void damageBeforeTheSegmentIsLeftToVerificationAndDamageInItIsNot() throws IOException {
    Book book = Book.in(home, 7).filled(new Random(3), 40);
    long wanted = book.records().get(7 * 3 + 2).seq();
    alter(Segments.path(home, 2), 3);
    assertThat(since(book, wanted)).isNotEmpty();
    alter(Segments.path(home, 4), 1);
    assertThatThrownBy(() -> since(book, wanted))
        .isInstanceOf(JournalBroken.class)
        .hasMessageContaining("does not match its hash");
  }

  @Test
  void whatWasReadBeforeTheDamageIsGivenAndTheDamageIsNamed() throws IOException {
    Book.in(home, 7).filled(new Random(4), 40);
    alter(Segments.path(home, 3), 2);
    List<Record> given = new ArrayList<>();
    assertThatThrownBy(() -> JournalReader.since(home, 3, ALL, given::add))
        .isInstanceOfSatisfying(JournalBroken.class, e -> assertThat(e.seq()).isEqualTo(17));
    assertThat(given).extracting(Record::seq).startsWith(3L).endsWith(16L);
  }

  @Test
  void aMissingSegmentOnTheWayIsDamage() throws IOException {
    Book book = Book.in(home, 7).filled(new Random(5), 60);
    Files.delete(Segments.path(home, 3));
    assertThatThrownBy(() -> since(book, 10))
        .isInstanceOf(JournalBroken.class)
        .hasMessageContaining("is missing");
  }

  @Test
  void aSegmentOfALaterRecordInPlaceOfAnotherIsDamage() throws IOException {
    Book book = Book.in(home, 7).filled(new Random(6), 60);
    Files.copy(
        Segments.path(home, 5),
        Segments.path(home, 4),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> since(book, 16)).isInstanceOf(JournalBroken.class);
  }

  @Test
  void aTornLastLineIsNoRecordAndNoDamage() throws IOException {
    Book book = Book.in(home, 7).filled(new Random(7), 40);
    int before = since(book, 20).size();
    Files.writeString(book.lastSegment(), "{\"data\":{\"half", StandardOpenOption.APPEND);
    assertThat(since(book, 20)).hasSize(before);
    Book begun = Book.in(home.resolve("begun"), 1).filled(new Random(8), 3);
    Files.writeString(Segments.path(begun.directory(), 4), "{\"da");
    assertThat(since(begun, 1)).hasSize(3);
  }

  @Test
  void theFirstRecordTellsWhenTheJournalBegan() throws IOException {
    Book book = Book.in(home, 3);
    java.time.Instant began = book.time().now();
    book.filled(new Random(9), 20);
    assertThat(JournalReader.first(home)).contains(began);
    alter(Segments.path(home, 1), 0);
    assertThatThrownBy(() -> JournalReader.first(home)).isInstanceOf(JournalBroken.class);
  }

  @Test
  void recordsOfANewerVersionAreRefused() throws IOException {
    Book book = Book.in(home, 100).filled(new Random(10), 5);
    List<String> lines = Book.lines(book.lastSegment());
    lines.set(4, Forgery.withFormat(lines.get(4), 2));
    Book.write(book.lastSegment(), lines);
    assertThatThrownBy(() -> since(book, 1))
        .isInstanceOfSatisfying(
            Fault.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIG));
  }
}
