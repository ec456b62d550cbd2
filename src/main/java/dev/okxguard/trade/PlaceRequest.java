package dev.okxguard.trade;

import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Size;
import java.util.Optional;

/// An order somebody wants placed.
///
/// @param draft whose `sz` counts only when the size is exact; else it is worked out just before
///   the order is judged
/// @param size how large, as it was said
/// @param key the caller's intent id: the same key with the same order never places a second one
/// @param cut what it is a part of, as in `usd 90 in 3`; "" when it is no part
public record PlaceRequest(OrderDraft draft, Size size, Optional<String> key, String cut) {

  /// A whole order.
  public PlaceRequest(OrderDraft draft, Size size, Optional<String> key) {
    this(draft, size, key, "");
  }

  /// An order whose draft has its size in OKX's own unit.
  public PlaceRequest(OrderDraft draft, Optional<String> key) {
    this(draft, new Size.Exact(draft.sz()), key);
  }
}
