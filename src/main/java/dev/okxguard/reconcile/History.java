package dev.okxguard.reconcile;

import dev.okxguard.model.Bill;
import dev.okxguard.model.Fill;
import dev.okxguard.model.Order;
import dev.okxguard.model.Span;
import java.util.List;
import java.util.Map;

/// What happened on the account in that span, all of it.
///
/// @param orders by order id, those behind fills and bills that do not name a client id of ours:
///   they tell which algo order fired them, and in what category
public record History(Span span, List<Fill> fills, List<Bill> bills, Map<String, Order> orders) {
  public History {
    fills = List.copyOf(fills);
    bills = List.copyOf(bills);
    orders = Map.copyOf(orders);
  }
}
