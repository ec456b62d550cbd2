package dev.okxguard.paper.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/// What nothing shows any more from some time on, found without a look at all the rest.
final class Fading {
  private record Due(Instant at, String id) {}

  private final PriorityQueue<Due> queue = new PriorityQueue<>(Comparator.comparing(Due::at));

  /// Notes that it may go once that time is over.
  void add(String id, Instant at) {
    queue.add(new Due(at, id));
  }

  /// Takes out what may go now.
  List<String> before(Instant now) {
    List<String> gone = new ArrayList<>();
    while (!queue.isEmpty() && queue.peek().at().isBefore(now)) {
      gone.add(queue.poll().id());
    }
    return gone;
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
