package dev.okxguard.paper.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The account's orders, pending and final, by id.
final class Orders {
  /// How long OKX still shows a cancelled order that never filled.
  static final Duration UNFILLED = Duration.ofHours(2);

  private final TreeMap<String, OwnOrder> pending = new TreeMap<>();
  private final Ended<OwnOrder> done = new Ended<>(Orders::shownUntil);
  private final Map<LegKey, TreeMap<String, OwnOrder>> byLeg = new HashMap<>();
  private final Changes changes;
  private final Reserved reserved;

  Orders(Changes changes, Reserved reserved) {
    this.changes = changes;
    this.reserved = reserved;
  }

  /// Keeps the newest state of an order.
  OwnOrder put(OwnOrder order) {
    load(order);
    changes.order(order);
    return order;
  }

  /// The same, of one that is on record.
  void load(OwnOrder order) {
    LegKey leg = order.terms().leg();
    reserved.changed(leg);
    if (order.pending()) {
      pending.put(order.ordId(), order);
      byLeg.computeIfAbsent(leg, _ -> new TreeMap<>()).put(order.ordId(), order);
      return;
    }
    pending.remove(order.ordId());
    byLeg.computeIfPresent(leg, (_, rest) -> without(rest, order.ordId()));
    done.put(order.ordId(), order);
  }

  private static TreeMap<String, OwnOrder> without(TreeMap<String, OwnOrder> orders, String id) {
    orders.remove(id);
    return orders.isEmpty() ? null : orders;
  }

  private static Instant shownUntil(OwnOrder order) {
    return order.progress().updated().plus(order.untouched() ? UNFILLED : Account.ARCHIVE);
  }

  /// Pending orders, oldest first.
  List<OwnOrder> pending() {
    return List.copyOf(pending.values());
  }

  List<OwnOrder> pending(Predicate<Terms> which) {
    return pending.values().stream().filter(order -> which.test(order.terms())).toList();
  }

  /// Legs that have pending orders.
  Set<LegKey> legs() {
    return Collections.unmodifiableSet(byLeg.keySet());
  }

  /// Pending orders on a leg, oldest first.
  Collection<OwnOrder> on(LegKey leg) {
    TreeMap<String, OwnOrder> orders = byLeg.get(leg);
    return orders == null ? List.of() : Collections.unmodifiableCollection(orders.values());
  }

  /// How many are pending.
  int pendingCount() {
    return pending.size();
  }

  /// How many are pending on an instrument.
  int pendingCount(String instId) {
    return byLeg.entrySet().stream()
        .filter(leg -> leg.getKey().instId().equals(instId))
        .mapToInt(leg -> leg.getValue().size())
        .sum();
  }

  /// Final orders, newest first.
  SequencedCollection<OwnOrder> done() {
    return done.newestFirst();
  }

  Optional<OwnOrder> get(String ordId) {
    return Optional.ofNullable(pending.get(ordId)).or(() -> done.get(ordId));
  }

  boolean pendingWith(String clOrdId) {
    return pending.values().stream().anyMatch(order -> order.terms().clOrdId().equals(clOrdId));
  }

  /// The order of that instrument by its id, or the newest of that client id.
  Optional<OwnOrder> find(String instId, String ordId, String clOrdId) {
    if (!ordId.isEmpty()) {
      return get(ordId).filter(order -> order.terms().instId().equals(instId));
    }
    return all()
        .filter(order -> order.terms().clOrdId().equals(clOrdId))
        .filter(order -> order.terms().instId().equals(instId))
        .max(Comparator.comparing(OwnOrder::ordId));
  }

  /// Drops what OKX no longer shows anywhere.
  void forget(Instant now) {
    done.forget(now);
  }

  int count() {
    return done.size() + pending.size();
  }

  Stream<OwnOrder> all() {
    return Stream.concat(done.newestFirst().reversed().stream(), pending.values().stream());
  }
}
