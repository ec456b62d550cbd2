package dev.okxguard.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okxguard.disk.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// When the breakers of an account last had a look beside a command that only reads, by the local
/// clock. Spares requests and nothing else: whatever is wrong with the file, it is time for a look.
///
/// @param path the file, in the account's directory
public record LastLook(Path path) {
  /// @param account the account's directory
  public static LastLook of(Path account) {
    return new LastLook(account.resolve("looked"));
  }

  /// Whether the last one is that long ago, or of the future.
  public boolean due(Instant now, Duration every) {
    try {
      Instant last = Instant.parse(Files.readString(path).strip());
      return now.isBefore(last) || !now.isBefore(last.plus(every));
    } catch (IOException | DateTimeException e) {
      return true;
    }
  }

  /// Notes a look. A failure only means another one soon.
  public void note(Instant now) {
    Set<StandardOpenOption> options =
        Set.of(
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
    try (FileChannel channel = PrivateFiles.open(path, options)) {
      channel.write(ByteBuffer.wrap(now.toString().getBytes(UTF_8)));
    } catch (IOException e) {
      // Nothing depends on it.
    }
  }
}
