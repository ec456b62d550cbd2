package dev.okxguard.testing;

import dev.okxguard.okx.wire.Transmission;
import dev.okxguard.okx.wire.Transport;
import dev.okxguard.okx.wire.WireRequest;
import java.util.function.Consumer;

/// Lets what a test does before a request go undisturbed by the requests beside it.
public record OneByOne(Transport transport, Consumer<WireRequest> before) implements Transport {
  @Override
  public Transmission send(WireRequest request) {
    synchronized (this) {
      before.accept(request);
      return transport.send(request);
    }
  }

  @Override
  public void close() {
    transport.close();
  }
}
