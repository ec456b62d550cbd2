package dev.okxguard.reconcile;

import dev.okxguard.journal.Head;
import dev.okxguard.journal.LastTold;
import dev.okxguard.model.Alarm;
import dev.okxguard.model.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The alarms of one run, sent once its locks are free: a slow channel must hold up nobody.
final class Alerting implements AutoCloseable {
  private final Source source;
  private final List<Alarm> raised = new ArrayList<>();
  private final List<LastTold> told = new ArrayList<>();

  Alerting(Source source) {
    this.source = source;
  }

  /// What counts as told by the alarms of this run, unless one of them does not get through.
  void telling(LastTold what) {
    told.add(what);
  }

  /// @param uid "" where it is not known
  /// @param head the end of the journal, where it is known
  void raise(Alarm.Kind kind, String uid, String reason, Optional<Head> head) {
    raised.add(
        new Alarm(
            kind,
            new Alarm.Scope(Optional.of(source.environment()), "", uid),
            reason,
            Alarm.Subject.none(),
            head.map(end -> new Alarm.Anchor(end.seq(), end.hash())),
            source.time().now()));
  }

  /// Sends what was raised. Never throws for a channel that fails.
  @Override
  public void close() {
    for (Alarm alarm : raised) {
      switch (source.alerts().apply(alarm)) {
        case Delivery.Sent _, Delivery.Skipped _ -> {}
        case Delivery.Failed failed -> missed(alarm, failed);
      }
    }
    raised.clear();
  }

  private void missed(Alarm alarm, Delivery.Failed failed) {
    source.progress().accept("alert " + alarm.kind().word() + " failed: " + failed.reason());
    told.forEach(it -> it.missed(source.time().now()));
  }
}
