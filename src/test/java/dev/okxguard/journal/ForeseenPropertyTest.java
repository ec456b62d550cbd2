package dev.okxguard.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was looked at before the lock decides nothing: whatever becomes of the journal meanwhile,
/// it is opened, or refused, as if nobody had looked.
class ForeseenPropertyTest {
  @TempDir Path home;

  @Test
  void aJournalChangedMeanwhileIsReadAsItIsUnderTheLock() throws Exception {
    Seed.check(
        random -> {
          Book whole = Book.in(home.resolve("whole"), 1 + random.nextInt(12)).filled(random, 40);
          for (int round = 0; round < 12; round++) {
            Book seen = whole.copy(home.resolve("seen"));
            Foreseen foreseen = Foreseen.in(seen.directory());
            change(seen, random);
            String asIs = opened(seen.copy(home.resolve("other")), Foreseen.nothing());
            assertThat(opened(seen, foreseen)).as("round %s", round).isEqualTo(asIs);
          }
        });
  }

  private static void change(Book book, Random random) throws IOException {
    Path last = book.lastSegment();
    byte[] bytes = Files.readAllBytes(last);
    int any = random.nextInt(bytes.length);
    switch (random.nextInt(6)) {
      case 0 -> book.filled(random, 1 + any % 20);
      case 1 -> {
        bytes[any] ^= (byte) (1 + random.nextInt(255));
        Files.write(last, bytes);
      }
      case 2 -> Files.write(last, Arrays.copyOf(bytes, any));
      case 3 -> Files.writeString(last, "{\"data\":", StandardOpenOption.APPEND);
      case 4 -> Files.delete(last);
      default -> {}
    }
  }

  /// All that the journal says, or why it says nothing.
  private static String opened(Book book, Foreseen foreseen) {
    try (Journal journal = Journal.open(book.directory(), book.time(), foreseen)) {
      byte[] state = journal.ledger().checkpoint().bytes();
      return journal.head() + " " + HexFormat.of().formatHex(state);
    } catch (Fault fault) {
      return fault.getMessage().replace(book.directory().toString(), "");
    }
  }

  @Test
  void whatCannotBeLookedAtIsLeftToOpeningIt() throws IOException {
    Path file = Files.createFile(home.resolve("file"));
    for (Path nowhere : new Path[] {home.resolve("nowhere"), file}) {
      assertThat(Foreseen.in(nowhere)).isSameAs(Foreseen.nothing());
    }
  }
}
