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
  private final Optional<Duration> cut;
  private Optional<WireRequest> held = Optional.empty();
  private Instant due = Instant.MAX;

  /// @param onClock the way to the exchange at another moment
  public SlowNetwork(Function<Time, Transport> onClock, ManualTime time, Duration delay) {
    this(onClock, time, delay, Optional.empty());
  }

  /// @param cut after that long the connection breaks; without, the client's patience does
  public SlowNetwork(
      Function<Time, Transport> onClock, ManualTime time, Duration delay, Optional<Duration> cut) {
    this.cut = cut;
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
    time.advance(cut.orElse(request.timeout()));
    deliver();
    return new Transmission.Lost("no answer");
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
