package dev.okxguard.guard;

import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.Algo;
import dev.okxguard.model.Order;
import dev.okxguard.model.Position;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which of what rests at the exchange may open something. When trading stops that goes first; what
/// can only take a position off, and the stops that protect one, are not among it.
public final class Openings {
  private Openings() {}

  /// The pending orders that may add exposure.
  ///
  /// @param config the account's settings; empty when they could not be read
  public static List<Order> orders(List<Order> pending, Optional<AccountConfig> config) {
    return pending.stream().filter(order -> !Projection.onlyReduces(order, config)).toList();
  }

  /// The waiting algo orders that may add exposure. A stop without a reduce-only flag counts as
  /// protection as far as it fits, with those before it, into the position it would close.
  ///
  /// @param positions every open leg; where they could not be read no stop is among the answer
  /// @param config as above
  public static List<Algo> algos(
      List<Algo> pending, Optional<List<Position>> positions, Optional<AccountConfig> config) {
    Map<Covered, BigDecimal> room = new HashMap<>();
    List<Algo> opening = new ArrayList<>();
    for (Algo algo : pending) {
      if (!Waiting.onlyReduces(algo, config) && !protects(algo, positions, room)) {
        opening.add(algo);
      }
    }
    return List.copyOf(opening);
  }

  private static boolean protects(
      Algo algo, Optional<List<Position>> positions, Map<Covered, BigDecimal> room) {
    if (!StopGuard.stop(algo) || !algo.instType().contracts()) {
      return false;
    }
    if (positions.isEmpty() || algo.sz().isEmpty()) {
      return positions.isEmpty();
    }
    Covered leg = new Covered(LegKey.of(algo), algo.side());
    BigDecimal left = room.computeIfAbsent(leg, it -> it.held(positions.get()));
    BigDecimal rest = left.subtract(algo.sz().get());
    if (rest.signum() < 0) {
      return false;
    }
    room.put(leg, rest);
    return true;
  }

  /// A leg and the side that takes it off.
  private record Covered(LegKey leg, Side side) {
    BigDecimal held(List<Position> positions) {
      BigDecimal signed =
          positions.stream()
              .filter(position -> LegKey.of(position).equals(leg))
              .map(Position::signed)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      return side == Side.SELL ? signed : signed.negate();
    }
  }
}
