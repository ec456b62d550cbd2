package dev.okxguard.paper.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The dead man's switches: when the orders of a tag (or all, with the tag "") are cancelled.
final class Timers {
  private final TreeMap<String, Instant> timers = new TreeMap<>();
  private final Changes changes;

  Timers(Changes changes) {
    this.changes = changes;
  }

  void load(Map<String, Instant> saved) {
    timers.putAll(saved);
  }

  Map<String, Instant> all() {
    return Map.copyOf(timers);
  }

  void set(String tag, Instant at) {
    timers.put(tag, at);
    changes.mark();
  }

  void remove(String tag) {
    if (timers.remove(tag) != null) {
      changes.mark();
    }
  }

  /// The tag whose time comes first, if that is not after `now`.
  Optional<String> due(Instant now) {
    return timers.entrySet().stream()
        .filter(timer -> !timer.getValue().isAfter(now))
        .min(Comparator.comparing(Map.Entry::getValue))
        .map(Map.Entry::getKey);
  }

  Instant at(String tag) {
    return timers.get(tag);
  }
}
