package dev.okxguard.trade;

import dev.okxguard.guard.Brakes;
import dev.okxguard.journal.AccountLock;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.Foreseen;
import dev.okxguard.journal.Halt;
import dev.okxguard.journal.Head;
import dev.okxguard.journal.Journal;
import dev.okxguard.journal.Latest;
import dev.okxguard.journal.Ledger;
import dev.okxguard.journal.Past;
import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.AccountLevel;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One account under its lock, with its journal open: the critical section of every write.
final class Account implements AutoCloseable {
  /// How long a command waits for another one on the same account before it gives up (exit 10).
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /// How long a command that only reduces risk waits before it goes on without the lock.
  static final Duration SHORT_PATIENCE = Duration.ofSeconds(3);

  /// How long settings read before the lock count as fresh under it.
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Desk desk;
  private final Owner owner;
  private final Optional<AccountLock> lock;
  private final Optional<Journal> journal;
  private final Records records;
  private final Traces traces;
  private final Alarms alarms;
  private final long began;

  private Account(
      Desk desk, Owner owner, Optional<AccountLock> lock, Optional<Journal> journal, long began) {
    this.began = began;
    this.desk = desk;
    this.owner = owner;
    this.lock = lock;
    this.journal = journal;
    this.records = new Records(desk, owner.uid(), journal);
    this.traces = new Traces(desk.exchange());
    this.alarms = new Alarms(desk);
    if (owner.named()) {
      desk.limits().enter(owner.uid(), lock.flatMap(_ -> serverTime()));
    }
  }

  /// The exchange's clock, empty when it cannot be had.
  private Optional<Instant> serverTime() {
    try {
      return Optional.of(desk.exchange().serverTime());
    } catch (Fault fault) {
      return Optional.empty();
    }
  }

  /// Takes the lock, then opens the journal.
  ///
  /// @throws Fault BUSY when another process keeps the lock, or why the journal cannot be used
  static Account enter(Desk desk, AccountConfig config) {
    return enter(desk, config, Foreseen.nothing());
  }

