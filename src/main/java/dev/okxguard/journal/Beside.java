package dev.okxguard.journal;

import dev.okxguard.disk.PrivateFiles;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What a command puts on record that could not have the account's journal, since another command
/// held it or it was unusable: exits and halts wait for neither. It is a journal of its own in a
/// directory beside the account's, until whoever opens that one next takes it over.
public final class Beside implements AutoCloseable {
  private final AccountLock lock;
  private final Journal journal;

  private Beside(AccountLock lock, Journal journal) {
    this.lock = lock;
    this.journal = journal;
  }

  /// A new one.
  ///
  /// @param account the account's journal
  /// @throws Fault CONFIG when it cannot be written
  public static Beside open(Path account, Time time) {
    try {
      Path all = PrivateFiles.directory(directory(account));
      Path own = Files.createTempDirectory(all, time.now().toEpochMilli() + "-");
      // Held for as long as this command may have more to say.
      AccountLock lock = AccountLock.acquire(own, Duration.ZERO, time);
      try {
        return new Beside(lock, Journal.alone(own, time));
      } catch (RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new Fault(
          ExitCode.CONFIG,
          "nothing can be written beside the journal " + account + ": " + JournalReader.reason(e),
          "free space or mend the permissions");
    }
  }

  /// Has the account's journal take over what is there, unless another command holds the account.
  ///
  /// @param lock the directory of the account's lock
  public static void handOver(Path lock, Path account, Time time) {
    if (!Files.isDirectory(directory(account))) {
      return;
    }
    try (AccountLock _ = AccountLock.acquire(lock, Duration.ZERO, time);
        Journal _ = Journal.open(account, time)) {
      return;
    } catch (Fault later) {
      // Whoever has the journal next does it.
    }
  }

  /// Where they are.
  static Path directory(Path account) {
    return account.resolveSibling("beside");
  }

  /// Writes the event and forces it to disk before it returns.
  ///
  /// @throws Fault CONFIG when it cannot be written
  public void append(Event event) {
    journal.append(event);
  }

  @Override
  public void close() {
    try {
      journal.close();
    } finally {
      lock.close();
    }
  }
}
