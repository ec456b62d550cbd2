package dev.okxguard.trade;

import dev.okxguard.journal.AccountLock;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.Journal;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.model.Alarm;
import dev.okxguard.model.Delivery;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Time;
import java.time.Duration;
import java.util.function.Function;

/// Sends alarms and puts a failed delivery on record. Never throws.
///
/// To be used without the account's lock: a slow channel must hold up nobody's exit.
///
/// @param alerts the channels
public record Dispatch(StateDirectory state, Time time, Function<Alarm, Delivery> alerts) {
  /// The topic of the note that records a failed delivery.
  public static final String TOPIC = "alert-failed";

  /// How long to wait for the lock; the note is worth no more.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /// Sends it over every channel. A failure is in the journal afterwards, or its reason says why
  /// not.
  public Delivery send(Alarm alarm) {
    return switch (attempt(alarm)) {
      case Delivery.Sent sent -> sent;
      case Delivery.Skipped skipped -> skipped;
      case Delivery.Failed failed -> record(alarm, failed);
    };
  }

  private Delivery attempt(Alarm alarm) {
    try {
      return alerts.apply(alarm);
    } catch (RuntimeException e) {
      return new Delivery.Failed(words(e));
    }
  }

  private Delivery.Failed record(Alarm alarm, Delivery.Failed failed) {
    if (alarm.scope().env().isEmpty() || alarm.scope().uid().isEmpty()) {
      return failed;
    }
    try {
      append(
          alarm.scope().env().get(),
          alarm.scope().uid(),
          new Event.Note(TOPIC, alarm.kind().word() + ": " + failed.reason()));
      return failed;
    } catch (RuntimeException e) {
      return new Delivery.Failed(failed.reason() + "; not in the journal: " + words(e));
    }
  }

  private void append(Environment env, String uid, Event event) {
    AccountLock lock = AccountLock.acquire(state.lock(env, uid), PATIENCE, time);
    try (Journal journal = Journal.open(state.journal(env, uid), time)) {
      journal.append(event);
    } finally {
      lock.close();
    }
  }

  /// A fault's message is fit to show; another's may hold anything.
  private static String words(RuntimeException e) {
    return e instanceof Fault ? e.getMessage() : e.getClass().getSimpleName();
  }
}
