package dev.okxguard.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// An order book, best price first on both sides.
public record Book(String instId, List<Level> asks, List<Level> bids, Instant time) {

  public Book {
    asks = List.copyOf(asks);
    bids = List.copyOf(bids);
  }

  /// @param sz contracts, or base currency for spot
  public record Level(BigDecimal px, BigDecimal sz) {}
}
