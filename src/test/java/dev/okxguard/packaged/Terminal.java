package dev.okxguard.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A command line at a real terminal, a pseudo-terminal that script(1) of util-linux makes. What it
/// shows is what a person would see, echo included.
final class Terminal {
  private static final Path SCRIPT = Path.of("/usr/bin/script");
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final StringBuffer shown = new StringBuffer();
  private final Thread reader;
  private int read;

  /// Starts a line of shell.
  Terminal(Shell shell, String line) throws IOException {
    process = shell.start(SCRIPT, "-qfec", line, "/dev/null");
    reader = Thread.ofVirtual().start(this::read);
  }

  /// Whether this machine has one, and lets Ctrl-C through: a process begun in the background of a
  /// plain shell ignores it, and so would all that it starts.
  static boolean possible() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isExecutable(SCRIPT) || !Files.isReadable(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> line.substring("SigIgn:".length()).strip())
        .anyMatch(mask -> (Long.parseUnsignedLong(mask, 16) & 1L << 1) == 0);
  }

  private void read() {
    try (InputStream in = process.getInputStream()) {
      byte[] bytes = new byte[4096];
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        shown.append(new String(bytes, 0, count, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      shown.append(e);
    }
  }

  /// Waits for a prompt below what was shown so far, then types.
  void answer(String prompt, String keys) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (shown.indexOf(prompt, read) < 0) {
      assertThat(System.nanoTime()).as("waiting for %s: %s", prompt, shown).isLessThan(deadline);
      assertThat(reader.join(Duration.ofMillis(10)) && shown.indexOf(prompt, read) < 0)
          .as("the end before %s: %s", prompt, shown)
          .isFalse();
    }
    read = shown.indexOf(prompt, read) + prompt.length();
    OutputStream keyboard = process.getOutputStream();
    keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
    keyboard.flush();
  }

  /// All that was shown, when the line has ended.
  String end() throws InterruptedException {
    Shell.end(process);
    reader.join();
    return shown.toString();
  }
}
