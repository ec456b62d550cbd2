package dev.okxguard.trade;

import dev.okxguard.guard.BreakerReading;
import java.util.List;

/// Whether anything may be entered at all, whatever the order.
///
/// @param outcome `Allowed`, `Denied` or `Halted`
/// @param breakers what each breaker showed; one that tripped has halted trading
public record Standing(Outcome outcome, List<BreakerReading> breakers) {
  public Standing {
    breakers = List.copyOf(breakers);
  }
}
