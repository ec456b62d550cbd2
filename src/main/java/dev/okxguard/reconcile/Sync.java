package dev.okxguard.reconcile;

import dev.okxguard.journal.Event;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Brings the books up to shortly before now, slice by slice, oldest first. Each slice is on record
/// before the next is read, so that a run that was cut short goes on where it stopped.
final class Sync {
  /// What the look at the account reads itself.
  private static final Duration LAST = Duration.ofMinutes(3);

  /// Slices begin short, since nobody knows how much happened, and grow while little did.
  private static final Duration SHORTEST = Duration.ofMinutes(15);

  private static final Duration LONGEST = Duration.ofHours(6);

  /// The same for what is read from the archive.
  private static final Duration LONGEST_OLD = Duration.ofDays(7);

  private static final Duration RECENT = Duration.ofDays(3);
  private static final int FEW = 1_000;
  private static final int MANY = 4_000;

  private final Site site;
  private final Deadline deadline;
  private final Count count;
  private Duration length = SHORTEST;
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
      Span span = next(now);
      site.source().progress().accept("counting what happened up to " + span.to());
      slice(span);
      now = site.source().exchange().serverTime();
    }
    return unrecorded;
  }

  private Span next(Instant now) {
    Instant from = count.books().at();
    Duration longest = from.isBefore(now.minus(RECENT)) ? LONGEST_OLD : LONGEST;
    Instant to = from.plus(length.compareTo(longest) < 0 ? length : longest);
    return new Span(from, to.isBefore(now) ? to : now);
  }

  private void slice(Span span) {
    HistoryReads reads = new HistoryReads(site.source().exchange(), deadline);
    History happened = reads.read(span);
    Ours ours = count.ours();
    History history = reads.explained(happened, count.books(), ours);
    Bookkeeping.Tally tally = Bookkeeping.tally(count.books(), history, ours);
    record(tally);
    adapt(history.fills().size() + history.bills().size());
  }

  private void record(Bookkeeping.Tally tally) {
    List<Event> events = count.events(tally.books(), tally.fills());
    if (events.isEmpty()) {
      count.goOn(tally.books(), tally, events);
      return;
    }
    try (AccountJournal journal = AccountJournal.enter(site, deadline)) {
      Optional<Fault> fault = journal.record(events);
      unrecorded = unrecorded.or(() -> fault);
      count.goOn(tally.books(), tally, fault.isPresent() ? List.of() : events);
    }
  }

  private void adapt(int happened) {
    if (happened > MANY) {
      length = length.dividedBy(2);
    } else if (happened < FEW) {
      length = length.multipliedBy(2);
    }
    length = length.compareTo(LONGEST_OLD) < 0 ? length : LONGEST_OLD;
  }
}
