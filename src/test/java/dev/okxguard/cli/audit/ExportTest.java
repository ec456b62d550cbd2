package dev.okxguard.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.Event;
import dev.okxguard.journal.Journal;
import dev.okxguard.testing.ManualTime;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Records written out one after the other, to whoever takes them.
class ExportTest {
  private static final int RECORDS = 1_500;

  @TempDir Path home;
  private int asked;

  private Path journal() {
    Path journal = home.resolve("journal");
    try (Journal open = Journal.open(journal, ManualTime.at("2026-11-21T10:00:00Z"))) {
      Event.Note note = new Event.Note("topic", "text");
      open.appendAll(java.util.Collections.nCopies(RECORDS, note));
    }
    return journal;
  }

  private Export export() {
    return new Export(_ -> true, line -> List.of(line.text()), _ -> asked++);
  }

  @Test
  void allThatIsChosenIsWritten() {
    StringWriter out = new StringWriter();
    Export.Written written = export().to(new PrintWriter(out), journal());
    assertThat(written.records()).isEqualTo(RECORDS);
    assertThat(written.found().orElseThrow().intact()).isTrue();
    assertThat(out.toString().lines()).hasSize(RECORDS);
  }

  @Test
  void aClosedPipeEndsTheReadingSoon() {
    Writer closed =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("Broken pipe");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Export.Written written = export().to(new PrintWriter(closed), journal());
    assertThat(written.found()).isEmpty();
    assertThat(asked).isLessThan(RECORDS / 2);
  }
}
