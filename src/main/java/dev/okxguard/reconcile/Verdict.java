package dev.okxguard.reconcile;

import dev.okxguard.journal.Event;
import dev.okxguard.journal.Head;
import dev.okxguard.journal.LastTold;
import dev.okxguard.journal.Latest;
import dev.okxguard.journal.Ledger;
import dev.okxguard.model.Alarm;
import dev.okxguard.model.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What follows from an outcome, in this order: the halt, the record, the alarm, the report.
final class Verdict implements Looks.Verdicts {
  private final Site site;
  private final Request request;
  private final Yardstick yardstick;
  private final Halting halting;
  private Optional<Head> head = Optional.empty();

  Verdict(Site site, Request request, Yardstick yardstick, Halting halting) {
    this.site = site;
    this.request = request;
    this.yardstick = yardstick;
    this.halting = halting;
  }

  /// The end of the journal after it; empty where it could not be written.
  Optional<Head> head() {
    return head;
  }

  @Override
  public Report decided(
      Report.Outcome outcome, List<Difference> shown, Compared last, AccountJournal journal) {
    boolean drift = outcome == Report.Outcome.DRIFT;
    String digest = drift ? Digest.of(shown) : "";
    String reason = "reconcile found drift: " + Worded.briefly(shown);
    boolean halts = drift && request.halt();
    Halting.Done halted =
        halts ? halting.halt(reason, journal.head()) : new Halting.Done(Optional.empty(), "");
    List<Event> events = new ArrayList<>();
    events.add(event(outcome, digest, shown, last));
    // Without a file, too: what is on record halts alone.
    if (halts && !onRecord(journal)) {
      events.add(Halting.event(reason));
    }
    Optional<Fault> unrecorded = last.record().record(events);
    head = journal.head();
    tell(drift, digest, reason);
    return report(outcome, shown, last, halted, unrecorded);
  }

  private static boolean onRecord(AccountJournal journal) {
    return journal.ledger().map(Ledger::latest).flatMap(Latest::halted).isPresent();
  }

  private Event event(
      Report.Outcome outcome, String digest, List<Difference> shown, Compared last) {
    return switch (yardstick.mode()) {
      case JOURNAL -> new Event.Reconciled(last.at(), outcome.word(), digest);
      case DECLARED ->
          new Event.Note(
              "reconcile", ("declared: " + outcome.word() + " " + Worded.briefly(shown)).strip());
    };
  }

  private void tell(boolean drift, String digest, String reason) {
    LastTold told = new LastTold(site.told(yardstick.mode()));
    if (!drift) {
      told.over();
    } else if (told.news(digest, site.source().time().now())) {
      halting.alerting().telling(told);
      halting.alerting().raise(Alarm.Kind.DRIFT, site.uid(), reason, head);
    }
  }

  private Report report(
      Report.Outcome outcome,
      List<Difference> shown,
      Compared last,
      Halting.Done halted,
      Optional<Fault> unrecorded) {
    List<String> problems = new ArrayList<>();
    if (!halted.problem().isEmpty()) {
      problems.add(halted.problem());
    }
    unrecorded.ifPresent(fault -> problems.add("not in the journal: " + fault.getMessage()));
    return new Report(
        outcome,
        yardstick.mode(),
        site.uid(),
        shown,
        last.openIntents(),
        yardstick.firstRun(),
        yardstick.explained(),
        last.checked(),
        last.instruments(),
        Optional.of(last.at()),
        problems,
        halted.reason(),
        unrecorded);
  }
}
