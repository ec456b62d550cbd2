package dev.okxguard.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.model.Side;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What one segment carries over from those before it, and how little that is.
class CheckpointTest {
  private static final int BUSY = 400;

  @TempDir Path home;

  private Book book(int length) {
    return Book.in(home, length);
  }

  /// So many entries, ten seconds apart, each sent, accepted and filled.
  private static void trade(Book book, int entries) {
    try (Journal journal = book.open()) {
      for (int i = 0; i < entries; i++) {
        String id = "busy" + i;
        journal.append(Samples.entry(id, Optional.of("key-" + id)));
        journal.append(Samples.outcome(id, "accepted"));
        journal.append(Samples.outcome(id, "accepted"));
        book.time().advance(Duration.ofSeconds(10));
      }
    }
  }

  private static Event.Books books(int working) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < working; i++) {
      content.withArray("orders").addObject().put("ordId", "90017" + i).put("px", "142.25");
    }
    return new Event.Books(Instant.parse("2026-03-01T10:00:00Z"), "counted", "", content);
  }

  @Test
  void anEntryOfTheDayTakesLessThanAHundredBytes() throws IOException {
    Book book = book(50);
    trade(book, BUSY);
    int bytes = Book.lines(book.lastSegment()).getFirst().length();
    int whole = Book.lines(Segments.path(home, 1)).getFirst().length();
    assertThat(bytes).isLessThan(BUSY * 100 + 60 * 2 * whole);
    assertThat(JournalReader.ledger(home).entriesSince(Instant.EPOCH)).hasSize(BUSY);
    assertThat(book.verify().reason()).isEmpty();
  }

  @Test
  void entriesOlderThanTheWindowAreCarriedNoMore() {
    Book book = book(20);
    trade(book, 60);
    book.time().advance(Duration.ofHours(30));
    try (Journal journal = book.open()) {
      for (int i = 0; i < 150; i++) {
        journal.append(new Event.Note("topic", "text"));
      }
    }
    Ledger ledger = JournalReader.ledger(home);
    assertThat(ledger.entriesSince(Instant.EPOCH)).isEmpty();
    assertThat(ledger.byKey("key-busy7").orElseThrow().digest()).isEqualTo("digest-busy7");
  }

  @Test
  void aLaterWordReachesAnIntentOfTheSegmentBefore() {
    Book book = book(3);
    try (Journal journal = book.open()) {
      journal.append(Samples.entry("1", Optional.of("k")));
      journal.append(Samples.outcome("1", "unknown"));
      journal.append(Samples.outcome("1", "accepted"));
      journal.append(Samples.outcome("1", "rejected"));
      journal.append(new Event.Note("topic", "text"));
      journal.append(new Event.Note("topic", "text"));
      Past past = journal.ledger().byKey("k").orElseThrow();
      assertThat(past.outcome().orElseThrow().outcome()).isEqualTo("rejected");
      assertThat(journal.ledger().entriesSince(Instant.EPOCH)).isEmpty();
      assertThat(JournalReader.ledger(home).byKey("k")).contains(past);
    }
  }

  @Test
  void theBooksAreFoundWhereTheyWereWrittenHoweverManySegmentsAgo() {
    Book book = book(5);
    try (Journal journal = book.open()) {
      assertThat(journal.ledger().latest().books()).isEmpty();
      journal.append(books(1));
      long seq = journal.append(books(300)).seq();
      for (int i = 0; i < 40; i++) {
        journal.append(new Event.Note("topic", "text"));
      }
      for (Ledger ledger : List.of(journal.ledger(), JournalReader.ledger(home))) {
        Latest.Said said = ledger.latest().books().orElseThrow();
        assertThat(said.event()).isEqualTo(books(300));
        assertThat(said.seq()).isEqualTo(seq);
        assertThat(said.time()).isEqualTo(book.time().now());
      }
    }
    assertThat(home.resolve("00000008.ndjson")).content().hasLineCount(5).doesNotContain("142.25");
    assertThat(book.verify().reason()).isEmpty();
  }

  @Test
  void booksThatWereTamperedWithAreNotGiven() throws IOException {
    Book book = book(4);
    try (Journal journal = book.open()) {
      journal.append(books(3));
      for (int i = 0; i < 9; i++) {
        journal.append(new Event.Note("topic", "text"));
      }
    }
    Path first = Segments.path(home, 1);
    List<String> lines = Book.lines(first);
    Files.writeString(first, Files.readString(first).replace("142.25", "142.26"));
    Latest latest = JournalReader.ledger(home).latest();
    assertThatThrownBy(latest::books).isInstanceOf(JournalBroken.class);
    Book.write(first, lines.reversed());
    assertThat(latest.books()).as("the order of lines is for verification").isPresent();
    Files.delete(first);
    assertThatThrownBy(latest::books).isInstanceOf(JournalBroken.class);
  }

  @Test
  void malformedBooksAreFoundByVerification() throws IOException {
    Book book = book(4);
    try (Journal journal = book.open()) {
      journal.append(books(3));
    }
    List<String> lines = Book.lines(book.lastSegment());
    String forged = Forgery.resealed(lines.getFirst().replace("\"origin\":\"counted\",", ""));
    Book.write(book.lastSegment(), List.of(forged));
    assertThat(book.verify().reason()).contains("origin");
  }

  @Test
  void fewLongRecordsFillASegmentAsWell() throws IOException {
    Book book = book(1000);
    try (Journal journal = book.open()) {
      for (int i = 0; i < 12; i++) {
        journal.append(books(20_000));
      }
    }
    assertThat(book.segments()).hasSizeBetween(4, 8);
    for (Path segment : book.segments()) {
      assertThat(Files.size(segment)).isLessThan(3_500_000);
    }
    try (Journal journal = book.open()) {
      journal.append(new Event.Note("topic", "text"));
    }
    assertThat(book.verify().reason()).isEmpty();
  }

  @Test
  void aRowTellsAnEntryAgain() throws Exception {
    Seed.check(
        random -> {
          List<String> words =
              List.of("", "a", "SOL-USDT", "two words", "50%", "%20", "- -", "ü\n");
          for (int i = 0; i < 200; i++) {
            List<String> some = new ArrayList<>();
            for (int word = 0; word < 3; word++) {
              some.add(words.get(random.nextInt(words.size())));
            }
            Entry entry =
                new Entry(
                    Instant.ofEpochMilli(random.nextLong(2_000_000_000_000L)),
                    some.get(0).isEmpty() ? some.get(1) : some.get(0),
                    some.get(2),
                    some.get(1),
                    Optional.of(Side.SELL).filter(_ -> random.nextBoolean()),
                    Optional.of(new BigDecimal("1.50")).filter(_ -> random.nextBoolean()),
                    Optional.of(new BigDecimal("1E+3")).filter(_ -> random.nextBoolean()));
            Entry again = Entry.ofRow(entry.row());
            assertThat(again)
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(entry);
          }
        });
    assertThatThrownBy(() -> Entry.ofRow("1 2 3")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Entry.ofRow("x a buy 1 1 c ")).isInstanceOf(RuntimeException.class);
  }
}
