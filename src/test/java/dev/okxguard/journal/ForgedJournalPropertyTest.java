package dev.okxguard.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Any change to any file of the journal is found, and found at the same record as a plain reading
/// from start to end finds it, although segments are read ahead and side by side.
class ForgedJournalPropertyTest {
  @TempDir Path home;

  /// A way to change a journal.
  @FunctionalInterface
  private interface Change {
    /// Whether anything is different now.
    boolean made(Book book, Random random) throws IOException;
  }

  @Test
  void anyByteThatChangesIsFound() throws Exception {
    check(
        (book, random) -> {
          Path file = any(book.segments(), random);
          byte[] bytes = Files.readAllBytes(file);
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
          Files.write(file, bytes);
          return true;
        });
  }

  @Test
  void anyLineThatIsGoneIsFound() throws Exception {
    check(
        (book, random) -> {
          Path file = any(book.segments(), random);
          List<String> lines = Book.lines(file);
          int gone = random.nextInt(lines.size());
          lines.remove(gone);
          Book.write(file, lines);
          return !file.equals(book.lastSegment()) || gone < lines.size();
        });
  }

  @Test
  void anyOtherOrderOfLinesIsFound() throws Exception {
    check(
        (book, random) -> {
          Path file = any(book.segments(), random);
          List<String> lines = Book.lines(file);
          List<String> before = List.copyOf(lines);
          Collections.shuffle(lines, random);
          Book.write(file, lines);
          return !lines.equals(before);
        });
  }

  @Test
  void anyLinkThatIsForgedIsFound() throws Exception {
    check(
        (book, random) -> {
          Path file = any(book.segments(), random);
          List<String> lines = Book.lines(file);
          int at = random.nextInt(lines.size());
          String line = lines.get(at);
          String forged =
              random.nextBoolean()
                  ? Forgery.following(line, Sha256.hex("another"))
                  : Forgery.resealed(line.replaceFirst("\"seq\":\\d+", "\"seq\":7" + at));
          lines.set(at, forged);
          Book.write(file, lines);
          return !forged.equals(line);
        });
  }

  /// Also the first and the last line of a segment, where two readings meet.
  @Test
  void aForgedLinkIsFoundInEveryPlace() throws Exception {
    Book whole = Book.in(home.resolve("whole"), 4).filled(new Random(5), 15);
    for (Path segment : whole.segments()) {
      for (int at = 0; at < Book.lines(segment).size(); at++) {
        Book forged = whole.copy(home.resolve("forged"));
        Path file = forged.directory().resolve(segment.getFileName());
        List<String> lines = Book.lines(file);
        long seq = whole.records().stream().filter(inPlace(lines.get(at))).findAny().get().seq();
        lines.set(at, Forgery.following(lines.get(at), Sha256.hex("another")));
        Book.write(file, lines);
        Verification found = forged.verify();
        assertThat(found.brokenAt()).hasValue(seq);
        assertThat(found.reason()).isEqualTo("it does not follow the record before it");
        requireAsRead(forged, found);
      }
    }
  }

  private static Predicate<Record> inPlace(String line) {
    return record -> record.hash().equals(Forgery.hash(line));
  }

  @Test
  void anySegmentCutShortButTheLastIsFound() throws Exception {
    check(
        (book, random) -> {
          Path file = any(book.segments(), random);
          byte[] bytes = Files.readAllBytes(file);
          Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
          return !file.equals(book.lastSegment());
        });
  }

  @Test
  void anySegmentThatIsGoneOrInTheirPlaceIsFound() throws Exception {
    check(
        (book, random) -> {
          List<Path> segments = book.segments();
          Path file = segments.get(random.nextInt(segments.size() - 1));
          byte[] other = Files.readAllBytes(any(segments, random));
          boolean same = Arrays.equals(other, Files.readAllBytes(file));
          if (random.nextBoolean()) {
            Files.delete(file);
            return true;
          }
          Files.write(file, other);
          return !same;
        });
  }

  private void check(Change change) throws Exception {
    Seed.check(
        random -> {
          Book whole = Book.in(home.resolve("whole"), 1 + random.nextInt(12)).filled(random, 70);
          for (int round = 0; round < 12; round++) {
            Book forged = whole.copy(home.resolve("forged"));
            boolean changed = change.made(forged, random);
            Verification found = forged.verify();
            if (changed) {
              assertThat(found.intact()).as("round %s", round).isFalse();
            }
            requireAsRead(forged, found);
          }
        });
  }

  /// The chain alone, one line after the other.
  private static void requireAsRead(Book book, Verification found) throws IOException {
    Head head = Head.NONE;
    Ledger ledger = new Ledger(new Archive(book.directory()));
    try {
      int count = Segments.count(book.directory());
      for (int segment = 1; segment <= count; segment++) {
        byte[] bytes = Segments.read(book.directory(), segment, head.seq() + 1);
        SegmentScan scan = SegmentScan.of(bytes, segment == count, Depth.ALL);
        Replay replay = new Replay(ledger, segment, true);
        for (Sound sound : scan.lines()) {
          requireNext(sound.line(), head);
          replay.visit(sound, sound.line().start() == 0);
          head = sound.line().head();
        }
        if (scan.flaw().isPresent()) {
          throw scan.flaw().get().at(head.seq() + 1);
        }
      }
      assertThat(found.head()).isEqualTo(head.hash());
      assertThat(found.brokenAt()).isEmpty();
    } catch (ChainBreak e) {
      // A key index that does not agree shows at the end of its segment, before the next is read.
      if (!found.reason().contains("key index")) {
        assertThat(found.brokenAt()).hasValue(e.seq());
        assertThat(found.reason()).isEqualTo(e.getMessage());
      }
      assertThat(found.records()).isEqualTo(e.seq() - 1);
    }
  }

  private static void requireNext(Line line, Head head) throws ChainBreak {
    if (line.seq() != head.seq() + 1) {
      throw new ChainBreak(head.seq() + 1, "record " + line.seq() + " is in its place");
    }
    if (!line.prev().equals(head.hash())) {
      throw new ChainBreak(line.seq(), "it does not follow the record before it");
    }
  }

  private static <T> T any(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
