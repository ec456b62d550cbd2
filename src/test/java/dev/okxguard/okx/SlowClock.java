package dev.okxguard.okx;

import dev.okxguard.okx.wire.Transmission;
import dev.okxguard.okx.wire.Transport;
import dev.okxguard.okx.wire.WireRequest;
import java.time.Duration;

/// Answers the clock question after a round trip of that length, having read the true time on the
/// way.
record SlowClock(StepTime time, Duration roundTrip, Duration readAfter) implements Transport {
  @Override
  public Transmission send(WireRequest request) {
    long read = time.now().plus(readAfter).toEpochMilli();
    time.step(roundTrip);
    return Script.answer(200, Script.ok("[{\"ts\":\"" + read + "\"}]"));
  }

  @Override
  public void close() {}
}
