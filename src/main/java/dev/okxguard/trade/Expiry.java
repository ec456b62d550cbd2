package dev.okxguard.trade;

import dev.okxguard.model.Fault;
import dev.okxguard.okx.Write;
import java.time.Instant;
import java.util.Optional;

/// Until when OKX may take a write, by its own clock.
record Expiry(Desk desk) {
  /// Empty for what has none.
  ///
  /// @throws Fault when OKX's clock cannot be read
  Optional<Instant> of(Write write) {
    return write.expires()
        ? Optional.of(desk.exchange().serverTime().plus(Gateway.VALIDITY))
        : Optional.empty();
  }

  /// The same for an exit, which goes out without an expiry when OKX's clock cannot be had: it can
  /// open nothing, however late it arrives.
  Optional<Instant> ifTold(Write write) {
    try {
      return of(write);
    } catch (Fault fault) {
      desk.progress()
          .accept("OKX's clock could not be read: " + Reductions.bearable(fault).getMessage());
      return Optional.empty();
    }
  }
}
