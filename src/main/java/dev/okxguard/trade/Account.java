package dev.okxguard.trade;

import dev.okxguard.journal.AccountLock;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.Halt;
import dev.okxguard.journal.Head;
import dev.okxguard.journal.Journal;
import dev.okxguard.journal.Ledger;
import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.time.Duration;
import java.util.Optional;

/// One account under its lock, with its journal open: the critical section of every write.
final class Account implements AutoCloseable {
  /// How long a command waits for another one on the same account before it gives up (exit 10).
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /// How long settings read before the lock count as fresh under it.
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Desk desk;
  private final AccountConfig config;
  private final Optional<AccountLock> lock;
  private final Optional<Journal> journal;
  private final long began;

  private Account(
      Desk desk,
      AccountConfig config,
      Optional<AccountLock> lock,
      Optional<Journal> journal,
      long began) {
    this.began = began;
    this.desk = desk;
    this.config = config;
    this.lock = lock;
    this.journal = journal;
  }

  /// Takes the lock, then opens the journal.
  ///
  /// @throws Fault BUSY when another process keeps the lock, or why the journal cannot be used
  static Account enter(Desk desk, AccountConfig config) {
    long began = desk.time().nanos();
    AccountLock lock = lock(desk, config);
    try {
      return new Account(desk, config, Optional.of(lock), Optional.of(open(desk, config)), began);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /// The same for actions that only reduce risk: a lock file or a journal that cannot be used does
  /// not stop them.
  ///
  /// @throws Fault BUSY when another process keeps the lock
  static Account enterToReduce(Desk desk, AccountConfig config) {
    long began = desk.time().nanos();
    Optional<AccountLock> lock = lockIfUsable(desk, config);
    Optional<Journal> journal = lock.isPresent() ? openIfUsable(desk, config) : Optional.empty();
    return new Account(desk, config, lock, journal, began);
  }

  private static Optional<AccountLock> lockIfUsable(Desk desk, AccountConfig config) {
    try {
      return Optional.of(lock(desk, config));
    } catch (Fault fault) {
      if (fault.exitCode() != ExitCode.CONFIG) {
        throw fault;
      }
      desk.progress().accept("going on without a lock or a journal: " + fault.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<Journal> openIfUsable(Desk desk, AccountConfig config) {
    try {
      return Optional.of(open(desk, config));
    } catch (Fault fault) {
      desk.progress().accept("the journal cannot be used, going on without: " + fault.getMessage());
      return Optional.empty();
    }
  }

  AccountConfig config() {
    return config;
  }

  /// Whether the account's settings were read so long ago, before a wait for the lock or for the
  /// fate of an earlier intent, that they may have changed.
  boolean waited() {
    return desk.time().nanos() - began > FRESH.toNanos();
  }

  boolean journaled() {
    return journal.isPresent();
  }

  Ledger ledger() {
    return journal
        .map(Journal::ledger)
        .orElseThrow(() -> new Fault(ExitCode.CONFIG, "the journal cannot be used", ""));
  }

  /// The end of the journal; empty without one.
  Optional<Head> head() {
    return journal.map(Journal::head);
  }

  /// Writes and forces the event; a failure is a fault, and no entry may be sent then.
  void record(Event event) {
    journal.ifPresent(open -> open.append(event));
  }

  /// Why trading is halted, or empty when it is not. Existence of the file is enough.
  Optional<String> halted() {
    return new Halt(desk.state()).reason(desk.environment(), config.uid());
  }

  @Override
  public void close() {
    try {
      journal.ifPresent(Journal::close);
    } finally {
      lock.ifPresent(AccountLock::close);
    }
  }

  private static AccountLock lock(Desk desk, AccountConfig config) {
    return AccountLock.acquire(
        desk.state().lock(desk.environment(), config.uid()), PATIENCE, desk.time());
  }

  private static Journal open(Desk desk, AccountConfig config) {
    return Journal.open(desk.state().journal(desk.environment(), config.uid()), desk.time());
  }
}