  /// The same where the end of the journal was looked at before.
  static Account enter(Desk desk, AccountConfig config, Foreseen foreseen) {
    long began = desk.time().nanos();
    Owner owner = Owner.of(config);
    AccountLock lock = lock(desk, owner, PATIENCE);
    try {
      Journal journal = Journal.open(desk.journal(owner.uid()), desk.time(), foreseen);
      return new Account(desk, owner, Optional.of(lock), Optional.of(journal), began);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /// The same for actions that only reduce risk: a lock that is busy or a journal that cannot be
  /// used does not stop them.
  static Account enterToReduce(Desk desk, Owner owner, Duration patience) {
    long began = desk.time().nanos();
    Optional<AccountLock> lock = lockIfFree(desk, owner, patience);
    Optional<Journal> journal = lock.isPresent() ? openIfUsable(desk, owner) : Optional.empty();
    return new Account(desk, owner, lock, journal, began);
  }

  private static Optional<AccountLock> lockIfFree(Desk desk, Owner owner, Duration patience) {
    if (!owner.named()) {
      desk.progress().accept("going on without a lock or a journal: the account is not known");
      return Optional.empty();
    }
    try {
      return Optional.of(lock(desk, owner, patience));
    } catch (Fault fault) {
      if (fault.exitCode() == ExitCode.INTERRUPTED) {
        throw fault;
      }
      desk.progress().accept("going on without a lock or a journal: " + fault.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<Journal> openIfUsable(Desk desk, Owner owner) {
    try {
      return Optional.of(Journal.open(desk.journal(owner.uid()), desk.time()));
    } catch (Fault fault) {
      desk.progress().accept("the journal cannot be used, going on without: " + fault.getMessage());
      return Optional.empty();
    }
  }

  String uid() {
    return owner.uid();
  }

  /// The account's settings, as read before the lock.
  ///
  /// @throws Fault UNREACHABLE when they could not be read, which only a reducing action survives
  AccountConfig config() {
    return owner
        .config()
        .orElseThrow(
            () -> new Fault(ExitCode.UNREACHABLE, "the account's settings could not be read", ""));
  }

  /// The account's settings, empty when they could not be read.
  Optional<AccountConfig> settings() {
    return owner.config();
  }

  /// Whether OKX keeps an order that shall only reduce the leg from opening anything. In net mode
  /// that is so where it heeds reduce-only, which portfolio margin does not.
  boolean holdsToReduce(Position leg) {
    boolean heeded =
        settings().map(AccountConfig::acctLv).stream()
            .anyMatch(level -> level != AccountLevel.PORTFOLIO);
    return leg.posSide() != PosSide.NET || heeded;
  }

  /// Whether the account's settings were read so long ago, before a wait for the lock or for the
  /// fate of an earlier intent, that they may have changed.
  boolean waited() {
    return desk.time().nanos() - began > FRESH.toNanos();
  }

  /// What people are told of once the lock is free.
  Alarms alarms() {
    return alarms;
  }

  /// What the exchange shows of callers' intents.
  Traces traces() {
    return traces;
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

  /// The intent that placed an order, by OKX's id, ours or the caller's, when the journal can tell.
  Optional<Past> placed(String id) {
    try {
      return journal
          .map(Journal::ledger)
          .flatMap(ledger -> ledger.byOrder(id).or(() -> ledger.byKey(id)))
          .filter(Past::places);
    } catch (Fault fault) {
      return Optional.empty();
    }
  }

  /// The intent that placed an algo order, by OKX's id or ours, when the journal can tell.
  Optional<Past> placedAlgo(String id) {
    return journal.map(Journal::ledger).flatMap(ledger -> ledger.byAlgo(id));
  }

  /// Writes and forces the event; a failure is a fault, and no entry may be sent then.
  void record(Event event) {
    records.add(List.of(event));
  }

  /// Writes and forces the events together; a failure is a fault, and nothing may be sent then.
  void record(List<Event.Intent> intents) {
    records.add(intents);
  }

  /// Writes what has happened at the exchange already, so that a journal that fails now must not
  /// hide it: an open intent stops further entries.
  ///
  /// @return "", or that it is not in the journal
  String note(Event event) {
    try {
      record(event);
      boolean usable = journaled() || lock.isEmpty();
      return usable ? "" : "not in the journal, which could not be used";
    } catch (Fault fault) {
      desk.progress().accept("not in the journal: " + fault.getMessage());
      return "NOT in the journal: " + fault.getMessage();
    }
  }

  /// The same for intents of what only reduces risk.
  void note(List<Event.Intent> intents) {
    try {
      record(intents);
    } catch (Fault fault) {
      desk.progress().accept("not in the journal: " + fault.getMessage());
    }
  }

  /// Why trading is halted, or empty when it is not. Existence of the file is enough; without it
  /// the journal's last word counts, since taking the file away resumes nothing.
  Optional<String> halted() {
    return tradingState().whyHalted();
  }

  private TradingState tradingState() {
    Optional<Latest> latest = journal.map(open -> open.ledger().latest());
    return TradingState.of(desk.state(), desk.environment(), uid(), latest);
  }

  /// What is on record that may stand in the way of entries.
  Brakes brakes() {
    return new OnRecord(ledger().latest(), tradingState().whyReducing(), Heart.last(desk, uid()))
        .brakes();
  }

  /// Stops trading on the account until a person resumes it; on every account when this one's name
  /// is not known.
  ///
  /// @return what else there is to know, "" when the halt stands and is on record
  String halt(String reason) {
    String trouble = haltFile(reason);
    String noted = note(new Event.Halted(reason, "gateway"));
    alarms.halt(this, trouble.isEmpty() ? reason : reason + "; the halt file could NOT be made");
    return Outcomes.join(trouble, noted);
  }

  /// Without the file the journal's word halts, where it takes one.
  private String haltFile(String reason) {
    try {
      Halt halt = new Halt(desk.state());
      if (owner.named()) {
        halt.set(desk.environment(), uid(), reason, desk.time());
      } else {
        halt.setAll(reason, desk.time());
      }
      return "";
    } catch (Fault fault) {
      return "the halt file could NOT be made: " + fault.getMessage();
    }
  }

  /// Lets the account go, then tells people what there is to tell.
  @Override
  public void close() {
    try {
      leave();
    } finally {
      alarms.close();
    }
  }

  private void leave() {
    try {
      records.close();
    } finally {
      lock.ifPresent(AccountLock::close);
    }
  }

  private static AccountLock lock(Desk desk, Owner owner, Duration patience) {
    return AccountLock.acquire(
        desk.state().lock(desk.environment(), owner.uid()), patience, desk.time());
  }
}
