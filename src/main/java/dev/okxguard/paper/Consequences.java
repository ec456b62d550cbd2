package dev.okxguard.paper;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What prices, or the exchange itself, did to the account, in rows as OKX's reads give them,
/// oldest first.
///
/// @param fills every fill
/// @param triggers algo orders that fired, whether their order was taken or refused
/// @param liquidations the exchange's own orders that liquidated
/// @param cancels orders cancelled
public record Consequences(
    List<ObjectNode> fills,
    List<ObjectNode> triggers,
    List<ObjectNode> liquidations,
    List<ObjectNode> cancels) {

  public static final Consequences NONE =
      new Consequences(List.of(), List.of(), List.of(), List.of());

  public Consequences {
    fills = List.copyOf(fills);
    triggers = List.copyOf(triggers);
    liquidations = List.copyOf(liquidations);
    cancels = List.copyOf(cancels);
  }
}
