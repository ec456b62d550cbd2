package dev.okxguard.trade;

import dev.okxguard.journal.Event;
import dev.okxguard.model.Algo;
import dev.okxguard.model.Order;
import dev.okxguard.okx.Exchange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether all orders of a request that cancelled several are gone.
record CancelBatchFate(Exchange exchange) implements Fate {
  @Override
  public Optional<Resolution> look(Event.Intent intent, Instant since, boolean late) {
    return TwoLooks.miss(() -> gone(intent))
        ? Optional.of(new Resolution.Done("", "none of the orders rests any more"))
        : Optional.empty();
  }

  private boolean gone(Event.Intent intent) {
    return left(intent, "ordId").isEmpty() && left(intent, "algoId").isEmpty();
  }

  private List<String> left(Event.Intent intent, String idField) {
    List<String> asked =
        intent.request().path("orders").values().stream()
            .map(item -> item.path(idField).asString(""))
            .filter(id -> !id.isEmpty())
            .toList();
    if (asked.isEmpty()) {
      return List.of();
    }
    Set<String> resting = resting(idField);
    return asked.stream().filter(resting::contains).toList();
  }

  private Set<String> resting(String idField) {
    return idField.equals("ordId")
        ? exchange.pendingOrders().stream().map(Order::ordId).collect(Collectors.toSet())
        : exchange.pendingAlgos().stream().map(Algo::algoId).collect(Collectors.toSet());
  }

  @Override
  public Resolution nothing(Event.Intent intent) {
    return new Resolution.Absent("orders of it still rest at OKX; their cancel did not arrive");
  }

  /// As with one order: their state is plain to see.
  @Override
  public int rounds() {
    return 4;
  }
}
