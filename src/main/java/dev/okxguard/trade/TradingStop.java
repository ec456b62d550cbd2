package dev.okxguard.trade;

import dev.okxguard.journal.AccountLock;
import dev.okxguard.journal.Beside;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.Journal;
import dev.okxguard.journal.JournalReader;
import dev.okxguard.journal.Latest;
import dev.okxguard.journal.Ledger;
import dev.okxguard.journal.ShownHalt;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Time;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Puts on record that an account's trading stopped, and lets it go on when a person says so. Needs
/// no network.
public record TradingStop(StateDirectory state, Environment env, String uid, Time time) {
  /// A halt is in force already; its record is worth no more than a moment.
  private static final Duration MOMENT = Duration.ofMillis(250);

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /// Puts the stop on record, beside the journal if lock and journal cannot be had at once. The
  /// file stands either way.
  ///
  /// @return why it is not on record, "" when it is
  public String note(Event event) {
    return noteIf(event, _ -> true);
  }

  /// Whether what the journal says calls for a record.
  @FunctionalInterface
  interface When {
    boolean is(Latest latest);
  }

  String noteIf(Event event, When when) {
    try (AccountLock _ = AccountLock.acquire(state.lock(env, uid), MOMENT, time);
        Journal journal = journal()) {
      if (when.is(journal.ledger().latest())) {
        journal.append(event);
      }
      return "";
    } catch (Fault fault) {
      boolean busy = fault.exitCode() == ExitCode.BUSY;
      return busy && needless(when) || noteBeside(event) && busy ? "" : fault.getMessage();
    }
  }

  /// The same by a look at the journal of whoever has it now.
  private boolean needless(When when) {
    try {
      Path directory = state.journal(env, uid);
      return Files.isDirectory(directory) && !when.is(JournalReader.ledger(directory).latest());
    } catch (Fault unreadable) {
      return false;
    }
  }

  private boolean noteBeside(Event event) {
    try (Beside beside = Beside.open(state.journal(env, uid), time)) {
      beside.append(event);
      return true;
    } catch (Fault fault) {
      return false;
    }
  }

  /// What the account's files and journal say now.
  ///
  /// @throws Fault when there is a journal that cannot be read
  public TradingState look() {
    return TradingState.of(state, env, uid, ledger().map(Ledger::latest));
  }

  /// What is on record, also what was written beside the journal; empty when nothing is.
  ///
  /// @throws Fault when it cannot be read
  public Optional<Ledger> ledger() {
    Path directory = state.journal(env, uid);
    Beside.handOver(state.lock(env, uid), directory, time);
    return Files.isDirectory(directory)
        ? Optional.of(JournalReader.ledger(directory))
        : Optional.empty();
  }

  /// Takes the account's own stops away.
  ///
  /// @param shown what the person who resumes was shown
  /// @throws Fault HALTED when that is no longer so, BUSY when another process has the account,
  ///   FINDINGS or CONFIG when the journal cannot be used; nothing was changed then
  public void resume(TradingState shown, Event.Resumed resumed) {
    try (AccountLock _ = lock();
        Journal journal = journal()) {
      Latest latest = journal.ledger().latest();
      if (!shown.here().equals(TradingState.Recorded.of(Optional.of(latest)))) {
        throw ShownHalt.changed();
      }
      shown.halt().lift(() -> shown.reducing().lift(() -> journal.append(resumed)));
    }
  }

  /// Puts a stage on record.
  ///
  /// @param since when the stage before it was granted, as it was shown
  /// @throws Fault DENIED when another was granted meanwhile, BUSY and as above
  void promote(Optional<Instant> since, Event.Promoted promoted) {
    try (AccountLock _ = lock();
        Journal journal = journal()) {
      if (!journal.ledger().latest().promoted().map(Event.Promoted::at).equals(since)) {
        throw new Fault(
            ExitCode.DENIED, "the account was promoted meanwhile", "see okx guard stage");
      }
      journal.append(promoted);
    }
  }

  AccountLock lock() {
    return AccountLock.acquire(state.lock(env, uid), PATIENCE, time);
  }

  Journal journal() {
    return Journal.open(state.journal(env, uid), time);
  }
}
