package dev.okxguard.trade;

import dev.okxguard.model.Fault;
import dev.okxguard.okx.Write;
import java.time.Instant;
import java.util.Optional;

/// Until when OKX may take a write, by its own clock.
final class Expiry {
  private final Desk desk;
  private boolean untold;

  Expiry(Desk desk) {
    this.desk = desk;
  }

  /// Until when an entry may go out, whether or not OKX heeds that: whoever can hold this process
  /// up, if only by not reading what it prints, must not choose the moment.
  ///
  /// @throws Fault when OKX's clock cannot be read
  Instant ofEntry() {
    return desk.exchange().serverTime().plus(Gateway.VALIDITY);
  }

  /// Empty for what OKX takes at any time.
  ///
  /// @throws Fault when OKX's clock cannot be read
  Optional<Instant> of(Write write) {
    return write.expires() ? Optional.of(ofEntry()) : Optional.empty();
  }

  /// The same for an exit, which goes out without an expiry when OKX's clock cannot be had: it can
  /// open nothing, however late it arrives. The clock is not asked a second time, so that several
  /// exits do not each wait for it.
  Optional<Instant> ifTold(Write write) {
    if (untold) {
      return Optional.empty();
    }
    try {
      return of(write);
    } catch (Fault fault) {
      untold = true;
      desk.progress()
          .accept("OKX's clock could not be read: " + Reductions.bearable(fault).getMessage());
      return Optional.empty();
    }
  }
}
