package dev.okxguard.paper.engine;

import dev.okxguard.model.OrderState;
import java.math.BigDecimal;
import java.time.Instant;

/// An order of the account.
record OwnOrder(String ordId, Terms terms, Instant created, Progress progress) implements Recorded {

  boolean pending() {
    return !progress.state().isFinal();
  }

  /// What may still fill, in contracts or base currency; not for quote-sized orders.
  BigDecimal rest() {
    return terms.sz().subtract(progress.filled());
  }

  boolean untouched() {
    return progress.filled().signum() == 0;
  }

  OwnOrder with(Terms other) {
    return new OwnOrder(ordId, other, created, progress);
  }

  OwnOrder with(Progress other) {
    return new OwnOrder(ordId, terms, created, other);
  }

  OwnOrder canceled(String source, Instant now) {
    return with(progress.in(OrderState.CANCELED, source, now));
  }

  OwnOrder filled(Instant now) {
    return with(progress.in(OrderState.FILLED, "", now));
  }
}
