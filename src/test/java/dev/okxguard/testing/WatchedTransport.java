package dev.okxguard.testing;

import dev.okxguard.okx.wire.Transmission;
import dev.okxguard.okx.wire.Transport;
import dev.okxguard.okx.wire.WireRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Remembers what passes through it, and lets a test act just before a request goes on.
public final class WatchedTransport implements Transport {
  private final Transport transport;
  private final Consumer<WireRequest> before;
  private final List<WireRequest> sent = new CopyOnWriteArrayList<>();

  public WatchedTransport(Transport transport, Consumer<WireRequest> before) {
    this.transport = transport;
    this.before = before;
  }

  @Override
  public Transmission send(WireRequest request) {
    sent.add(request);
    before.accept(request);
    return transport.send(request);
  }

  /// The requests that change something, in the order they were sent.
  public List<WireRequest> writes() {
    return sent.stream().filter(request -> request.method().equals("POST")).toList();
  }

  /// How many orders were sent.
  public int placed() {
    return count("POST", "/api/v5/trade/order");
  }

  /// How many requests of that method and path were sent.
  public int count(String method, String path) {
    return (int)
        sent.stream().filter(r -> r.method().equals(method) && r.path().equals(path)).count();
  }

  @Override
  public void close() {
    transport.close();
  }
}
