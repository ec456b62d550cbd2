package dev.okxguard.trade;

import dev.okxguard.journal.Event;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderState;
import dev.okxguard.okx.Exchange;
import java.time.Instant;
import java.util.Optional;

/// Whether an order has the values an amendment was to give it. OKX drops an amendment that arrives
/// after its expiry, and a final order cannot change any more.
record AmendFate(Exchange exchange) implements Fate {
  @Override
  public Optional<Resolution> look(Event.Intent intent, Instant since, boolean late) {
    String ordId = intent.request().path("ordId").asString("");
    Optional<Order> order = new OrderLook(exchange).named(intent, late);
    if (order.isEmpty()) {
      return late ? Optional.of(forgotten()) : Optional.empty();
    }
    if (Amended.by(intent.request()).in(order.get())) {
      return Optional.of(new Resolution.Done(ordId, "the order has the new values"));
    }
    return order.get().state().isFinal()
        ? Optional.of(ended(intent, order.get()))
        : Optional.empty();
  }

  private static Resolution forgotten() {
    return new Resolution.Forgotten(
        "the order is no longer known to OKX; whether it was changed before it ended cannot be"
            + " told, and nothing of it rests");
  }

  private static Resolution ended(Event.Intent intent, Order order) {
    if (cutToItsFill(intent, order)) {
      return new Resolution.Forgotten(
          "the order is filled; whether the change was in time cannot be told, and nothing of it"
              + " rests");
    }
    boolean onFail = intent.request().path("cxlOnFail").asBoolean(false);
    if (onFail && order.state() == OrderState.CANCELED) {
      return new Resolution.Done(order.ordId(), "the order is canceled");
    }
    return new Resolution.Absent("the order is " + order.state().word() + " with its old values");
  }

  /// OKX makes an order that is cut below its fill a filled one of that size, which is also what an
  /// order shows that was filled before the cut came.
  private static boolean cutToItsFill(Event.Intent intent, Order order) {
    return order.state() == OrderState.FILLED
        && Amended.by(intent.request())
            .sz()
            .filter(wanted -> wanted.compareTo(order.accFillSz()) <= 0)
            .isPresent();
  }

  @Override
  public Resolution nothing(Event.Intent intent) {
    return new Resolution.Absent("the order rests with its old values and the change has expired");
  }

  @Override
  public int rounds() {
    return 30;
  }
}
