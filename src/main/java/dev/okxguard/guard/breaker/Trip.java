package dev.okxguard.guard.breaker;

import java.math.BigDecimal;
import java.time.Instant;

/// A position from flat to flat, or across zero.
///
/// @param closed when it ended
/// @param net profit or loss after fees and funding, in the currency it is counted in
record Trip(Instant closed, BigDecimal net) {
  boolean losing() {
    return net.signum() < 0;
  }
}
