package dev.okxguard.reconcile;

import dev.okxguard.journal.Event;
import dev.okxguard.journal.Ledger;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The account held against the books in the journal.
record InBooks(Site site, Deadline deadline, Count count) implements Yardstick {

  @Override
  public Report.Mode mode() {
    return Report.Mode.JOURNAL;
  }

  @Override
  public Instant since() {
    return count.books().at();
  }

  @Override
  public Optional<String> firstRun() {
    return count.firstRun();
  }

  @Override
  public List<String> explained() {
    return count.explained();
  }

  /// Others' trades that are counted already. Who trades without a pause must not go unfound
  /// because of it.
  @Override
  public Optional<Compared> moving(AccountJournal journal) {
    List<Difference> known = Amounts.others(count.books());
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Compared(
                known,
                journal.required().openIntents(),
                Map.of(),
                Set.of(),
                count.books().at(),
                journal::record));
  }

  @Override
  public Compared compare(StableRead.Look look, AccountJournal journal) {
    all(look.history());
    Actual actual = look.actual();
    Ledger ledger = journal.required();
    Ours ours = count.ours();
    HistoryReads reads = new HistoryReads(site.source().exchange(), deadline);
    History history = reads.explained(look.history(), count.books(), ours);
    Bookkeeping.Tally tally = Bookkeeping.tally(count.books(), history, ours);
    Books seen = tally.books().settle(actual, ours);
    Books books = count.unseen().in(seen, actual, history, ours);
    List<Books.Lookup> missing = seen.missing(actual, ours);
    GoneReads gone = new GoneReads(site.source().exchange(), deadline);
    Map<String, Order> orders = new HashMap<>(gone.orders(missing));
    orders.putAll(gone.orders(more(books.missing(actual, ours), missing)));
    Demands demands =
        new Demands(
            site.source().policy(),
            ledger.openIntents(),
            ledger.latest().pinned(),
            ours,
            orders,
            gone.algos(missing));
    Map<String, Integer> checked = Yardstick.checked(actual);
    checked.put("fills", look.history().fills().size());
    return new Compared(
        Comparison.between(books, actual, demands),
        demands.open(),
        checked,
        Yardstick.instruments(actual),
        actual.at(),
        verdict ->
            record(journal, books.seen(actual, demands).seenAt(journal.head()), tally, verdict));
  }

  /// What a look leaves out is soon old enough to be counted slice by slice.
  private static void all(History read) {
    if (Math.max(read.fills().size(), read.bills().size()) > HistoryReads.MOST) {
      throw new Unread(
          List.of(
              "more than "
                  + HistoryReads.MOST
                  + " fills or changes of the balance since "
                  + read.span().from()
                  + ": too many for one look, in some minutes they are counted"));
    }
  }

  /// Asked for apart, so that few stay few.
  private static List<Books.Lookup> more(List<Books.Lookup> all, List<Books.Lookup> known) {
    return all.stream().filter(it -> !known.contains(it)).toList();
  }

  private Optional<Fault> record(
      AccountJournal journal, Books next, Bookkeeping.Tally tally, List<Event> verdict) {
    List<Event> counted = count.events(next, tally.fills());
    List<Event> all = new ArrayList<>(counted);
    all.addAll(verdict);
    Optional<Fault> fault = journal.record(all);
    count.goOn(next, tally, fault.isPresent() ? List.of() : counted);
    return fault;
  }
}
