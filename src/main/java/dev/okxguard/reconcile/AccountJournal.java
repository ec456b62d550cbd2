package dev.okxguard.reconcile;

import dev.okxguard.journal.AccountLock;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.Head;
import dev.okxguard.journal.Journal;
import dev.okxguard.journal.JournalBroken;
import dev.okxguard.journal.JournalReader;
import dev.okxguard.journal.Ledger;
import dev.okxguard.model.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The account's journal under its lock: nobody else writes to the exchange or to the journal
/// meanwhile.
final class AccountJournal implements AutoCloseable {
  /// Long enough for an order that is under way.
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final AccountLock lock;
  private final Optional<Journal> journal;
  private final Optional<Ledger> ledger;
  private final Optional<Fault> fault;

  private AccountJournal(
      AccountLock lock, Optional<Journal> journal, Optional<Ledger> ledger, Optional<Fault> fault) {
    this.lock = lock;
    this.journal = journal;
    this.ledger = ledger;
    this.fault = fault;
  }

  /// Takes the lock and opens the journal, or at least reads it.
  ///
  /// @throws Fault BUSY when another process keeps the lock
  static AccountJournal enter(Site site, Deadline deadline) {
    return enter(site, deadline, () -> Journal.open(site.journal(), site.source().time()));
  }

  /// The same once more, without reading again what nobody wrote to meanwhile.
  AccountJournal again(Site site, Deadline deadline) {
    return journal
        .map(closed -> enter(site, deadline, closed::again))
        .orElseGet(() -> enter(site, deadline));
  }

  private static AccountJournal enter(Site site, Deadline deadline, Supplier<Journal> opening) {
    Source source = site.source();
    AccountLock lock =
        AccountLock.acquire(
            source.state().lock(source.environment(), site.uid()),
            deadline.atMost(PATIENCE),
            source.time());
    try {
      return open(lock, site, opening);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static AccountJournal open(AccountLock lock, Site site, Supplier<Journal> opening) {
    try {
      Journal journal = opening.get();
      return new AccountJournal(
          lock, Optional.of(journal), Optional.of(journal.ledger()), Optional.empty());
    } catch (JournalBroken broken) {
      return new AccountJournal(lock, Optional.empty(), Optional.empty(), Optional.of(broken));
    } catch (Fault fault) {
      return new AccountJournal(lock, Optional.empty(), read(site.journal()), Optional.of(fault));
    }
  }

  private static Optional<Ledger> read(Path directory) {
    try {
      return Optional.of(JournalReader.ledger(directory));
    } catch (Fault _) {
      return Optional.empty();
    }
  }

  /// What the journal says; empty when it cannot be read.
  Optional<Ledger> ledger() {
    return ledger;
  }

  /// The same where nothing goes without.
  ///
  /// @throws Fault FINDINGS when it is broken, CONFIG when it cannot be read
  Ledger required() {
    return ledger.orElseThrow(fault::orElseThrow);
  }

  /// The end of the journal; empty where it cannot be written.
  Optional<Head> head() {
    return journal.map(Journal::head);
  }

  /// Writes the events, all or none of them.
  ///
  /// @return why they are not on record, empty when they are
  Optional<Fault> record(List<Event> events) {
    if (fault.isPresent() || events.isEmpty()) {
      return events.isEmpty() ? Optional.empty() : fault;
    }
    try {
      journal.orElseThrow().appendAll(events);
      return Optional.empty();
    } catch (Fault unwritable) {
      return Optional.of(unwritable);
    }
  }

  @Override
  public void close() {
    try {
      journal.ifPresent(Journal::close);
    } finally {
      lock.close();
    }
  }
}
