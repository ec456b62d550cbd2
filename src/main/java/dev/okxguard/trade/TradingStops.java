package dev.okxguard.trade;

import dev.okxguard.journal.AccountLock;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.Journal;
import dev.okxguard.journal.Latest;
import dev.okxguard.journal.ShownHalt;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A stop of all accounts, on record in each account's journal, so that taking the file away does
/// not lift it. What stopped an account on its own is never touched.
public record TradingStops(StateDirectory state, Time time) {
  /// Ends the `by` of a record that goes back to a stop of all accounts.
  private static final String EVERYWHERE = " (all accounts)";

  /// An account that is stopped.
  ///
  /// @param name environment and uid
  public record Account(String name, String why, TradingStop stop) {}

  /// Puts the stop on record for every account known here, where that can be had at once; an
  /// account that is stopped on record already keeps that.
  ///
  /// @return why it is not on record somewhere, "" when it is everywhere
  public String note(boolean halts, String reason, String by) {
    Event event =
        halts
            ? new Event.Halted(reason, by + EVERYWHERE)
            : new Event.Reducing(reason, by + EVERYWHERE);
    return all().stream()
        .map(each -> each.noteIf(event, latest -> stops(latest, halts).isEmpty()))
        .filter(trouble -> !trouble.isEmpty())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static Optional<Latest.Said> stops(Latest latest, boolean halts) {
    return halts ? latest.halted() : latest.reducing();
  }

  /// The accounts that a stop of all is on record for.
  public List<Account> recorded() {
    return all().stream()
        .flatMap(stop -> account(stop, TradingStops::everywhere).stream())
        .toList();
  }

  /// The accounts that are stopped, each on its own.
  public List<Account> stopped() {
    return all().stream().flatMap(stop -> account(stop, _ -> true).stream()).toList();
  }

  private List<TradingStop> all() {
    return state.accounts().stream()
        .map(it -> new TradingStop(state, it.env(), it.uid(), time))
        .toList();
  }

  private static Optional<Account> account(TradingStop stop, Predicate<TradingState> which) {
    String name = stop.env().word() + " account " + stop.uid();
    try {
      TradingState now = stop.look();
      return Optional.of(now)
          .filter(it -> it.why().isPresent() && which.test(it))
          .map(it -> new Account(name, it.why().get(), stop));
    } catch (Fault fault) {
      return Optional.empty();
    }
  }

  private static boolean everywhere(TradingState now) {
    return Stream.of(now.here().halted(), now.here().narrowed())
        .flatMap(Optional::stream)
        .anyMatch(TradingStops::everywhere);
  }

  private static boolean everywhere(Latest.Said said) {
    return ((Event.Stopped) said.event()).by().endsWith(EVERYWHERE);
  }

  /// Lifts what was shown.
  ///
  /// @throws Fault HALTED when it is no longer so, BUSY when another process has one of the
  ///   accounts; nothing was changed then
  public void resume(
      List<Account> recorded, ShownHalt halt, ShownHalt reducing, Event.Resumed resumed) {
    List<TradingStop> stops = recorded.stream().map(Account::stop).toList();
    withJournals(
        stops,
        new ArrayList<>(),
        journals ->
            halt.lift(
                () -> reducing.lift(() -> journals.forEach(journal -> lift(journal, resumed)))));
  }

  /// A resumption ends whatever stop is on record, so that an account's own one is said again.
  private static void lift(Journal journal, Event.Resumed resumed) {
    Latest latest = journal.ledger().latest();
    Stream<Event> own =
        Stream.of(latest.halted(), latest.reducing())
            .flatMap(Optional::stream)
            .filter(said -> !everywhere(said))
            .map(Latest.Said::event);
    journal.appendAll(Stream.concat(Stream.of(resumed), own).toList());
  }

  private static void withJournals(
      List<TradingStop> stops, List<Journal> open, Consumer<List<Journal>> action) {
    if (stops.isEmpty()) {
      action.accept(open);
      return;
    }
    TradingStop first = stops.getFirst();
    try (AccountLock _ = first.lock();
        Journal journal = first.journal()) {
      open.add(journal);
      withJournals(stops.subList(1, stops.size()), open, action);
    }
  }
}
