package dev.okxguard.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is done to the files afterwards shows.
class TamperingTest {
  @TempDir Path home;
  private Book book;

  @BeforeEach
  void fill() {
    book = Book.in(home.resolve("journal"), 7).filled(new Random(11), 40);
  }

  private Path segment(int number) {
    return Segments.path(book.directory(), number);
  }

  private void assertBroken(String reason) {
    Verification verification = book.verify();
    assertThat(verification.intact()).isFalse();
    assertThat(verification.reason()).contains(reason);
  }

  @Test
  void anUntouchedJournalIsIntact() {
    Verification verification = book.verify();
    assertThat(verification.reason()).isEmpty();
    assertThat(verification.intact()).isTrue();
    assertThat(verification.records()).isEqualTo(book.records().size());
    assertThat(verification.head()).isEqualTo(book.records().getLast().hash());
  }

  @Test
  void anyChangedByteOfAnyLineIsDetected() throws Exception {
    Seed.check(
        random -> {
          List<Path> segments = book.segments();
          for (int round = 0; round < 150; round++) {
            Path path = segments.get(random.nextInt(segments.size()));
            byte[] content = Files.readAllBytes(path);
            byte[] damaged = content.clone();
            int at = random.nextInt(content.length);
            damaged[at] ^= (byte) (1 + random.nextInt(255));
            Files.write(path, damaged);
            assertThat(book.verify().intact()).as("%s, byte %s", path, at).isFalse();
            Files.write(path, content);
          }
        });
  }

  @Test
  void theCaseOfALetterInAHashMatters() throws IOException {
    String content = Files.readString(segment(6));
    String hash = Forgery.hash(content);
    Files.writeString(segment(6), content.replace(hash, hash.toUpperCase(java.util.Locale.ROOT)));
    assertBroken("");
  }

  @Test
  void aLineFeedReplacedAtTheVeryEndIsNotTakenForATornLine() throws IOException {
    Path last = book.lastSegment();
    String content = Files.readString(last);
    Files.writeString(last, content.substring(0, content.length() - 1) + " ");
    assertBroken("end of its line was altered");
  }

  @Test
  void aRemovedLineIsDetectedWhereItIsMissing() throws IOException {
    List<String> lines = Book.lines(segment(2));
    long removed = book.records().get(7 + 2).seq();
    lines.remove(2);
    Book.write(segment(2), lines);
    assertThat(book.verify().brokenAt()).hasValue(removed);
    assertThat(book.verify().records()).isEqualTo(removed - 1);
  }

  @Test
  void aRepeatedLineIsDetected() throws IOException {
    List<String> lines = Book.lines(segment(2));
    lines.add(3, lines.get(2));
    Book.write(segment(2), lines);
    assertBroken("is in its place");
  }

  @Test
  void swappedLinesAreDetected() throws IOException {
    List<String> lines = Book.lines(segment(2));
    lines.add(2, lines.remove(3));
    Book.write(segment(2), lines);
    assertBroken("is in its place");
  }

  @Test
  void anAlteredLineWithItsHashMadeRightBreaksTheOneAfterIt() throws IOException {
    List<String> lines = Book.lines(segment(3));
    long altered = book.records().get(14 + 2).seq();
    lines.set(2, Forgery.resealed(lines.get(2).replace("{\"data\":{", "{\"data\":{\"a\":1,")));
    Book.write(segment(3), lines);
    assertThat(book.verify().brokenAt()).hasValue(altered + 1);
    assertBroken("does not follow");
  }

  @Test
  void aMissingSegmentIsDetected() throws IOException {
    Files.delete(segment(3));
    assertBroken("00000003.ndjson is missing");
    assertThatThrownBy(book::open).isInstanceOf(JournalBroken.class);
  }

  @Test
  void aSegmentCutShortInTheMiddleIsDetected() throws Exception {
    Seed.check(
        random -> {
          byte[] content = Files.readAllBytes(segment(3));
          for (int round = 0; round < 30; round++) {
            int length = random.nextInt(content.length);
            Files.write(segment(3), java.util.Arrays.copyOf(content, length));
            assertThat(book.verify().intact()).as("length %s", length).isFalse();
          }
        });
  }

  @Test
  void aForgedCheckpointIsDetectedEvenInAChainMadeRightAgain() throws IOException {
    Path last = book.lastSegment();
    List<String> lines = Book.lines(last);
    String forged =
        lines.getFirst().replaceFirst("\"known\":\\[.*\\],\"latest\"", "\"known\":[],\"latest\"");
    assertThat(forged).isNotEqualTo(lines.getFirst());
    lines.set(0, Forgery.resealed(forged));
    for (int i = 1; i < lines.size(); i++) {
      lines.set(i, Forgery.following(lines.get(i), Forgery.hash(lines.get(i - 1))));
    }
    Book.write(last, lines);
    assertBroken("the checkpoint does not agree");
  }

  @Test
  void aForgedKeyIndexIsDetected() throws IOException {
    Path run = new KeyIndex(book.directory()).path(KeyIndex.runs(5).getLast());
    byte[] content = Files.readAllBytes(run);
    content[3] ^= 1;
    Files.write(run, content);
    assertBroken("key index");
    Files.delete(run);
    assertBroken("is missing");
  }

  @Test
  void anAnchorInTheChainIsFoundAndAnyOtherIsNot() {
    Record middle = book.records().get(20);
    assertThat(book.verify(Optional.of(middle.hash())).intact()).isTrue();
    Verification lost = book.verify(Optional.of("ab".repeat(32)));
    assertThat(lost.intact()).isFalse();
    assertThat(lost.reason()).contains("anchor");
    assertThat(lost.brokenAt()).isEmpty();
  }

  @Test
  void recordsCutOffAtTheEndAreNoticedThroughAnAnchor() throws IOException {
    String anchor = book.records().getLast().hash();
    List<String> lines = Book.lines(book.lastSegment());
    lines.removeLast();
    Book.write(book.lastSegment(), lines);
    assertThat(book.verify().intact()).isTrue();
    assertThat(book.verify(Optional.of(anchor)).intact()).isFalse();
  }

  @Test
  void aBrokenLastSegmentIsNotOpened() throws IOException {
    List<String> lines = Book.lines(book.lastSegment());
    lines.set(0, lines.getFirst().replaceFirst("\"latest\":\"2026", "\"latest\":\"2027"));
    Book.write(book.lastSegment(), lines);
    assertThatThrownBy(book::open)
        .isInstanceOf(JournalBroken.class)
        .hasMessageContaining("does not match its hash");
    assertThatThrownBy(() -> JournalReader.ledger(book.directory()))
        .isInstanceOf(JournalBroken.class);
  }
}
