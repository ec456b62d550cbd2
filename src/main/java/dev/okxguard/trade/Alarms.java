package dev.okxguard.trade;

import dev.okxguard.journal.Head;
import dev.okxguard.model.Alarm;
import dev.okxguard.model.Delivery;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The alarms of one command: raised under the account's lock, with the journal's end at that
/// moment, and sent when the lock is free again. Opened before the account, it is closed after it:
///
/// ```
/// try (Alarms alarms = new Alarms(desk); Account account = Account.enter(desk, config)) {
///   …
///   alarms.about(account, errand.instId(), outcome);
/// }
/// ```
///
/// Several of one kind go out as one, so that a long batch takes no longer than one order.
final class Alarms implements AutoCloseable {
  private final Desk desk;
  private final Map<Alarm.Kind, Alarm> raised = new EnumMap<>(Alarm.Kind.class);

  Alarms(Desk desk) {
    this.desk = desk;
  }

  /// What people should hear of that outcome, if anything.
  void about(Account account, String instId, Outcome outcome) {
    switch (outcome) {
      case Outcome.Denied denied ->
          denied(account, denied.ticket(), instId, String.join("; ", denied.reasons()));
      case Outcome.Unknown unknown -> unknown(account, unknown.ticket(), instId, unknown.reason());
      case Outcome.Unsafe unsafe ->
          raise(Alarm.Kind.HALT, account, unsafe.reason(), subject(unsafe.ticket(), instId));
      // Halted tells of a halt that was told before.
      case Outcome.Halted _,
          Outcome.Accepted _,
          Outcome.Rejected _,
          Outcome.NotSent _,
          Outcome.Allowed _ -> {}
    }
  }

  /// Trading was halted.
  void halt(Account account, String reason) {
    raise(Alarm.Kind.HALT, account, reason, Alarm.Subject.none());
  }

  /// A request may have reached the exchange, and nobody knows what became of it.
  void unknown(Account account, Ticket ticket, String instId, String reason) {
    raise(Alarm.Kind.UNKNOWN, account, reason, subject(ticket, instId));
  }

  /// The guard refused; nothing was sent.
  void denied(Account account, Ticket ticket, String instId, String reason) {
    raise(Alarm.Kind.DENIED, account, reason, subject(ticket, instId));
  }

  private static Alarm.Subject subject(Ticket ticket, String instId) {
    return new Alarm.Subject(instId, ticket.intentId(), ticket.clOrdId());
  }

  /// To be called under the account's lock; the profile is the session's to add.
  void raise(Alarm.Kind kind, Account account, String reason, Alarm.Subject subject) {
    Alarm alarm =
        new Alarm(
            kind,
            new Alarm.Scope(Optional.of(desk.environment()), "", account.uid()),
            reason,
            subject,
            account.head().map(Alarms::anchor),
            desk.time().now());
    raised.merge(kind, alarm, Alarms::both);
  }

  private static Alarm.Anchor anchor(Head head) {
    return new Alarm.Anchor(head.seq(), head.hash());
  }

  private static Alarm both(Alarm first, Alarm next) {
    return new Alarm(
        first.kind(),
        first.scope(),
        first.reason() + "; " + next.reason(),
        first.subject().equals(next.subject()) ? first.subject() : Alarm.Subject.none(),
        next.anchor(),
        next.time());
  }

  /// Sends what was raised; the account's lock must be free. Never throws.
  @Override
  public void close() {
    Dispatch dispatch = new Dispatch(desk.state(), desk.time(), desk.alerts());
    raised.values().forEach(alarm -> tell(alarm.kind(), dispatch.send(alarm)));
    raised.clear();
  }

  private void tell(Alarm.Kind kind, Delivery delivery) {
    switch (delivery) {
      case Delivery.Sent _ -> {}
      case Delivery.Skipped _ -> {}
      case Delivery.Failed failed ->
          desk.progress().accept("alert " + kind.word() + " failed: " + failed.reason());
    }
  }
}
