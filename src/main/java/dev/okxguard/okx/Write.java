package dev.okxguard.okx;

import java.util.Optional;

/// Every write OKX takes from this program, with where it goes alone and in company (reference c.3
/// to c.5).
public enum Write {
  ORDER(Endpoint.PLACE_ORDER, Endpoint.BATCH_ORDERS, 20),
  AMEND(Endpoint.AMEND_ORDER, Endpoint.AMEND_BATCH_ORDERS, 20),
  CANCEL(Endpoint.CANCEL_ORDER, Endpoint.CANCEL_BATCH_ORDERS, 20),
  /// The whole position at market; OKX gives no order id.
  CLOSE(Endpoint.CLOSE_POSITION),
  ALGO(Endpoint.ORDER_ALGO),
  AMEND_ALGO(Endpoint.AMEND_ALGOS),
  CANCEL_ALGO(Endpoint.CANCEL_ALGOS, Endpoint.CANCEL_ALGOS, 10),
  LEVERAGE(Endpoint.SET_LEVERAGE),
  POSITION_MODE(Endpoint.SET_POSITION_MODE),
  /// OKX's own dead man's switch.
  CANCEL_ALL_AFTER(Endpoint.CANCEL_ALL_AFTER);

  private final Endpoint alone;
  private final Optional<Endpoint> together;
  private final int most;

  Write(Endpoint alone) {
    this.alone = alone;
    this.together = Optional.empty();
    this.most = 1;
  }

  Write(Endpoint alone, Endpoint together, int most) {
    this.alone = alone;
    this.together = Optional.of(together);
    this.most = most;
  }

  Endpoint alone() {
    return alone;
  }

  /// Where several go in one request.
  Endpoint together() {
    return together.orElseThrow(() -> new IllegalStateException(this + " goes out one at a time"));
  }

  /// Whether OKX wants a list even for one.
  boolean listed() {
    return this == CANCEL_ALGO;
  }

  /// How many one request takes.
  public int most() {
    return most;
  }

  /// Whether OKX drops it when its expiry time is past; the others it takes as long as their
  /// signature is good.
  public boolean expires() {
    return this == ORDER || this == AMEND;
  }
}
