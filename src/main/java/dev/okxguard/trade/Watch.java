package dev.okxguard.trade;

import dev.okxguard.model.Fault;
import dev.okxguard.model.Order;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Looks again and again, for a moment: the exchange takes a request before it shows its effect.
record Watch(Desk desk, int looks) {
  private static final Duration PAUSE = Duration.ofMillis(150);

  /// The order, looked at until it is as wanted; else what was seen last, if anything.
  Optional<Order> order(String instId, String ordId, Predicate<Order> wanted) {
    return until("order", () -> desk.exchange().orderById(instId, ordId), wanted);
  }

  /// The same for whatever can be read.
  ///
  /// @param what its name, for when it cannot be
  <T> Optional<T> until(String what, Supplier<Optional<T>> read, Predicate<T> wanted) {
    Optional<T> seen = Optional.empty();
    try {
      for (int i = 0; i < looks; i++) {
        seen = read.get();
        if (seen.filter(wanted).isPresent()) {
          return seen;
        }
        desk.time().pause(PAUSE);
      }
    } catch (Fault fault) {
      desk.progress().accept("could not read the " + what + ": " + fault.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return seen;
  }
}
