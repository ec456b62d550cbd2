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
      throw Refused.because("51169", "Nothing to reduce in this direction");
    }
    if (leg.get().sign() == order.terms().side().sign()) {
      throw Refused.because("51170", "reduceOnly would add to the position");
    }
    // Counted in quote currency it is cut to the position by the match.
    boolean counted = !order.terms().quoteSized();
    if (counted && order.rest().compareTo(leg.get().size()) > 0) {
      throw Refused.because("51112", "sz above what can be closed");
    }
    return order;
  }
}
