package dev.okxguard.reconcile;

import dev.okxguard.journal.Event;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Brings the books up to shortly before now, slice by slice, oldest first. Each slice is on record
/// before the next is read, so that a run that was cut short goes on where it stopped. None is read
/// before all that happened in it shows, so that none has to be read twice.
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
    Instant begun = count.books().at();
    try {
      catchUp();
      return unrecorded;
    } catch (Unread unread) {
      Instant by = count.books().at();
      throw by.isAfter(begun) && unrecorded.isEmpty() ? unread.after(resumed(by)) : unread;
    }
  }

  private static String resumed(Instant by) {
    return "what happened up to "
        + by
        + " is counted: the next run goes on from there, and one with a longer --max-time goes"
        + " further";
  }

  private void catchUp() {
    Instant now = site.source().exchange().serverTime();
    while (count.books().at().isBefore(now.minus(LAST))) {
      deadline.require("what happened since " + count.books().at() + " was counted");
      Span span = pace.slice(count.books().at(), now.minus(Bookkeeping.OVERLAP));
      site.source().progress().accept("counting what happened up to " + span.to());
      HistoryReads reads = new HistoryReads(site.source().exchange(), deadline);
      switch (reads.read(new Span(count.books().unread(), span.to()), pace.most())) {
        case Slice.Whole(History happened) -> count(reads, happened, now);
        case Slice.TooMuch newest -> pace = pace.after(newest);
      }
      now = site.source().exchange().serverTime();
    }
  }

  private void count(HistoryReads reads, History happened, Instant now) {
    site.source().happened().accept(happened);
    Ours ours = count.ours(happened.span().to(), now);
    History history = reads.explained(happened, count.books(), ours);
    record(Bookkeeping.whole(count.books(), history, ours));
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
