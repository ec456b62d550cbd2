package dev.okxguard.okx;

import dev.okxguard.model.Fault;
import dev.okxguard.model.Order;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Orders that wait, and single ones by id (reference c.4).
final class OrderReads {
  private static final Set<String> NO_ORDER = Set.of("51603");
  private static final int PAGE = 100;

  private final RestClient client;

  OrderReads(RestClient client) {
    this.client = client;
  }

  /// All pages, holding no more than one at a time.
  List<Order> pending() {
    Endpoint endpoint = Endpoint.ORDERS_PENDING;
    Set<Order> orders = new LinkedHashSet<>();
    client
        .pages()
        .each(
            new Pages.Listing(endpoint, Map.of(), new Pages.Cursor("ordId", PAGE), row -> true),
            row -> orders.add(Orders.order(row)));
    return List.copyOf(orders);
  }

  /// Only OKX's own "does not exist" is an absence; an answer without an order, or with another
  /// one, is a failed read.
  Optional<Order> one(String instId, String idField, String id) {
    Endpoint endpoint = Endpoint.ORDER;
    try {
      JsonNode data = client.data(endpoint, Query.of("instId", instId, idField, id));
      Row row = new Row(endpoint, data.path(0));
      if (data.size() != 1) {
        throw row.broken("data", "has " + data.size() + " rows where one was asked for");
      }
      if (!row.text(idField).equals(id)) {
        throw row.broken(idField, "is that of another order");
      }
      return Optional.of(Orders.order(row));
    } catch (Fault fault) {
      if (Said.said(fault, NO_ORDER)) {
        return Optional.empty();
      }
      throw fault;
    }
  }
}
