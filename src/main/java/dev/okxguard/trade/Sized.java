package dev.okxguard.trade;

import dev.okxguard.guard.Denial;
import dev.okxguard.model.OrderDraft;

/// What became of a size that was said in some unit.
sealed interface Sized {
  /// The order in OKX's own unit, rounded down to the lot.
  record Ready(OrderDraft draft) implements Sized {}

  /// It cannot be worked out, or is too little to place.
  record Refused(Denial denial) implements Sized {}
}
