package dev.okxguard.guard.breaker;

import dev.okxguard.model.Bill;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The round trips that the exchange's fills show, newest first.
///
/// @param trips those that ended
record RoundTrips(List<Trip> trips) {
  private record LegName(InstType type, String instId, PosSide side) {}

  static RoundTrips of(Look look) {
    List<Fill> fills = look.fills().orElseThrow(() -> new Unmeasurable("fills")).reversed();
    Map<String, List<Bill>> funding =
        look.funding().orElseThrow(() -> new Unmeasurable("funding payments")).reversed().stream()
            .collect(Collectors.groupingBy(Bill::instId));
    List<Position> legs = look.legs();
    Map<LegName, List<Fill>> each = new LinkedHashMap<>();
    for (Fill fill : fills) {
      LegName leg = new LegName(fill.instType(), fill.instId(), fill.posSide());
      each.computeIfAbsent(leg, _ -> new ArrayList<>()).add(fill);
    }
    List<Trip> trips = new ArrayList<>();
    each.forEach((leg, own) -> trips.addAll(trips(leg, own, legs, paid(funding, leg))));
    trips.sort(Comparator.comparing(Trip::closed).reversed());
    return new RoundTrips(List.copyOf(trips));
  }

  private static List<Bill> paid(Map<String, List<Bill>> funding, LegName leg) {
    return funding.getOrDefault(leg.instId(), List.of());
  }

  private static List<Trip> trips(
      LegName leg, List<Fill> fills, List<Position> legs, List<Bill> paid) {
    if (leg.type() == InstType.SPOT) {
      return SpotTrips.over(fills);
    }
    BigDecimal held =
        legs.stream()
            .filter(p -> p.instId().equals(leg.instId()) && p.posSide() == leg.side())
            .map(Position::signed)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new ContractTrips(held, fills, paid).over(fills);
  }

  /// How many of the last ones lost in a row, after a person last resumed.
  int losing(Optional<Instant> resumed) {
    return (int) trips.stream().takeWhile(trip -> trip.losing() && after(trip, resumed)).count();
  }

  /// Whether all of them lost, so that the row may have begun earlier.
  boolean onlyLosing(Optional<Instant> resumed) {
    return !trips.isEmpty() && losing(resumed) == trips.size();
  }

  private static boolean after(Trip trip, Optional<Instant> resumed) {
    return resumed.map(at -> trip.closed().isAfter(at)).orElse(true);
  }
}
