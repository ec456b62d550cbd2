package dev.okxguard.guard;

import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoState;
import dev.okxguard.model.Order;
import dev.okxguard.model.Position;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What waiting orders do for positions, by the reading that the guard has of them.
public final class Protection {
  private Protection() {}

  /// Whether it is a stop that watches already: see [StopGuard].
  public static boolean watches(Algo algo) {
    return StopGuard.stop(algo) && algo.state() == AlgoState.LIVE;
  }

  /// Whether it belongs to that leg.
  public static boolean on(Position leg, Algo algo) {
    return LegKey.of(leg).equals(LegKey.of(algo));
  }

  /// Whether an order of that side takes something off the open leg.
  public static boolean closes(Position leg, Side side) {
    return leg.signed().signum() == -side.sign();
  }

  /// Contracts of the open leg that stops on its closing side cover; more than all of it counts as
  /// all.
  public static BigDecimal covered(Position leg, List<Algo> algos) {
    return cover(
        algos.stream().filter(algo -> watches(algo) && on(leg, algo) && closes(leg, algo.side())),
        leg.pos().abs());
  }

  /// What stops cover of that much.
  static BigDecimal cover(Stream<Algo> stops, BigDecimal held) {
    List<Algo> all = stops.toList();
    return all.stream().anyMatch(Algo::closesAll) ? held : sizes(all.stream()).min(held);
  }

  /// What those of a given size close together.
  static BigDecimal sizes(Stream<Algo> stops) {
    return stops.flatMap(algo -> algo.sz().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// Whether it cannot open anything when it fires.
  public static boolean onlyReduces(Algo algo, AccountConfig config) {
    return Waiting.onlyReduces(algo, Optional.of(config));
  }

  /// Whether it cannot open anything when it fills, by the same reading.
  public static boolean onlyReduces(Order order, AccountConfig config) {
    return Waiting.onlyReduces(order, Optional.of(config));
  }
}
