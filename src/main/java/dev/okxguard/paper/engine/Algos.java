package dev.okxguard.paper.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The account's algo orders, live and final, and which orders still carry stops to come.
final class Algos {
  private final TreeMap<String, Algo> live = new TreeMap<>();
  private final Ended<Algo> done = new Ended<>(algo -> algo.updated().plus(Account.ARCHIVE));
  private final TreeSet<String> parents = new TreeSet<>();
  private final Changes changes;

  Algos(Changes changes) {
    this.changes = changes;
  }

  void load(Collection<String> savedParents) {
    parents.addAll(savedParents);
  }

  /// Keeps the newest state of an algo order.
  Algo put(Algo algo) {
    load(algo);
    changes.algo(algo);
    return algo;
  }

  /// The same, of one that is on record.
  void load(Algo algo) {
    if (algo.pending()) {
      live.put(algo.algoId(), algo);
      return;
    }
    live.remove(algo.algoId());
    done.put(algo.algoId(), algo);
  }

  /// Live ones, oldest first.
  List<Algo> live() {
    return List.copyOf(live.values());
  }

  /// Final ones, newest first.
  SequencedCollection<Algo> done() {
    return done.newestFirst();
  }

  int count() {
    return done.size() + live.size();
  }

  Stream<Algo> all() {
    return Stream.concat(done.newestFirst().reversed().stream(), live.values().stream());
  }

  /// The algo order of that id, or the newest of that client id.
  Optional<Algo> find(String algoId, String algoClOrdId) {
    if (!algoId.isEmpty()) {
      return Optional.ofNullable(live.get(algoId)).or(() -> done.get(algoId));
    }
    return all()
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

  void forget(Instant now) {
    done.forget(now);
  }
}
