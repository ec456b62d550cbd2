package dev.okxguard.journal;

import dev.okxguard.disk.PrivateFiles;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Time;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The one writer of an account: an operating system lock on the file `lock` in the account's state
/// directory, which the kernel releases when the process ends, however it ends.
///
/// Nothing else may ever open that file: closing any other descriptor of it would drop the lock
/// (POSIX). It does not work together with flock(1), nor on network file systems.
public final class AccountLock implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(20);

  /// Directories this process holds. The kernel keeps such locks per process and cannot tell two
  /// holders in one process apart; asking it would even lose the lock, so the process must know.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path directory;
  private final FileChannel channel;
  private final FileLock lock;

  private AccountLock(Path directory, FileChannel channel, FileLock lock) {
    this.directory = directory;
    this.channel = channel;
    this.lock = lock;
  }

  /// Takes the lock, waiting at most that long for another holder to be done.
  ///
  /// @param accountDirectory made when it does not exist
  /// @throws Fault BUSY when it is still held then, CONFIG when the file cannot be opened,
  ///   INTERRUPTED when the process is asked to stop meanwhile
  public static AccountLock acquire(Path accountDirectory, Duration wait, Time time) {
    try {
      Path directory = PrivateFiles.directory(accountDirectory).toRealPath();
      Patience patience = new Patience(directory, time, time.nanos() + wait.toNanos());
      while (!HELD.add(directory)) {
        patience.pause();
      }
      return lockFile(directory, patience);
    } catch (IOException e) {
      throw new Fault(
          ExitCode.CONFIG,
          "the lock of " + accountDirectory + " cannot be taken: " + JournalReader.reason(e),
          "mend the permissions of the state directory");
    }
  }

  private static AccountLock lockFile(Path directory, Patience patience) throws IOException {
    FileChannel channel = null;
    try {
      channel =
          PrivateFiles.open(
              directory.resolve("lock"),
              Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE));
      FileLock lock = lock(channel, patience);
      Holder.write(directory);
      return new AccountLock(directory, channel, lock);
    } catch (IOException | RuntimeException e) {
      if (channel != null) {
        channel.close();
      }
      HELD.remove(directory);
      throw e;
    }
  }

  private static FileLock lock(FileChannel channel, Patience patience) throws IOException {
    FileLock lock = tryLock(channel);
    while (lock == null) {
      patience.pause();
      lock = tryLock(channel);
    }
    return lock;
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /// Waits between attempts until there is no time left.
  private record Patience(Path directory, Time time, long deadline) {

    void pause() {
      if (time.nanos() - deadline >= 0) {
        throw new Fault(
            ExitCode.BUSY,
            Holder.describe(directory) + " holds the lock of " + directory.getFileName(),
            "try again when it is done");
      }
      try {
        time.pause(POLL);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Fault(ExitCode.INTERRUPTED, "interrupted while waiting for the lock", "");
      }
    }
  }

  /// Releases the lock; a second call does nothing.
  @Override
  public void close() {
    if (!lock.isValid()) {
      return;
    }
    try (channel) {
      Holder.erase(directory);
      lock.release();
    } catch (IOException e) {
      throw new Fault(ExitCode.CONFIG, "the lock cannot be released: " + e.getMessage(), "");
    } finally {
      HELD.remove(directory);
    }
  }
}
