package dev.okxguard.paper.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Open legs, recently closed ones, and the record of every close.
final class Legs {
  /// A leg as it was when it closed.
  ///
  /// @param sign 1 for a long, -1 for a short
  /// @param lever leverage when it closed
  record Closed(Leg leg, int sign, BigDecimal lever) implements Recorded {}

  private final Map<LegKey, Leg> legs = new HashMap<>();
  private final List<Closed> closed = new ArrayList<>();
  private final Changes changes;
  private final Reserved reserved;

  Legs(Changes changes, Reserved reserved) {
    this.changes = changes;
    this.reserved = reserved;
  }

  void load(Collection<Leg> savedLegs) {
    savedLegs.forEach(leg -> legs.put(leg.key(), leg));
  }

  /// The leg, open or flat.
  Optional<Leg> get(LegKey key) {
    return Optional.ofNullable(legs.get(key));
  }

  /// The leg when it holds something.
  Optional<Leg> open(LegKey key) {
    return get(key).filter(leg -> !leg.flat());
  }

  /// Every leg, open or recently closed, in the order of their ids.
  List<Leg> all() {
    return legs.values().stream().sorted(Comparator.comparing(Leg::posId)).toList();
  }

  List<Leg> open() {
    return all().stream().filter(leg -> !leg.flat()).toList();
  }

  void put(Leg leg) {
    legs.put(leg.key(), leg);
    reserved.changed(leg.key());
    changes.mark();
  }

  void close(Closed record) {
    load(record);
    changes.happened(record);
  }

  /// A close that is on record.
  void load(Closed record) {
    closed.add(record);
  }

  /// Closes, oldest first.
  List<Closed> closed() {
    return Collections.unmodifiableList(closed);
  }

  void forget(Instant now, Instant oldest) {
    Ended.drop(closed, record -> record.leg().updated().isBefore(oldest));
    legs.values().removeIf(leg -> leg.gone(now));
  }
}
