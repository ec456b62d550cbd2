package dev.okxguard.reconcile;

import dev.okxguard.journal.Event;
import dev.okxguard.journal.Head;
import dev.okxguard.model.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// What the account should hold by now, and what happened to it that was not ours.
///
/// @param at everything up to then is counted in, by the exchange's clock
/// @param floating since when it is counted while no baseline is known yet; then `held` is nothing
/// @param held what it should hold
/// @param strange by leg or currency, what moved it without being ours
/// @param orders,algos by id, what is known to wait at the exchange
/// @param settings empty until the account was seen
/// @param recent what was counted of the last [Bookkeeping#OVERLAP], with its time
/// @param uncounted instruments of spot on credit that were traded since: what their positions
///   should be does not follow from fills
/// @param seen number of the journal's last record when the account was last seen: of what was
///   placed before it, `orders` and `algos` have all that waits; 0 when it never was
public record Books(
    Instant at,
    Optional<Instant> floating,
    Holdings held,
    Map<Subject, Strange> strange,
    Map<String, Working> orders,
    Map<String, Working> algos,
    Optional<Settings> settings,
    Recent recent,
    Set<String> uncounted,
    long seen) {
  /// A fill and its bill may bear times that far apart.
  private static final Duration BESIDE = Duration.ofMillis(100);

  public Books {
    strange = Collections.unmodifiableMap(new TreeMap<>(strange));
    orders = Collections.unmodifiableMap(new TreeMap<>(orders));
    algos = Collections.unmodifiableMap(new TreeMap<>(algos));
    uncounted = Collections.unmodifiableSet(new TreeSet<>(uncounted));
  }

  /// From when on what happened has to be read to count on. What is late shows before the
  /// watermark, where more may come.
  Instant unread() {
    boolean whole = recent.all().filter(then -> !then.isBefore(at)).isPresent();
    return at.minus(whole ? BESIDE : Bookkeeping.OVERLAP);
  }

  /// Whether that was before these books were opened, so that it is part of their baseline.
  boolean precedes(Instant time) {
    return floating.filter(time::isBefore).isPresent();
  }

  /// Books with no baseline yet: from then on it is counted what was ours and what was not, until
  /// [#settle] fixes the baseline by the account as it is.
  public static Books opening(Instant at) {
    return new Books(
        at,
        Optional.of(at),
        Holdings.NONE,
        Map.of(),
        Map.of(),
        Map.of(),
        Optional.empty(),
        Recent.NONE,
        Set.of(),
        0);
  }

  /// The account as it is, taken as what it should be.
  ///
  /// @param history of the last [Bookkeeping#OVERLAP]: it is counted in already, as is what shows
  ///   later of the time before
  public static Books taken(Actual actual, History history, Ours ours) {
    return new Books(
        actual.at(),
        Optional.empty(),
        Holdings.of(actual.balance(), actual.positions()),
        Map.of(),
        Pending.orders(actual.orders()),
        Pending.algos(actual.algos(), ours),
        Optional.of(Settings.of(actual)),
        Recent.NONE.plus(history.fills(), history.bills(), actual.at()).before(actual.at()),
        Set.of(),
        0);
  }

  /// Reads what [#event] wrote.
  ///
  /// @throws Fault CONFIG when it is not exactly of that form: never a default
  public static Books of(Event.Books event) {
    return BooksReader.read(event.at(), event.content());
  }

  /// As the journal keeps them.
  ///
  /// @param origin `first`, `counted` or `adopted`
  /// @param reason of the person who adopted them, else ""
  public Event.Books event(String origin, String reason) {
    return new Event.Books(at, origin, reason, content());
  }

  /// All but the watermark as JSON: numbers as strings, exact, in a stable order.
  public ObjectNode content() {
    return BooksWriter.write(this);
  }

  /// The books with a baseline. When there was none yet, it is what makes everything counted since
  /// end at the account as it is: what it holds less what was not ours. What waited before the
  /// count began is taken as found.
  public Books settle(Actual actual, Ours ours) {
    if (floating.isEmpty()) {
      return this;
    }
    Instant since = floating.get();
    return new Books(
        at,
        Optional.empty(),
        Holdings.of(actual.balance(), actual.positions()).without(strange),
        strange,
        Pending.orders(actual.orders().stream().filter(o -> o.created().isBefore(since)).toList()),
        Pending.algos(
            actual.algos().stream().filter(a -> a.created().isBefore(since)).toList(), ours),
        Optional.of(Settings.of(actual)),
        recent.before(actual.at()),
        Set.of(),
        seen);
  }

  /// The books after the account was compared with them: what waits there and is ours is known from
  /// now on, and what waits no more for a good reason is forgotten. What differs stays expected.
  public Books seen(Actual actual, Demands demands) {
    Pending pending = new Pending(this, actual, demands);
    return new Books(
        at,
        floating,
        held,
        strange,
        pending.orders(),
        pending.algos(),
        Optional.of(new Expected(this, demands).settings(actual)),
        recent,
        uncounted,
        seen);
  }

  /// The same with those orders known to wait, unless they are known already.
  Books expecting(List<Working> more) {
    Map<String, Working> all = new TreeMap<>(orders);
    more.forEach(order -> all.putIfAbsent(order.id(), order));
    return new Books(at, floating, held, strange, all, algos, settings, recent, uncounted, seen);
  }

  /// The same, the account having been seen when that was the end of the journal.
  Books seenAt(Optional<Head> head) {
    return new Books(
        at,
        floating,
        held,
        strange,
        orders,
        algos,
        settings,
        recent,
        uncounted,
        head.map(Head::seq).orElse(seen));
  }

  /// Whether only the watermark is another one.
  boolean sameAs(Books other) {
    return floating.equals(other.floating)
        && held.equals(other.held)
        && strange.equals(other.strange)
        && orders.equals(other.orders)
        && algos.equals(other.algos)
        && settings.equals(other.settings)
        && uncounted.equals(other.uncounted);
  }

  /// The known orders and algo orders that wait no more by that look, to be asked for: those that
  /// are filled or that we cancelled need no asking, and a busy account has many of them.
  public List<Lookup> missing(Actual actual, Ours ours) {
    return Pending.missing(this, actual, ours);
  }

  /// Whether a known order or algo order will leave behind an algo order of that client id.
  boolean attached(String algoClOrdId) {
    return Stream.concat(orders.values().stream(), algos.values().stream())
        .anyMatch(working -> working.attached().contains(algoClOrdId));
  }

  /// An order or algo order to ask the exchange for by its id.
  public record Lookup(String instId, String id, boolean algo) {}
}
