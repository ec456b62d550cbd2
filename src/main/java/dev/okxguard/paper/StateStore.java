package dev.okxguard.paper;

import dev.okxguard.disk.PrivateFiles;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Time;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The exchange's state on disk: one user at a time among all threads and processes, each change
/// written whole or not at all. What happened is appended to a record of its own, which counts as
/// far as the state says, so that a change costs the same however much happened before.
final class StateStore {
  private static final JsonMapper JSON = JsonMapper.shared();

  /// Tells one version of the file from another.
  private record Stamp(String key, long nanos, long size) {}

  private final PaperHome home;
  private final Time time;
  private final Trading.Opening opening;
  private final DirectoryLock lock;
  private Optional<PaperExchange> cached = Optional.empty();
  private Optional<Stamp> stamp = Optional.empty();
  private RecordFile record;

  StateStore(PaperHome home, Time time, Trading.Opening opening) {
    this.home = home;
    this.time = time;
    this.opening = opening;
    this.lock = new DirectoryLock(home.lock(), time);
    this.record = RecordFile.none(home.directory());
  }

  /// Does the work on the exchange as it is on disk, and saves what it changed.
  ///
  /// @throws Fault of kind CONFIG when the state cannot be read or written, BUSY when another
  ///   process keeps it, INTERRUPTED when the thread is; of these only the last may have saved
  synchronized <T> T exclusively(Function<PaperExchange, T> work) {
    try (FileLock _ = lock.acquire()) {
      PaperExchange exchange = current();
      T result = work.apply(exchange);
      if (exchange.changed()) {
        save(exchange);
      }
      cached = Optional.of(exchange);
      return result;
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /// Puts a new exchange in place of the old one, whatever state that is in.
  synchronized void replace(Optional<Long> seed) {
    try (FileLock _ = lock.acquire()) {
      cached = Optional.empty();
      save(fresh(seed));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /// Lets the lock file go; it stays open when another user keeps the lock for too long. Never
  /// throws: what was asked for has been done by then.
  synchronized void close() {
    try {
      if (lock.used()) {
        lock.acquire();
        lock.close();
      }
    } catch (Fault | IOException _) {
      // The process lets it go when it ends.
    }
  }

  /// The exchange on disk. What was in memory is given up until the work has succeeded, so that a
  /// failure half way leaves nothing behind.
  private PaperExchange current() throws IOException {
    Optional<PaperExchange> remembered = cached;
    cached = Optional.empty();
    Optional<Stamp> found = stamp();
    if (found.isEmpty()) {
      return fresh(Optional.empty());
    }
    if (remembered.isPresent() && found.equals(stamp)) {
      return remembered.get();
    }
    stamp = found;
    return load();
  }

  private PaperExchange fresh(Optional<Long> seed) {
    record = RecordFile.none(home.directory());
    RandomGenerator random = home.random().get();
    return PaperExchange.fresh(opening, seed.orElseGet(random::nextLong), random, time.now());
  }

  private PaperExchange load() throws IOException {
    byte[] content = Files.readAllBytes(home.state());
    try {
      JsonNode state = JSON.readTree(content);
      record = RecordFile.of(home.directory(), state);
      try (InputStream lines = record.lines()) {
        return PaperExchange.restore(opening, state, lines);
      }
    } catch (RuntimeException e) {
      throw new Fault(
          ExitCode.CONFIG,
          "the paper exchange's state is damaged: " + home.state(),
          "okx paper reset starts a new one; the old file is lost then");
    }
  }

  private void save(PaperExchange exchange) throws IOException {
    Snapshot snapshot = exchange.save();
    RecordFile next = record.with(snapshot);
    next.nameIn(snapshot.document());
    PrivateFiles.replace(home.state(), JSON.writeValueAsBytes(snapshot.document()));
    stamp = stamp();
    if (next.number() != record.number()) {
      next.dropOthers();
    }
    record = next;
  }

  /// The file's present version, empty when there is no file; one that cannot be looked at is an
  /// error, lest it be taken for missing and replaced.
  private Optional<Stamp> stamp() throws IOException {
    try {
      var found = Files.readAttributes(home.state(), BasicFileAttributes.class);
      String key = String.valueOf(found.fileKey());
      long nanos = found.lastModifiedTime().to(TimeUnit.NANOSECONDS);
      return Optional.of(new Stamp(key, nanos, found.size()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private Fault unusable(IOException e) {
    if (e instanceof ClosedByInterruptException) {
      return new Fault(ExitCode.INTERRUPTED, "interrupted while using the paper exchange", "");
    }
    return new Fault(
        ExitCode.CONFIG,
        "the paper exchange's directory cannot be used: " + e.getMessage(),
        "check that " + home.directory() + " belongs to you and is writable");
  }
}
