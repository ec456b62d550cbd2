package dev.okxguard.reconcile;

import java.math.BigDecimal;
import java.util.Optional;

/// Whether an order waits with the size and price that we gave it.
record Changes(Ours ours) {

  /// What was changed by another hand; empty when nothing was.
  ///
  /// @param smaller whether all that changed is that it is smaller
  record Change(Working was, Working is, boolean smaller) {}

  Optional<Change> of(Working was, Working is) {
    boolean size = changed(was, was.sz(), is.sz());
    boolean price = changed(was, was.px(), is.px());
    if (!size && !price) {
      return Optional.empty();
    }
    return Optional.of(new Change(was, is, size && !price && smaller(was, is)));
  }

  private boolean changed(Working order, Optional<BigDecimal> was, Optional<BigDecimal> is) {
    boolean wanted = is.filter(v -> ours.asked(order.id(), order.clOrdId(), v)).isPresent();
    return !was.equals(is) && !wanted;
  }

  private static boolean smaller(Working was, Working is) {
    return is.sz().isPresent()
        && was.sz().filter(sz -> is.sz().get().compareTo(sz) < 0).isPresent();
  }
}
