package dev.okxguard.reconcile;

import dev.okxguard.journal.Event;
import dev.okxguard.journal.JournalReader;
import dev.okxguard.journal.Latest;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Fill;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The books as they are counted on, and what of it is on record. Fills and books are written
/// together; should a crash come between them all the same, the fills are not written again.
final class Count {
  /// How far back the exchange tells.
  static final Duration REACH = Duration.ofDays(89);

  /// Books that say nothing new are written that rarely, so that a quiet minute costs little and
  /// the next run need not read far back.
  private static final Duration STALE = Duration.ofMinutes(30);

  /// How far the journal's clock and the exchange's may be apart.
  private static final Duration MARGIN = Duration.ofMinutes(10);

  /// Fills in one record, so that no line grows without bounds.
  private static final int MOST = 500;

  private final Intents intents;
  private final Optional<String> firstRun;
  private final List<Fill> fresh = new ArrayList<>();
  private Regular regular = Regular.NOTHING;
  private Optional<Books> onRecord;
  private Books books;
  private Optional<Ours> known = Optional.empty();
  private Instant knownAt = Instant.MIN;

  private Count(Intents intents, Optional<Books> onRecord, Books books) {
    this.intents = intents;
    this.onRecord = onRecord;
    this.books = books;
    this.firstRun = books.floating().map(Count::firstRun);
  }

  /// Goes on from the books on record; without any, from the journal's first record.
  ///
  /// @throws Unread when that is longer ago than the exchange tells, or they cannot be read
  static Count of(Site site, Latest latest, Instant now) {
    Optional<Latest.Said> said = latest.books();
    Optional<Books> onRecord = said.map(it -> read((Event.Books) it.event()));
    Instant oldest = now.minus(REACH);
    Books books = onRecord.orElseGet(() -> Books.opening(beginning(site, oldest, now)));
    if (books.at().isBefore(oldest)) {
      throw new Unread(
          List.of(
              "the books were counted up to "
                  + books.at()
                  + ", and the exchange tells only the last three months; a person has to look and"
                  + " adopt the account as it is: okx reconcile adopt"));
    }
    long seq = said.map(Latest.Said::seq).orElse(0L);
    return new Count(Intents.since(site.journal(), books, seq), onRecord, books);
  }

  private static Books read(Event.Books event) {
    try {
      return Books.of(event);
    } catch (Fault fault) {
      throw new Unread(
          List.of(
              fault.getMessage()
                  + "; a person has to look and adopt the account as it is: okx reconcile adopt"));
    }
  }

  private static Instant beginning(Site site, Instant oldest, Instant now) {
    Instant first = JournalReader.first(site.journal()).orElse(now);
    Instant begun = first.isBefore(now) ? first : now;
    return begun.isBefore(oldest) ? oldest : begun;
  }

  private static String firstRun(Instant since) {
    return "first run: what was held at "
        + since.truncatedTo(ChronoUnit.SECONDS)
        + " is taken as found";
  }

  /// What is taken as found, when nobody counted before.
  Optional<String> firstRun() {
    return firstRun;
  }

  Books books() {
    return books;
  }

  /// What is ours by now, by the journal.
  Ours ours() {
    return intents.now();
  }

  /// Orders that our journal left waiting since the account was last seen, as far as [#ours] read.
  Unseen unseen() {
    return new Unseen(intents.placed());
  }

  /// What was ours up to then: the journal is read once more only where that is recent.
  Ours ours(Instant until, Instant now) {
    if (known.isEmpty() || until.isAfter(knownAt.minus(MARGIN))) {
      known = Optional.of(intents.now());
      knownAt = now;
    }
    return known.get();
  }

  /// What moved the account rightly without an order of ours.
  List<String> explained() {
    return regular.lines();
  }

  /// Fills of ours that were counted for the first time, as far as they are of the last hour.
  List<Fill> fresh() {
    return List.copyOf(fresh);
  }

  /// What has to be written before those books, with those fills in, may be gone on with.
  List<Event> events(Books next, List<Fill> fills) {
    Set<String> written = intents.filled();
    List<Event> events =
        new ArrayList<>(
            filled(fills.stream().filter(fill -> !written.contains(fill.billId())).toList()));
    if (onRecord.filter(last -> !worthWriting(last, next)).isEmpty()) {
      boolean first = onRecord.map(Books::floating).map(Optional::isPresent).orElse(true);
      events.add(next.event(first ? "first" : "counted", ""));
    }
    return events;
  }

  private static List<Event.Filled> filled(List<Fill> fills) {
    List<Event.Filled> events = new ArrayList<>();
    for (int from = 0; from < fills.size(); from += MOST) {
      events.add(new Event.Filled(fills.subList(from, Math.min(from + MOST, fills.size()))));
    }
    return events;
  }

  /// Also where orders were asked for that no look showed: OKX soon forgets what it said of them.
  private boolean worthWriting(Books last, Books next) {
    boolean asked = next.seen() != last.seen() && !intents.placed().isEmpty();
    return asked || !last.sameAs(next) || next.at().isAfter(last.at().plus(STALE));
  }

  /// Goes on with those books.
  ///
  /// @param events what [#events] said, if it was written; else nothing
  void goOn(Books next, Bookkeeping.Tally tally, List<Event> events) {
    if (events.stream().anyMatch(Event.Books.class::isInstance)) {
      onRecord = Optional.of(next);
    }
    books = next;
    regular = regular.plus(tally.regular());
    fresh.addAll(tally.fills());
    fresh.removeIf(fill -> fill.time().isBefore(next.at().minus(LargeFills.RECENT)));
  }
}
