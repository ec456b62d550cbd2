package dev.okxguard.trade;

import dev.okxguard.okx.wire.Transmission;
import dev.okxguard.okx.wire.Transport;
import dev.okxguard.okx.wire.WireRequest;
import java.nio.charset.StandardCharsets;

/// Answers every account question but the first with another uid.
final class OtherUid implements Transport {
  private final Transport transport;
  private boolean asked;

  OtherUid(Transport transport) {
    this.transport = transport;
  }

  @Override
  public synchronized Transmission send(WireRequest request) {
    Transmission reply = transport.send(request);
    if (!request.path().endsWith("/account/config")
        || !(reply instanceof Transmission.Answered answered)) {
      return reply;
    }
    String text = answered.text();
    String told = asked ? text.replaceAll("\"uid\":\"[0-9]+\"", "\"uid\":\"42\"") : text;
    asked = true;
    return new Transmission.Answered(
        answered.status(), answered.headers(), told.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    transport.close();
  }
}
