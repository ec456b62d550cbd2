package dev.okxguard.model;

import java.time.Instant;
import java.util.Optional;

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

  /// What of it lies at or after that moment.
  public Optional<Span> since(Instant moment) {
    Instant later = from.isBefore(moment) ? moment : from;
    return later.isBefore(to) ? Optional.of(new Span(later, to)) : Optional.empty();
  }

  /// What of it lies before that moment.
  public Optional<Span> until(Instant moment) {
    Instant earlier = to.isAfter(moment) ? moment : to;
    return from.isBefore(earlier) ? Optional.of(new Span(from, earlier)) : Optional.empty();
  }

  /// Whether that moment lies in it.
  public boolean holds(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(to);
  }
}
