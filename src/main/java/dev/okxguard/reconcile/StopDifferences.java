package dev.okxguard.reconcile;

import dev.okxguard.guard.Protection;
import dev.okxguard.guard.StopGuard;
import dev.okxguard.model.Algo;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.Order;
import dev.okxguard.model.Position;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether stops are where positions are, and nowhere else. Contracts only: what a stop covers of
/// spot on credit is not known, so there only that there is one.
///
/// @param gone by leg, what became of stops that were known
record StopDifferences(Actual actual, Demands demands, Map<Leg, String> gone) {

  /// In no order.
  List<Difference> all() {
    List<Difference> found = new ArrayList<>();
    for (Position leg : actual.positions()) {
      if (!leg.flat()) {
        coverage(leg, found);
      }
    }
    for (Algo algo : actual.algos()) {
      if (Protection.watches(algo) && algo.instType().contracts()) {
        place(algo, found);
      }
    }
    return found;
  }

  private void coverage(Position leg, List<Difference> found) {
    if (!StopGuard.demands(demands.policy(), leg.instType())) {
      return;
    }
    BigDecimal held = leg.pos().abs();
    BigDecimal covered = covered(leg);
    if (covered.compareTo(held) >= 0) {
      return;
    }
    boolean none = covered.signum() == 0;
    boolean carried = covered.add(carried(leg)).compareTo(held) >= 0;
    String why =
        carried
            ? "the rest came from an order that is still filling and carries its stop"
            : gone.getOrDefault(Leg.of(leg), "no stop of ours on it is known to be gone");
    found.add(
        new Difference(
            none ? Kind.STOP_MISSING : Kind.STOP_SHORT,
            carried ? Severity.INFO : Severity.HALT,
            Subject.leg(Leg.of(leg)),
            "stops for " + Decimals.text(held),
            none ? "none" : "stops for " + Decimals.text(covered),
            why));
  }

  private BigDecimal covered(Position leg) {
    if (leg.instType().contracts()) {
      return Protection.covered(leg, actual.algos());
    }
    boolean any =
        actual.algos().stream().anyMatch(a -> Protection.watches(a) && Protection.on(leg, a));
    return any ? leg.pos().abs() : BigDecimal.ZERO;
  }

  /// What orders that are partly filled brought in with a stop attached: OKX makes it a stop of its
  /// own when they are done.
  private BigDecimal carried(Position leg) {
    return actual.orders().stream()
        .filter(order -> Leg.of(order).equals(Leg.of(leg)) && !Protection.closes(leg, order.side()))
        .filter(StopDifferences::carriesStop)
        .map(Order::accFillSz)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static boolean carriesStop(Order order) {
    return order.attached().stream()
        .anyMatch(it -> it.stop().slTriggerPx().isPresent() && it.failCode().isEmpty());
  }

  private void place(Algo algo, List<Difference> found) {
    List<Position> legs =
        actual.positions().stream().filter(p -> Protection.on(p, algo) && !p.flat()).toList();
    if (legs.isEmpty() && !opening(algo)) {
      found.add(about(algo, Kind.STOP_STRAY, "nothing", "its position is gone"));
    } else if (legs.stream().anyMatch(leg -> !Protection.closes(leg, algo.side()))) {
      String side = algo.side().opposite().word();
      found.add(about(algo, Kind.STOP_WRONG_SIDE, side, "it is on the side that adds"));
    }
  }

  /// What may only close does no harm where it is, but protects nothing either.
  private Difference about(Algo algo, Kind kind, String expected, String what) {
    boolean harmless = Protection.onlyReduces(algo, actual.config());
    Working order = Working.of(algo, Set.of());
    return new Difference(
        kind,
        harmless ? Severity.WARN : Severity.HALT,
        Subject.order(order.leg(), order.id()),
        expected,
        order.words(),
        harmless ? what : what + ", and it may open a position when it fires");
  }

  /// Whether something waits that would open the position it is for.
  private boolean opening(Algo stop) {
    return actual.orders().stream().anyMatch(order -> opens(order, stop))
        || actual.algos().stream().anyMatch(algo -> opens(algo, stop));
  }

  private boolean opens(Order order, Algo stop) {
    return Leg.of(order).equals(Leg.of(stop))
        && opposite(order.side(), stop)
        && !Protection.onlyReduces(order, actual.config());
  }

  private boolean opens(Algo algo, Algo stop) {
    return Leg.of(algo).equals(Leg.of(stop))
        && opposite(algo.side(), stop)
        && !Protection.watches(algo)
        && !Protection.onlyReduces(algo, actual.config());
  }

  private static boolean opposite(Side side, Algo stop) {
    return side == stop.side().opposite();
  }
}
