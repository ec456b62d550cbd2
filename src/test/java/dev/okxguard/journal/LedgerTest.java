package dev.okxguard.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  @TempDir Path home;

  @Test
  void anIntentIsOpenUntilItsFateIsKnown() {
    Book book = Book.in(home, 100);
    try (Journal journal = book.open()) {
      journal.append(Samples.entry("1", Optional.empty()));
      assertThat(journal.ledger().openIntents()).hasSize(1);
      journal.append(Samples.outcome("1", "unknown"));
      OpenIntent open = journal.ledger().openIntents().getFirst();
      assertThat(open.outcome()).contains(Samples.outcome("1", "unknown"));
      assertThat(open.intent()).isEqualTo(Samples.entry("1", Optional.empty()));
      journal.append(Samples.outcome("1", "accepted"));
      assertThat(journal.ledger().openIntents()).isEmpty();
      journal.append(Samples.outcome("1", "unknown"));
      assertThat(journal.ledger().openIntents()).as("nothing reopens it").isEmpty();
    }
  }

  @Test
  void entriesThatFailedDoNotCountAndUnknownOnesDo() {
    Book book = Book.in(home, 100);
    try (Journal journal = book.open()) {
      for (String word : List.of("accepted", "rejected", "not_sent", "unknown")) {
        journal.append(Samples.entry(word, Optional.empty()));
        journal.append(Samples.outcome(word, word));
      }
      journal.append(Samples.entry("pending", Optional.empty()));
      journal.append(Samples.intent("exit", Optional.empty(), false));
      assertThat(journal.ledger().entriesSince(Instant.EPOCH))
          .extracting(Entry::intentId)
          .containsExactly("accepted", "unknown", "pending");
    }
  }

  @Test
  void anEntryTellsWhatWasOrdered() {
    Book book = Book.in(home, 100);
    try (Journal journal = book.open()) {
      journal.append(Samples.entry("1", Optional.empty()));
      Entry entry = journal.ledger().entriesSince(book.time().now()).getFirst();
      assertThat(entry.time()).isEqualTo(book.time().now());
      assertThat(entry.instId()).isEqualTo("SOL-USDT");
      assertThat(entry.side()).contains(Side.BUY);
      assertThat(entry.sz()).contains(new BigDecimal("1.50"));
      assertThat(entry.px()).contains(new BigDecimal("142.7"));
      assertThat(journal.ledger().entriesSince(book.time().now().plusMillis(1))).isEmpty();
    }
  }

  @Test
  void aKeyIsKnownForGoodWithItsFirstOrderAndOutcome() {
    Book book = Book.in(home, 4);
    try (Journal journal = book.open()) {
      journal.append(Samples.entry("old", Optional.of("daily-7")));
      journal.append(Samples.outcome("old", "accepted"));
      for (int i = 0; i < 60; i++) {
        book.time().advance(Duration.ofHours(10));
        journal.append(Samples.entry("i" + i, Optional.of("k" + i)));
        journal.append(Samples.outcome("i" + i, "accepted"));
      }
    }
    Past past = JournalReader.ledger(home).byKey("daily-7").orElseThrow();
    assertThat(past.digest()).isEqualTo("digest-old");
    assertThat(past.settled()).isTrue();
    assertThat(past.outcome().orElseThrow().ordId()).isEqualTo("7001");
    assertThat(JournalReader.ledger(home).byKey("daily-8")).isEmpty();
  }

  @Test
  void aTimeHasExactlyOneSpelling() {
    assertThat(Stamp.time("2026-02-28T23:59:59.007Z"))
        .contains(Instant.parse("2026-02-28T23:59:59.007Z"));
    for (String other :
        List.of(
            "2026-02-30T00:00:00.000Z",
            "2026-02-28T24:00:00.000Z",
            "2026-02-28T00:60:00.000Z",
            "2026-02-28T00:00:60.000Z",
            "2026-02-28t00:00:00.000Z",
            "2026-02-28T00:00:00.00Z",
            "+026-02-28T00:00:00.000Z",
            "")) {
      assertThat(Stamp.time(other)).as(other).isEmpty();
    }
    assertThat(Stamp.text(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000Z");
  }

  @Test
  void aTimeIsSpelledAsItIsRead() throws Exception {
    Seed.check(
        random -> {
          for (int round = 0; round < 2_000; round++) {
            long millis = random.nextLong(-62_167_219_200_000L, 253_402_300_800_000L);
            Instant time = Instant.ofEpochMilli(millis).plusNanos(random.nextInt(1_000_000));
            Instant whole = Instant.ofEpochMilli(millis);
            assertThat(Stamp.time(Stamp.text(time))).contains(whole);
            assertThat(Instant.parse(Stamp.text(time))).isEqualTo(whole);
          }
        });
    for (String far : List.of("+10000-01-01T00:00:00Z", "-0001-12-31T23:59:59Z")) {
      assertThatThrownBy(() -> Stamp.text(Instant.parse(far)))
          .isInstanceOf(DateTimeException.class);
    }
  }

  @Test
  void aClockThatRanBackwardsCanBeNoticed() {
    Book book = Book.in(home, 100);
    Instant latest = book.time().now();
    try (Journal journal = book.open()) {
      journal.append(new Event.Note("a", "b"));
      book.time().advance(Duration.ofHours(-5));
      journal.append(new Event.Note("a", "b"));
      assertThat(journal.ledger().lastTime()).contains(latest);
      assertThat(journal.ledger().records()).isEqualTo(2);
    }
  }

  @Test
  void readingTheLastSegmentGivesWhatFollowingEveryAppendGave() throws Exception {
    Seed.check(
        random -> {
          Book book = Book.in(home.resolve("same"), 1 + random.nextInt(9));
          Samples samples = new Samples(random, book.time(), true);
          try (Journal journal = book.open()) {
            for (int i = 0; i < 150; i++) {
              journal.append(samples.next());
              if (random.nextInt(6) == 0) {
                requireSame(JournalReader.ledger(book.directory()), journal.ledger(), samples);
              }
            }
          }
          assertThat(book.verify().intact()).as(book.verify().reason()).isTrue();
        });
  }

  private static void requireSame(Ledger read, Ledger followed, Samples samples) {
    Instant since = followed.lastTime().orElseThrow().minus(Duration.ofHours(24));
    assertThat(read.openIntents()).isEqualTo(followed.openIntents());
    assertThat(read.entriesSince(since)).isEqualTo(followed.entriesSince(since));
    assertThat(read.lastTime()).isEqualTo(followed.lastTime());
    assertThat(read.records()).isEqualTo(followed.records());
    for (String key : samples.keys()) {
      assertThat(read.byKey(key)).as(key).isEqualTo(followed.byKey(key)).isPresent();
    }
  }

  @Test
  void theLedgerIsWhatAPlainListOfEventsSays() throws Exception {
    Seed.check(
        random -> {
          Book book = Book.in(home.resolve("plain"), 1 + random.nextInt(9));
          Samples samples = new Samples(random, book.time(), false);
          Map<String, Past> plain = new LinkedHashMap<>();
          for (int i = 0; i < 150; i++) {
            try (Journal journal = book.open()) {
              note(plain, journal.append(samples.next()), book.time().now());
            }
          }
          requireSaid(plain, JournalReader.ledger(book.directory()), book.time().now());
        });
  }

  private static void note(Map<String, Past> plain, Record record, Instant now) throws ChainBreak {
    if (record.type().equals("intent")) {
      Event.Intent intent = EventReader.intent(new TreeFields(record.data(), record.seq()));
      plain.put(intent.intentId(), new Past(now, intent, Optional.empty()));
    } else if (record.type().equals("outcome")) {
      Event.Outcome outcome = EventReader.outcome(new TreeFields(record.data(), record.seq()));
      Past past = plain.get(outcome.intentId());
      plain.put(outcome.intentId(), new Past(past.time(), past.intent(), Optional.of(outcome)));
    }
  }

  private static void requireSaid(Map<String, Past> plain, Ledger ledger, Instant now) {
    assertThat(ledger.openIntents())
        .extracting(open -> open.intent().intentId())
        .containsExactlyElementsOf(ids(plain, past -> !past.settled()));
    Instant since = now.minus(Duration.ofHours(24));
    assertThat(ledger.entriesSince(since))
        .extracting(Entry::intentId)
        .containsExactlyElementsOf(
            ids(plain, past -> past.counts() && !past.time().isBefore(since)));
    for (Past past : plain.values()) {
      past.intent().key().ifPresent(key -> assertThat(ledger.byKey(key)).contains(past));
    }
  }

  private static List<String> ids(
      Map<String, Past> plain, java.util.function.Predicate<Past> which) {
    return plain.values().stream().filter(which).map(past -> past.intent().intentId()).toList();
  }
}
