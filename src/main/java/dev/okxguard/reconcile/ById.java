package dev.okxguard.reconcile;

import dev.okxguard.model.Fault;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Order;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.ExchangeErrors;
import java.time.Instant;
import java.util.Optional;

/// Reads orders by their ids. OKX answers so for live instruments only: orders of one that is
/// delivered or delisted are in the lists of the past, if anywhere.
record ById(Exchange exchange) {
  /// Empty when nothing is told of it.
  Optional<Order> order(String instId, String ordId) {
    try {
      return exchange.orderById(instId, ordId);
    } catch (Fault fault) {
      if (ExchangeErrors.noInstrument(fault)) {
        return Optional.empty();
      }
      throw fault;
    }
  }

  /// Whether an instrument has ended by then.
  static boolean ended(String instId, Instant now) {
    return InstType.expiryByForm(instId).filter(end -> !now.isBefore(end)).isPresent();
  }
}
