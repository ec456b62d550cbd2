package dev.okxguard.trade;

import dev.okxguard.journal.Event;
import dev.okxguard.okx.Exchange;
import java.time.Instant;
import java.util.Optional;

/// Whether a position was closed: both ways of closing leave an order under our client id. OKX's
/// own close has no expiry, so that its absence counts only once its signature is too old.
///
/// @param exchange asked
record CloseFate(Exchange exchange) implements Fate {
  @Override
  public Optional<Resolution> look(Event.Intent intent, Instant since, boolean late) {
    return order().look(intent, since, late);
  }

  @Override
  public Resolution nothing(Event.Intent intent) {
    return order().nothing(intent);
  }

  /// Long enough for the signature of a request without expiry to grow too old.
  @Override
  public int rounds() {
    return 40;
  }

  private OrderFate order() {
    return new OrderFate(exchange);
  }
}
