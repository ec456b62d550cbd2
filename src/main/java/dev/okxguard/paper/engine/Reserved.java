package dev.okxguard.paper.engine;

import dev.okxguard.model.Instrument;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// What pending orders tie up, by currency. Orders on one leg are added up together, and again only
/// once one of them or the leg has changed: with thousands of orders each look at the account would
/// take long.
final class Reserved {
  private final Map<LegKey, Map<String, BigDecimal>> sums = new HashMap<>();

  /// Forgets the sums of a leg; to be told of each change of it and of its orders.
  void changed(LegKey leg) {
    sums.remove(leg);
  }

  /// In all.
  BigDecimal of(Session session, String ccy) {
    return session.account().orders().legs().stream()
        .map(leg -> on(session, leg, ccy))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// What one order more would tie up, after those already pending, or in place of itself.
  BigDecimal needed(Session session, String ccy, OwnOrder candidate) {
    LegKey leg = candidate.terms().leg();
    Stream<OwnOrder> others =
        session.account().orders().on(leg).stream()
            .filter(order -> !order.ordId().equals(candidate.ordId()));
    BigDecimal with =
        sums(session, Stream.concat(others, Stream.of(candidate)))
            .getOrDefault(ccy, BigDecimal.ZERO);
    return with.subtract(on(session, leg, ccy));
  }

  private BigDecimal on(Session session, LegKey leg, String ccy) {
    return sums.computeIfAbsent(
            leg, key -> sums(session, session.account().orders().on(key).stream()))
        .getOrDefault(ccy, BigDecimal.ZERO);
  }

  private static Map<String, BigDecimal> sums(Session session, Stream<OwnOrder> orders) {
    Reservation reservation = new Reservation(session.account());
    Map<String, BigDecimal> sums = new HashMap<>();
    orders.forEach(
        order -> {
          Instrument instrument = session.instrument(order.terms().instId());
          String ccy = Reservation.currency(instrument, order.terms());
          sums.merge(ccy, reservation.add(instrument, order), BigDecimal::add);
        });
    return sums;
  }
}
