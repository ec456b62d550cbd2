package dev.okxguard.guard;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import java.math.BigDecimal;
import java.util.Optional;

/// An order with what its caller says about it.
///
/// @param draft the whole order as it would be
/// @param intentKey whether the caller named this intent with a key of its own that was never seen
///   before: a second order like the last one is then meant, not an accident
/// @param replaces the resting order that is changed into the draft; empty for a new order
/// @param trigger the price at which an algo order will place it; empty for an order of now
public record OrderRequest(
    OrderDraft draft, boolean intentKey, Optional<Order> replaces, Optional<BigDecimal> trigger) {

  /// A new order.
  public OrderRequest(OrderDraft draft, boolean intentKey) {
    this(draft, intentKey, Optional.empty(), Optional.empty());
  }

  /// An order that an algo order places once a price is reached; without one, an order of now.
  static OrderRequest at(Optional<BigDecimal> trigger, OrderDraft draft, boolean intentKey) {
    return new OrderRequest(draft, intentKey, Optional.empty(), trigger);
  }

  /// A change of a resting order, which is no accidental twin of it.
  public static OrderRequest change(Order from, OrderDraft to) {
    return new OrderRequest(to, true, Optional.of(from), Optional.empty());
  }

  /// The same about another draft.
  public OrderRequest of(OrderDraft other) {
    return new OrderRequest(other, intentKey, replaces, trigger);
  }

  /// Whether it does no more than take size off a resting order. That cannot raise what may be
  /// lost, whereas any other price can: it fills sooner, or is worth more, or meets its stop.
  public boolean onlyShrinks() {
    return replaces
        .filter(from -> draft.sz().compareTo(from.sz()) <= 0)
        .filter(from -> samePrice(from.px(), draft.px()))
        .isPresent();
  }

  private static boolean samePrice(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    return one.map(Decimals::text).equals(other.map(Decimals::text));
  }

  /// What of the draft may still fill: a filled part is a position by now.
  BigDecimal restSz() {
    return replaces
        .map(from -> draft.sz().subtract(from.accFillSz()).max(BigDecimal.ZERO))
        .orElseGet(draft::sz);
  }

  /// The draft with that size alone.
  OrderDraft rest() {
    return replaces.isEmpty() ? draft : with(restSz(), draft.stop().isPresent());
  }

  OrderRequest withoutStop() {
    return new OrderRequest(with(draft.sz(), false), intentKey, replaces, trigger);
  }

  private OrderDraft with(BigDecimal sz, boolean stop) {
    return new OrderDraft(
        draft.instType(),
        draft.instId(),
        draft.tdMode(),
        draft.side(),
        draft.posSide(),
        draft.ordType(),
        sz,
        draft.px(),
        draft.reduceOnly(),
        draft.tgtCcy(),
        stop ? draft.stop() : Optional.empty());
  }
}
