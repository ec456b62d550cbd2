package dev.okxguard.okx;

import dev.okxguard.okx.wire.Transmission;
import dev.okxguard.okx.wire.Transport;
import dev.okxguard.okx.wire.WireRequest;

/// Answers the clock question itself, so that a server sees nothing but what a test is about.
record OwnClock(Transport inner, StepTime time) implements Transport {
  @Override
  public Transmission send(WireRequest request) {
    if (request.path().equals(Endpoint.PUBLIC_TIME.path())) {
      return Script.answer(200, Script.ok("[{\"ts\":\"" + time.now().toEpochMilli() + "\"}]"));
    }
    return inner.send(request);
  }

  @Override
  public void close() {
    inner.close();
  }
}
