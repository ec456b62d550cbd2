package dev.okxguard.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okxguard.disk.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What people were told last, so that a job that runs every minute does not tell them every
/// minute. A file that is lost or cannot be read only tells them once more.
///
/// @param file beside the lock, not in the journal, which a drift may well be about
public record LastTold(Path file) {
  private static final Duration AGAIN = Duration.ofHours(1);

  /// Sooner than that when it did not reach everybody, yet not each time: it may have reached some.
  private static final Duration RETRY = Duration.ofMinutes(10);

  /// Whether that is news, or an hour old; then it counts as told from now on.
  ///
  /// @param what one word that stays the same while nothing changes
  public boolean news(String what, Instant now) {
    String[] last = last().orElse("").split(" ", 2);
    boolean known = last.length == 2 && last[0].equals(what) && fresh(last[1], now);
    if (!known) {
      write(what + " " + now.toEpochMilli());
    }
    return !known;
  }

  /// What was told last did not reach everybody: it is news again before long.
  public void missed(Instant now) {
    last()
        .map(text -> text.split(" ", 2)[0])
        .ifPresent(what -> write(what + " " + now.minus(AGAIN).plus(RETRY).toEpochMilli()));
  }

  /// What was told is over: the next is news.
  public void over() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // It is told an hour later at the latest.
    }
  }

  private static boolean fresh(String millis, Instant now) {
    if (!millis.matches("[0-9]{1,15}")) {
      return false;
    }
    Instant at = Instant.ofEpochMilli(Long.parseLong(millis));
    return !at.isAfter(now) && now.isBefore(at.plus(AGAIN));
  }

  private Optional<String> last() {
    try {
      return Files.isRegularFile(file)
          ? Optional.of(Files.readString(file).strip())
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private void write(String text) {
    try {
      PrivateFiles.replace(file, (text + "\n").getBytes(UTF_8));
    } catch (IOException _) {
      // It is told once more then.
    }
  }
}
