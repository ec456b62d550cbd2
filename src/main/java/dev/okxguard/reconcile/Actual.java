package dev.okxguard.reconcile;

import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.Algo;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Order;
import dev.okxguard.model.Position;
import java.time.Instant;
import java.util.List;

/// The account as the exchange shows it, every read having succeeded and nothing having moved
/// meanwhile.
///
/// @param at by the exchange's clock
public record Actual(
    Instant at,
    AccountConfig config,
    Balance balance,
    List<Position> positions,
    List<Order> orders,
    List<Algo> algos) {
  public Actual {
    positions = List.copyOf(positions);
    orders = List.copyOf(orders);
    algos = List.copyOf(algos);
  }
}
