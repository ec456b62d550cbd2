package dev.okxguard.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.disk.PrivateFiles;
import dev.okxguard.model.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several records written together.
class GroupTest {
  @TempDir Path home;
  private final TestTime time = new TestTime();

  private Journal open(Disk disk) {
    return Journal.open(home.resolve("journal"), time, 5, disk);
  }

  private static List<Event> notes(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(i -> (Event) new Event.Note("n" + i, "text"))
        .toList();
  }

  private Verification verify() {
    return JournalReader.verify(home.resolve("journal"), Optional.empty(), count -> {});
  }

  @Test
  void theyAreOneChainWithWhatComesBeforeAndAfter() {
    try (Journal journal = open(PrivateFiles::open)) {
      journal.append(new Event.Note("first", ""));
      journal.appendAll(notes(0, 12));
      journal.append(new Event.Note("last", ""));
      assertThat(journal.ledger().records()).isEqualTo(15);
    }
    assertThat(verify().intact()).isTrue();
    try (Journal again = open(PrivateFiles::open)) {
      again.appendAll(notes(12, 2));
    }
    assertThat(verify().intact()).isTrue();
    assertThat(verify().records()).isEqualTo(17);
  }

  @Test
  void onADiskThatFillsUpNoneIsAdded() {
    try (Journal journal = open(PrivateFiles::open)) {
      journal.append(new Event.Note("first", ""));
    }
    FullDisk disk = new FullDisk();
    try (Journal journal = open(disk)) {
      disk.leave(700);
      assertThatThrownBy(() -> journal.appendAll(notes(0, 4))).isInstanceOf(Fault.class);
      assertThat(journal.ledger().records()).isEqualTo(1);
    }
    assertThat(verify().intact()).isTrue();
    assertThat(verify().records()).isEqualTo(1);
  }
}
