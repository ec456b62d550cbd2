package dev.okxguard.paper.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The account's orders, pending and final, by id.
final class Orders {
  /// How long OKX still shows a cancelled order that never filled.
  static final Duration UNFILLED = Duration.ofHours(2);

  private final TreeMap<String, OwnOrder> pending = new TreeMap<>();
  private final TreeMap<String, OwnOrder> done = new TreeMap<>();
  private final Changes changes;

  Orders(Changes changes) {
    this.changes = changes;
  }

  void load(Collection<OwnOrder> orders) {
    orders.forEach(order -> (order.pending() ? pending : done).put(order.ordId(), order));
  }

  /// Keeps the newest state of an order.
  OwnOrder put(OwnOrder order) {
    pending.remove(order.ordId());
    (order.pending() ? pending : done).put(order.ordId(), order);
    changes.mark();
    return order;
  }

  /// Pending orders, oldest first.
  List<OwnOrder> pending() {
    return List.copyOf(pending.values());
  }

  List<OwnOrder> pending(Predicate<Terms> which) {
    return pending.values().stream().filter(order -> which.test(order.terms())).toList();
  }

  /// Final orders, newest first.
  List<OwnOrder> done() {
    return List.copyOf(done.descendingMap().values());
  }

  Optional<OwnOrder> get(String ordId) {
    return Optional.ofNullable(pending.get(ordId)).or(() -> Optional.ofNullable(done.get(ordId)));
  }

  boolean pendingWith(String clOrdId) {
    return pending.values().stream().anyMatch(order -> order.terms().clOrdId().equals(clOrdId));
  }

  /// The order of that instrument by its id, or the newest of that client id.
  Optional<OwnOrder> find(String instId, String ordId, String clOrdId) {
    if (!ordId.isEmpty()) {
      return get(ordId).filter(order -> order.terms().instId().equals(instId));
    }
    return Stream.concat(pending.values().stream(), done.values().stream())
        .filter(order -> order.terms().clOrdId().equals(clOrdId))
        .filter(order -> order.terms().instId().equals(instId))
        .max(Comparator.comparing(OwnOrder::ordId));
  }

  /// Drops what OKX no longer shows anywhere.
  void forget(Instant now, Duration archive) {
    done.values()
        .removeIf(
            order ->
                order
                    .progress()
                    .updated()
                    .isBefore(now.minus(order.untouched() ? UNFILLED : archive)));
  }

  List<OwnOrder> all() {
    return Stream.concat(done.values().stream(), pending.values().stream()).toList();
  }
}
