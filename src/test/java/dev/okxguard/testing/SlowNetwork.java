package dev.okxguard.testing;

import dev.okxguard.model.Time;
import dev.okxguard.okx.wire.Transmission;
import dev.okxguard.okx.wire.Transport;
import dev.okxguard.okx.wire.WireRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// A network that keeps the first order back: the client gives up after its timeout, and the
/// request arrives later all the same, while the client is already asking what became of it.
public final class SlowNetwork implements Transport {
  private final Transport transport;
  private final Function<Time, Transport> onClock;
  private final ManualTime time;
  private final Duration delay;
  private Optional<WireRequest> held = Optional.empty();
  private Instant due = Instant.MAX;

  /// @param onClock the way to the exchange at another moment
  public SlowNetwork(Function<Time, Transport> onClock, ManualTime time, Duration delay) {
    this.transport = onClock.apply(time);
    this.onClock = onClock;
    this.time = time;
    this.delay = delay;
  }

  @Override
  public synchronized Transmission send(WireRequest request) {
    deliver();
    if (!request.method().equals("POST") || due.isBefore(Instant.MAX)) {
      return transport.send(request);
    }
    held = Optional.of(request);
    due = time.now().plus(delay);
    time.advance(request.timeout());
    deliver();
    return new Transmission.Lost("no answer within the timeout");
  }

  private void deliver() {
    if (held.isPresent() && !time.now().isBefore(due)) {
      try (Transport then = onClock.apply(new ManualTime(due))) {
        then.send(held.get());
      }
      held = Optional.empty();
    }
  }

  @Override
  public void close() {
    transport.close();
  }
}
