package dev.okxguard.reconcile;

import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoState;
import dev.okxguard.model.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What should wait at the exchange, against what does.
record Pending(Books books, Actual actual, Demands demands) {

  static Map<String, Working> orders(List<Order> orders) {
    return byId(orders.stream().map(Working::of));
  }

  static Map<String, Working> algos(List<Algo> algos, Ours ours) {
    return byId(algos.stream().map(algo -> working(algo, ours)));
  }

  private static Working working(Algo algo, Ours ours) {
    return Working.of(algo, ours.attached().getOrDefault(algo.algoClOrdId(), Set.of()));
  }

  private static Map<String, Working> byId(Stream<Working> all) {
    return all.collect(Collectors.toMap(Working::id, Function.identity(), (a, _) -> a));
  }

  static List<Books.Lookup> missing(Books books, Actual actual, Ours ours) {
    List<Books.Lookup> all = new ArrayList<>();
    gone(books.orders(), orders(actual.orders()).keySet()).stream()
        .filter(it -> !ours.filled(it) && !ours.cancelled(it.id(), it.clOrdId()))
        .forEach(it -> all.add(new Books.Lookup(it.instId(), it.id(), false)));
    gone(books.algos(), algos(actual.algos(), Ours.NOTHING).keySet()).stream()
        .filter(it -> !ours.cancelled(it.id(), it.clOrdId()))
        .forEach(it -> all.add(new Books.Lookup(it.instId(), it.id(), true)));
    return all;
  }

  private static List<Working> gone(Map<String, Working> known, Set<String> waiting) {
    return known.values().stream().filter(it -> !waiting.contains(it.id())).toList();
  }

  /// Known orders that wait no more.
  List<Working> goneOrders() {
    return gone(books.orders(), orders(actual.orders()).keySet());
  }

  /// Known algo orders that wait no more.
  List<Working> goneAlgos() {
    return gone(books.algos(), algos(actual.algos(), Ours.NOTHING).keySet());
  }

  /// By leg, what became of known algo orders on it that are gone.
  Map<Leg, String> goneStops() {
    Fates fates = new Fates(this);
    Map<Leg, String> all = new TreeMap<>();
    for (Working gone : goneAlgos()) {
      fates
          .algo(gone)
          .ifPresent(
              fate ->
                  all.merge(
                      gone.leg(),
                      "algo order " + gone.id() + ": " + fate.words(),
                      (a, b) -> a + "; " + b));
    }
    return all;
  }

  /// The orders to expect from now on.
  Map<String, Working> orders() {
    Fates fates = new Fates(this);
    Attribution attribution = Attribution.of(books, demands.ours());
    Map<String, Working> now = new TreeMap<>();
    goneOrders().stream()
        .filter(it -> fates.blamed(fates.order(it)) || filling(it))
        .forEach(it -> now.put(it.id(), it));
    for (Order order : actual.orders()) {
      if (attribution.of(order) == Whose.OURS) {
        now.put(order.ordId(), expected(books.orders(), Working.of(order)));
      }
    }
    return now;
  }

  /// The algo orders to expect from now on.
  Map<String, Working> algos() {
    Fates fates = new Fates(this);
    Attribution attribution = Attribution.of(books, demands.ours());
    Map<String, Working> now = new TreeMap<>();
    goneAlgos().stream()
        .filter(it -> fates.blamed(fates.algo(it)) || firing(it))
        .forEach(it -> now.put(it.id(), it));
    for (Algo algo : actual.algos()) {
      if (attribution.of(algo) == Whose.OURS) {
        now.put(algo.algoId(), expected(books.algos(), working(algo, demands.ours())));
      }
    }
    return now;
  }

  /// As it waits, filled as far as its fills are counted; but when it was changed by another hand,
  /// as it was known before.
  private Working expected(Map<String, Working> known, Working is) {
    return wanted(known, is)
        .map(
            was ->
                changed(was, is).isEmpty()
                    ? is.filledBy(was.filled().subtract(is.filled())).attaching(was.attached())
                    : was.stillThere())
        .orElse(is);
  }

  /// Whether fills of an order that is over may still show: whose they are has to be known then.
  private boolean filling(Working gone) {
    return Optional.ofNullable(demands.gone().get(gone.id()))
        .filter(it -> it.accFillSz().compareTo(gone.filled()) > 0)
        .filter(it -> !Bookkeeping.past(it.updated(), actual.at()))
        .isPresent();
  }

  /// The same of the order that an algo order placed when it fired.
  private boolean firing(Working gone) {
    return Optional.ofNullable(demands.goneAlgos().get(gone.id()))
        .filter(it -> it.state() == AlgoState.EFFECTIVE)
        .filter(it -> !Bookkeeping.past(it.updated(), actual.at()))
        .isPresent();
  }

  /// How it was known or, when it is seen for the first time, how we gave it; empty when it is not
  /// known how it should be.
  private Optional<Working> wanted(Map<String, Working> known, Working is) {
    return Optional.ofNullable(known.get(is.id())).or(() -> demands.ours().given(is));
  }

  /// What another hand changed of what waits.
  Optional<Changes.Change> changed(Map<String, Working> known, Working is) {
    return wanted(known, is).flatMap(was -> changed(was, is));
  }

  private Optional<Changes.Change> changed(Working was, Working is) {
    return new Changes(demands.ours()).of(was, is);
  }
}
