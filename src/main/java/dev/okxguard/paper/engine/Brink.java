package dev.okxguard.paper.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Finds the first moment at which mark prices exhaust the margin of some positions. The legs of a
/// scope are bounded together: as if each were at its worst price of the time looked at.
final class Brink {
  private static final Duration FINEST = Duration.ofMillis(1);

  private final Session session;
  private final FirstTouch prices;
  private final List<Scope> scopes;

  Brink(Session session, FirstTouch prices) {
    this.session = session;
    this.prices = prices;
    this.scopes = Scope.all(session);
  }

  /// The first moment after `from` up to and including `to`, to the millisecond.
  Optional<Instant> find(Instant from, Instant to) {
    Instant start = from;
    while (!scopes.isEmpty() && start.isBefore(to)) {
      Instant end = prices.windowEnd(start, to);
      Optional<Instant> found = within(start, end);
      if (found.isPresent()) {
        return found;
      }
      start = end;
    }
    return Optional.empty();
  }

  private Optional<Instant> within(Instant from, Instant to) {
    if (!exhausted(exposure -> exposure.worst(prices.marks(exposure.leg().instId(), from, to)))) {
      return Optional.empty();
    }
    Duration length = Duration.between(from, to);
    if (length.compareTo(FINEST) <= 0) {
      return exhausted(exposure -> mark(exposure, to)) ? Optional.of(to) : Optional.empty();
    }
    Instant middle = from.plusMillis(Math.max(1, length.toMillis() / 2));
    return within(from, middle).or(() -> within(middle, to));
  }

  private boolean exhausted(Function<Exposure, BigDecimal> mark) {
    return scopes.stream().anyMatch(scope -> scope.margin(mark).exhausted());
  }

  private BigDecimal mark(Exposure exposure, Instant at) {
    return session.market().prices(exposure.leg().instId(), at).mark();
  }
}
