package dev.okxguard.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.disk.PrivateFiles;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
  @TempDir Path home;

  @Test
  void aFullDiskIsAFaultThatNamesTheJournalAndLeavesNoHalfRecord() throws Exception {
    FullDisk disk = new FullDisk();
    int segmentLength = 100;
    try (Journal journal = Journal.open(home, new TestTime(), segmentLength, disk)) {
      journal.append(Samples.entry("1", Optional.empty()));
      Head before = journal.head();
      long size = Files.size(Segments.path(home, 1));
      disk.leave(100);
      assertThatThrownBy(() -> journal.append(Samples.entry("2", Optional.empty())))
          .isInstanceOfSatisfying(
              Fault.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.CONFIG))
          .hasMessageContaining(home.toString())
          .hasMessageContaining("No space left");
      assertThat(Files.size(Segments.path(home, 1))).isEqualTo(size);
      assertThat(journal.head()).isEqualTo(before);
      assertThat(journal.ledger().openIntents()).hasSize(1);
      disk.leave(10_000);
      journal.append(Samples.outcome("1", "accepted"));
    }
    assertThat(JournalReader.verify(home, Optional.empty(), count -> {}).records()).isEqualTo(2);
  }

  @Test
  void aDiskThatFillsUpWhileASegmentIsBegunLosesNothing() throws Exception {
    Seed.check(
        random -> {
          FullDisk disk = new FullDisk();
          Path directory = home.resolve("filling");
          int segmentLength = 3;
          int written = 0;
          try (Journal journal = Journal.open(directory, new TestTime(), segmentLength, disk)) {
            for (int i = 0; i < 60; i++) {
              disk.leave(random.nextBoolean() ? random.nextInt(2_000) : Long.MAX_VALUE);
              written += appended(journal, "i" + i) ? 1 : 0;
            }
            assertThat(journal.ledger().openIntents()).hasSize(written);
          }
          Verification verification =
              JournalReader.verify(directory, Optional.empty(), count -> {});
          assertThat(verification.intact()).as(verification.reason()).isTrue();
          assertThat(JournalReader.ledger(directory).openIntents()).hasSize(written);
        });
  }

  @Test
  void aSegmentWhoseDirectoryCannotBeForcedToDiskIsBegunAnew() throws Exception {
    Path directory = home.resolve("journal");
    Path elsewhere = home.resolve("elsewhere");
    AtomicBoolean gone = new AtomicBoolean();
    Disk disk =
        (path, options) -> {
          FileChannel channel = PrivateFiles.open(path, options);
          if (path.equals(Segments.path(directory, 2)) && gone.compareAndSet(false, true)) {
            Files.move(directory, elsewhere);
          }
          return channel;
        };
    int segmentLength = 2;
    try (Journal journal = Journal.open(directory, new TestTime(), segmentLength, disk)) {
      assertThat(appended(journal, "1")).isTrue();
      assertThat(appended(journal, "2")).isTrue();
      Head before = journal.head();
      assertThat(appended(journal, "3")).isFalse();
      assertThat(journal.head()).isEqualTo(before);
      Files.move(elsewhere, directory);
      assertThat(appended(journal, "3")).isTrue();
      assertThat(appended(journal, "4")).isTrue();
    }
    Verification found = JournalReader.verify(directory, Optional.empty(), count -> {});
    assertThat(found.intact()).as(found.reason()).isTrue();
    assertThat(JournalReader.ledger(directory).openIntents()).hasSize(4);
  }

  private static boolean appended(Journal journal, String id) {
    try {
      journal.append(Samples.entry(id, Optional.of("key-" + id)));
      return true;
    } catch (Fault e) {
      return false;
    }
  }

  @Test
  void aClosedJournalTakesNothing() {
    Journal journal = Journal.open(home, new TestTime());
    journal.close();
    assertThatThrownBy(() -> journal.append(new Event.Note("a", "b")))
        .isInstanceOfSatisfying(
            Fault.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.CONFIG));
  }
}
