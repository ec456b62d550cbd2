package dev.okxguard.trade;

import dev.okxguard.journal.Event;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.okx.Exchange;
import java.time.Instant;
import java.util.Optional;

/// Whether a position was closed: both ways of closing leave an order under our client id. OKX's
/// own close has no expiry, so that its absence counts only once its signature is too old, and it
/// gives no order id: where no order shows, a leg that is gone is what was wanted.
///
/// @param exchange asked
record CloseFate(Exchange exchange) implements Fate {
  @Override
  public Optional<Resolution> look(Event.Intent intent, Instant since, boolean late) {
    Optional<Resolution> order = order().look(intent, since, late);
    return order.isEmpty() && late && byOkx(intent) ? gone(intent) : order;
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

  private static boolean byOkx(Event.Intent intent) {
    return !intent.request().has("side");
  }

  private Optional<Resolution> gone(Event.Intent intent) {
    return TwoLooks.miss(() -> absent(intent))
        ? Optional.of(
            new Resolution.Done(
                "", "OKX shows no order under this client id, but the position is gone"))
        : Optional.empty();
  }

  private boolean absent(Event.Intent intent) {
    return exchange.positions().stream().noneMatch(leg -> !leg.flat() && is(intent, leg));
  }

  /// A leg that may be the one; when in doubt it is.
  private static boolean is(Event.Intent intent, Position leg) {
    String side = intent.request().path("posSide").asString(PosSide.NET.word());
    return leg.instId().equals(intent.instId())
        && leg.mgnMode().word().equals(intent.request().path("mgnMode").asString(""))
        && leg.posSide().word().equals(side);
  }
}
