package dev.okxguard.guard;

import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import java.math.BigDecimal;
import java.util.Optional;

/// An order of the same batch that goes out before the one judged. It may or may not come to be, so
/// it only ever adds risk: nothing later is safe because of it.
///
/// @param draft as it would be, `sz` in total
/// @param rest what of it may still fill, in the unit of `draft`
/// @param entry whether it may add exposure
/// @param usd its value, empty when that cannot be computed
/// @param cost the cash it ties up in USD, empty when that cannot be computed
/// @param changes the resting order it changes, empty for a new one
public record Ahead(
    OrderDraft draft,
    BigDecimal rest,
    boolean entry,
    Optional<BigDecimal> usd,
    Optional<BigDecimal> cost,
    Optional<Order> changes) {

  BigDecimal knownUsd() {
    return usd.orElseThrow(this::unknown);
  }

  BigDecimal knownCost() {
    return cost.orElseThrow(this::unknown);
  }

  private MissingDatum unknown() {
    return new MissingDatum("value of the order on " + draft.instId() + " ahead in the batch");
  }

  /// Whether it changes that resting order.
  boolean changes(Order order) {
    return changes.filter(o -> o.ordId().equals(order.ordId())).isPresent();
  }
}
