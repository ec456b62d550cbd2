package dev.okxguard.paper.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The account's algo orders, live and final, and which orders still carry stops to come.
final class Algos {
  private final TreeMap<String, Algo> live = new TreeMap<>();
  private final TreeMap<String, Algo> done = new TreeMap<>();
  private final TreeSet<String> parents = new TreeSet<>();
  private final Changes changes;

  Algos(Changes changes) {
    this.changes = changes;
  }

  void load(Collection<Algo> algos, Collection<String> savedParents) {
    algos.forEach(algo -> (algo.pending() ? live : done).put(algo.algoId(), algo));
    parents.addAll(savedParents);
  }

  /// Keeps the newest state of an algo order.
  Algo put(Algo algo) {
    live.remove(algo.algoId());
    (algo.pending() ? live : done).put(algo.algoId(), algo);
    changes.mark();
    return algo;
  }

  /// Live ones, oldest first.
  List<Algo> live() {
    return List.copyOf(live.values());
  }

  /// Final ones, newest first.
  List<Algo> done() {
    return List.copyOf(done.descendingMap().values());
  }

  List<Algo> all() {
    return Stream.concat(done.values().stream(), live.values().stream()).toList();
  }

  /// The algo order of that id, or the newest of that client id.
  Optional<Algo> find(String algoId, String algoClOrdId) {
    if (!algoId.isEmpty()) {
      return Optional.ofNullable(live.get(algoId)).or(() -> Optional.ofNullable(done.get(algoId)));
    }
    return all().stream()
        .filter(algo -> algo.terms().algoClOrdId().equals(algoClOrdId))
        .max(Comparator.comparing(Algo::algoId));
  }

  boolean liveWith(String algoClOrdId) {
    return live.values().stream().anyMatch(algo -> algo.terms().algoClOrdId().equals(algoClOrdId));
  }

  /// Orders whose stops are neither placed nor dropped yet.
  List<String> parents() {
    return List.copyOf(parents);
  }

  void await(String ordId) {
    parents.add(ordId);
    changes.mark();
  }

  void settle(String ordId) {
    parents.remove(ordId);
    changes.mark();
  }

  void forget(Instant now, Duration archive) {
    done.values().removeIf(algo -> algo.updated().isBefore(now.minus(archive)));
  }
}
