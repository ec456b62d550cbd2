package dev.okxguard.model;

import java.time.Instant;

/// A stretch of time by the exchange's clock.
///
/// @param from included
/// @param to not included
public record Span(Instant from, Instant to) {
  public Span {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a span that ends before it begins");
    }
  }

  /// Whether that moment lies in it.
  public boolean holds(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(to);
  }
}
