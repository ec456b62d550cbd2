package dev.okxguard.paper.engine;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SequencedCollection;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/// What is over, by id, for as long as an endpoint shows it. What has to go is found without a look
/// at all the rest.
final class Ended<T> {
  private record Due(Instant at, String id) {}

  private final TreeMap<String, T> rows = new TreeMap<>();
  private final PriorityQueue<Due> queue = new PriorityQueue<>(Comparator.comparing(Due::at));
  private final Function<T, Instant> shownUntil;

  /// @param shownUntil when a row is shown last
  Ended(Function<T, Instant> shownUntil) {
    this.shownUntil = shownUntil;
  }

  /// Keeps a row, in place of the one of that id.
  void put(String id, T row) {
    rows.put(id, row);
    queue.add(new Due(shownUntil.apply(row), id));
  }

  Optional<T> get(String id) {
    return Optional.ofNullable(rows.get(id));
  }

  /// All of them, the highest id first.
  SequencedCollection<T> newestFirst() {
    return Collections.unmodifiableSequencedCollection(rows.sequencedValues().reversed());
  }

  int size() {
    return rows.size();
  }

  /// Drops what nothing shows any more. A row that took the place of another may still be shown
  /// when that one would have gone.
  void forget(Instant now) {
    while (!queue.isEmpty() && queue.peek().at().isBefore(now)) {
      rows.computeIfPresent(
          queue.poll().id(), (_, row) -> shownUntil.apply(row).isBefore(now) ? null : row);
    }
  }

  /// Drops what is too old from the beginning of a list that goes by time.
  static <T> void drop(List<T> oldestFirst, Predicate<T> old) {
    int gone = 0;
    while (gone < oldestFirst.size() && old.test(oldestFirst.get(gone))) {
      gone++;
    }
    oldestFirst.subList(0, gone).clear();
  }
}
