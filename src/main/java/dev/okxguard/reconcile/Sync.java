package dev.okxguard.reconcile;

import dev.okxguard.journal.Event;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Brings the books up to shortly before now, slice by slice, oldest first. Each slice is on record
/// before the next is read, so that a run that was cut short goes on where it stopped.
final class Sync {
  /// What the look at the account reads itself.
  private static final Duration LAST = Duration.ofMinutes(3);

  private final Site site;
  private final Deadline deadline;
  private final Count count;
  private Pace pace = Pace.first();
  private Optional<AccountJournal> last = Optional.empty();
  private Optional<Fault> unrecorded = Optional.empty();

  Sync(Site site, Deadline deadline, Count count) {
    this.site = site;
    this.deadline = deadline;
    this.count = count;
  }

  /// @return why what was counted is not on record, empty when it is
  /// @throws Unread when a slice could not be read, or time was up
  Optional<Fault> run() {
    Instant now = site.source().exchange().serverTime();
    while (count.books().at().isBefore(now.minus(LAST))) {
      deadline.require("what happened since " + count.books().at() + " was counted");
      Span span = pace.slice(count.books().at(), now);
      site.source().progress().accept("counting what happened up to " + span.to());
      slice(span, now);
      now = site.source().exchange().serverTime();
    }
    return unrecorded;
  }

  private void slice(Span span, Instant now) {
    HistoryReads reads = new HistoryReads(site.source().exchange(), deadline);
    History happened = reads.read(span);
    site.source()
        .happened()
        .accept(new History(HistoryReads.wide(span), happened.fills(), happened.bills(), Map.of()));
    Ours ours = count.ours(span.to(), now);
    History history = reads.explained(happened, count.books(), ours);
    Bookkeeping.Tally tally = Bookkeeping.tally(count.books(), history, ours);
    record(tally);
    pace = pace.after(history.fills().size() + history.bills().size());
  }

  private void record(Bookkeeping.Tally tally) {
    List<Event> events = count.events(tally.books(), tally.fills());
    if (events.isEmpty()) {
      count.goOn(tally.books(), tally, events);
      return;
    }
    try (AccountJournal journal = entered()) {
      Optional<Fault> fault = journal.record(events);
      unrecorded = unrecorded.or(() -> fault);
      count.goOn(tally.books(), tally, fault.isPresent() ? List.of() : events);
    }
  }

  private AccountJournal entered() {
    AccountJournal journal =
        last.map(before -> before.again(site, deadline))
            .orElseGet(() -> AccountJournal.enter(site, deadline));
    last = Optional.of(journal);
    return journal;
  }
}
