package dev.okxguard.trade;

import dev.okxguard.guard.Denial;
import dev.okxguard.model.Algo;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Order;
import dev.okxguard.model.Position;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What came of an emergency stop.
///
/// @param uid "" when nobody could tell
/// @param halted whether the halt file is there
/// @param state how far what was to go is gone
/// @param blocked why nothing at all could be read or sent
/// @param denials why nothing was to be sent
/// @param cancelled how many orders and algo orders that this call wanted gone are gone
/// @param closed legs that are smaller now than when they were first seen
/// @param sold what became of each sale
/// @param problems what went wrong on the way, one text each
public record Killed(
    String uid,
    boolean halted,
    State state,
    Optional<Fault> blocked,
    List<Denial> denials,
    int cancelled,
    List<Closed> closed,
    List<Outcome> sold,
    Left left,
    List<String> problems) {

  public Killed {
    denials = List.copyOf(denials);
    closed = List.copyOf(closed);
    sold = List.copyOf(sold);
    problems = List.copyOf(problems);
  }

  /// How far what was to go is gone.
  public enum State {
    /// Twice in a row nothing of it was seen.
    DONE,
    /// Some of it is left, and what is told for certain.
    RESIDUE,
    /// What is left could not be read, or a request is under way whose fate is unknown.
    UNKNOWN
  }

  /// A leg that was taken off, wholly or in part.
  ///
  /// @param before,left with direction
  public record Closed(Position leg, BigDecimal before, BigDecimal left) {}

  /// Everything that is still there, as last read.
  ///
  /// @param spot coins that were to be sold
  /// @param stays ids of orders and algo orders that this call leaves on purpose: they can only
  ///   take a position off
  public record Left(
      List<Order> orders,
      List<Algo> algos,
      List<Position> positions,
      List<Holding> spot,
      Set<String> stays) {
    public Left {
      orders = List.copyOf(orders);
      algos = List.copyOf(algos);
      positions = List.copyOf(positions);
      spot = List.copyOf(spot);
      stays = Set.copyOf(stays);
    }
  }

  /// Coins that were not sold.
  ///
  /// @param usd by the exchange's valuation, empty when it gave none
  /// @param dust whether no order could take them, so that they are no residue
  public record Holding(
      String ccy, BigDecimal amount, Optional<BigDecimal> usd, String why, boolean dust) {}
}
