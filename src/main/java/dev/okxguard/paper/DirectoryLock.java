package dev.okxguard.paper;

import dev.okxguard.disk.PrivateFiles;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Time;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// The lock of one directory among all processes; the kernel releases it when its holder dies.
///
/// The file stays open between uses: closing any handle of a file gives up all of a process's locks
/// on it, another holder's in the same process included.
final class DirectoryLock {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(2);

  private final Path file;
  private final Time time;
  private Optional<FileChannel> channel = Optional.empty();
  private Optional<String> key = Optional.empty();

  DirectoryLock(Path file, Time time) {
    this.file = file;
    this.time = time;
  }

  /// Takes the lock, waiting up to ten seconds.
  ///
  /// @throws Fault of kind BUSY when somebody else keeps it
  FileLock acquire() throws IOException {
    long deadline = time.nanos() + PATIENCE.toNanos();
    Optional<FileLock> lock = attempt();
    while (lock.isEmpty()) {
      if (time.nanos() - deadline > 0) {
        throw new Fault(
            ExitCode.BUSY, "the paper exchange is in use by another process", "try again");
      }
      rest();
      lock = attempt();
    }
    return lock.get();
  }

  private Optional<FileLock> attempt() throws IOException {
    try {
      Optional<FileLock> lock = Optional.ofNullable(channel().tryLock());
      if (lock.isEmpty() || named()) {
        return lock;
      }
      // Everybody else locks the file that is there now.
      close();
      return Optional.empty();
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    }
  }

  private void rest() {
    try {
      time.pause(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(ExitCode.INTERRUPTED, "interrupted while waiting for the paper exchange", "");
    }
  }

  /// The open file; an interrupted thread closes it behind our back.
  private FileChannel channel() throws IOException {
    if (channel.filter(FileChannel::isOpen).isEmpty()) {
      PrivateFiles.directory(file.getParent());
      channel =
          Optional.of(
              PrivateFiles.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE)));
      key = key();
    }
    return channel.get();
  }

  /// Whether the file is open, and the one of that name: it may have been deleted since.
  boolean used() throws IOException {
    return channel.isPresent() && named();
  }

  private boolean named() throws IOException {
    return key.isPresent() && key.equals(key());
  }

  /// Tells one file of that name from another; empty while there is none.
  private Optional<String> key() throws IOException {
    try {
      Object found = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
      return Optional.of(String.valueOf(found));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /// Lets the file go; only while nobody else in this process can hold the lock.
  void close() throws IOException {
    if (channel.isPresent()) {
      channel.get().close();
      channel = Optional.empty();
    }
  }
}
