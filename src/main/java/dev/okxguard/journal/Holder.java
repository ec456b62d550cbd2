package dev.okxguard.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okxguard.disk.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/// Who holds the lock, told in a file of its own. Only for the message: it may be missing or stale,
/// and nothing depends on it.
final class Holder {
  private static final int MAX_DIGITS = 18;

  private Holder() {}

  static void write(Path directory) {
    Set<StandardOpenOption> options =
        Set.of(
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING);
    try (FileChannel channel = PrivateFiles.open(file(directory), options)) {
      channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8)));
    } catch (IOException e) {
      // The lock is held all the same; the message of whoever waits will lack the number.
    }
  }

  static void erase(Path directory) {
    try {
      Files.deleteIfExists(file(directory));
    } catch (IOException e) {
      // A stale number is ignored once its process is gone.
    }
  }

  static String describe(Path directory) {
    return pid(directory).map(pid -> "process " + pid).orElse("another process");
  }

  private static Optional<Long> pid(Path directory) {
    try {
      String text = Files.readString(file(directory)).strip();
      return text.matches("[0-9]{1," + MAX_DIGITS + "}")
          ? Optional.of(Long.valueOf(text)).filter(Holder::alive)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean alive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  private static Path file(Path directory) {
    return directory.resolve("holder");
  }
}
