package dev.okxguard.paper.engine;

import java.util.Optional;

/// An order that may only close must have something to close, be of the other direction and not be
/// larger. OKX refuses the whole order instead of cutting it.
final class ReduceOnlyCheck {
  private ReduceOnlyCheck() {}

  static OwnOrder pass(OwnOrder order, Check.Request request) {
    if (!order.terms().closesOnly()) {
      return order;
    }
    Optional<Leg> leg = request.session().account().legs().open(order.terms().leg());
    if (leg.isEmpty()) {
      throw Refused.because(
          "51169",
          "Order failed because you don't have any positions in this direction to reduce.");
    }
    if (leg.get().sign() == order.terms().side().sign()) {
      throw Refused.because(
          "51170", "A reduce-only order can't have the same direction as the position.");
    }
    if (order.rest().compareTo(leg.get().size()) > 0) {
      throw Refused.because(
          "51112", "Your order quantity exceeds the quantity available to close.");
    }
    return order;
  }
}
