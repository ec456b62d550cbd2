package dev.okxguard.reconcile;

import dev.okxguard.journal.Event;
import dev.okxguard.journal.Halt;
import dev.okxguard.journal.Head;
import dev.okxguard.model.Alarm;
import dev.okxguard.model.Fault;
import java.util.Optional;

/// Stops trading on the account until a person resumes it. Needs no journal.
record Halting(Site site, Alerting alerting) {

  /// What came of it.
  ///
  /// @param reason why trading is halted now; empty when the file could not be made
  /// @param problem why it could not, "" when it could
  record Done(Optional<String> reason, String problem) {}

  /// Makes the file; people are told when that is news.
  Done halt(String reason, Optional<Head> head) {
    Source source = site.source();
    Halt halt = new Halt(source.state());
    boolean before = halt.halted(source.environment(), site.uid());
    try {
      halt.set(source.environment(), site.uid(), reason, source.time());
    } catch (Fault fault) {
      String problem = "the halt file could NOT be made: " + fault.getMessage();
      alerting.raise(Alarm.Kind.HALT, site.uid(), reason + "; " + problem, head);
      return new Done(Optional.empty(), problem);
    }
    if (!before) {
      alerting.raise(Alarm.Kind.HALT, site.uid(), reason, head);
    }
    return new Done(Optional.of(reason), "");
  }

  /// What goes on record with it, so that taking the file away resumes nothing.
  static Event.Halted event(String reason) {
    return new Event.Halted(reason, "reconcile");
  }
}
