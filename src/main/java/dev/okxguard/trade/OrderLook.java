package dev.okxguard.trade;

import dev.okxguard.journal.Event;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Order;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.ExchangeErrors;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Reads the order that an intent is about. OKX answers for one by its id only while its instrument
/// is traded; of one that was delivered or delisted its lists alone tell.
record OrderLook(Exchange exchange) {
  /// What OKX's list of finished orders covers.
  private static final Duration HISTORY = Duration.ofDays(7).minusHours(1);

  /// The order of the intent's own client id; empty also where only the lists can tell.
  Optional<Order> placed(Event.Intent intent) {
    return traded(() -> exchange.order(intent.instId(), new ClOrdId(intent.clOrdId())))
        .orElse(Optional.empty());
  }

  /// The order that the intent cancels or changes. One that does not show by its id may rest all
  /// the same: a read lags behind at times.
  ///
  /// @param late whether the lists are worth asking: before, another look will tell
  Optional<Order> named(Event.Intent intent, boolean late) {
    String ordId = intent.request().path("ordId").asString("");
    Optional<Optional<Order>> read = traded(() -> exchange.orderById(intent.instId(), ordId));
    Optional<Order> shown = read.orElse(Optional.empty());
    if (shown.isPresent() || !late) {
      return shown;
    }
    return of(ordId, exchange.pendingOrders())
        .or(() -> read.isEmpty() ? over(intent, ordId) : Optional.empty());
  }

  /// What was read; empty where OKX trades no such instrument.
  private static <T> Optional<T> traded(Supplier<T> read) {
    try {
      return Optional.of(read.get());
    } catch (Fault fault) {
      if (ExchangeErrors.noInstrument(fault)) {
        return Optional.empty();
      }
      throw fault;
    }
  }

  private Optional<Order> over(Event.Intent intent, String ordId) {
    Instant since = exchange.serverTime().minus(HISTORY);
    return OrderFate.types(intent).stream()
        .flatMap(type -> of(ordId, exchange.history(type, since)).stream())
        .findFirst();
  }

  private static Optional<Order> of(String ordId, List<Order> orders) {
    return orders.stream().filter(order -> order.ordId().equals(ordId)).findFirst();
  }
}
