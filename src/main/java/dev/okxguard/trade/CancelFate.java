package dev.okxguard.trade;

import dev.okxguard.journal.Event;
import dev.okxguard.model.Order;
import dev.okxguard.okx.Exchange;
import java.time.Instant;
import java.util.Optional;

/// Whether an order is gone. OKX shows what was cancelled for hours, so that one it does not show
/// at once may be too new for that.
record CancelFate(Exchange exchange) implements Fate {
  @Override
  public Optional<Resolution> look(Event.Intent intent, Instant since, boolean late) {
    String ordId = intent.request().path("ordId").asString("");
    Optional<Order> order = new OrderLook(exchange).named(intent, late);
    if (order.map(o -> !o.state().isFinal()).orElse(!late)) {
      return Optional.empty();
    }
    String state = order.map(o -> o.state().word()).orElse("no longer known to the exchange");
    return Optional.of(new Resolution.Done(ordId, "the order is " + state));
  }

  @Override
  public Resolution nothing(Event.Intent intent) {
    return new Resolution.Absent("the order still rests at OKX; the cancel did not arrive");
  }

  /// Whoever cancels does not want to wait for proof; the order's state is plain to see.
  @Override
  public int rounds() {
    return 4;
  }
}
