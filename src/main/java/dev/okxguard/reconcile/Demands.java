package dev.okxguard.reconcile;

import dev.okxguard.guard.Policy;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.OpenIntent;
import dev.okxguard.model.Algo;
import dev.okxguard.model.Order;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What else the account is held against.
///
/// @param policy says which positions need a stop
/// @param open writes of ours whose fate is not known
/// @param pins modes that the account is meant to have
/// @param gone by order id, what the exchange says of known orders that wait no more
/// @param goneAlgos by algo id, the same of algo orders
public record Demands(
    Policy policy,
    List<OpenIntent> open,
    Optional<Event.Pinned> pins,
    Ours ours,
    Map<String, Order> gone,
    Map<String, Algo> goneAlgos) {
  public Demands {
    open = List.copyOf(open);
    gone = Map.copyOf(gone);
    goneAlgos = Map.copyOf(goneAlgos);
  }
}
