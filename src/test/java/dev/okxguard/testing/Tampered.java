package dev.okxguard.testing;

import dev.okxguard.okx.wire.Transmission;
import dev.okxguard.okx.wire.Transport;
import dev.okxguard.okx.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;

/// Gives other answers than those it got.
public final class Tampered implements Transport {
  private final Transport transport;
  private final BiFunction<WireRequest, String, String> answer;

  /// @param answer from the request and the body received to the body handed on
  public Tampered(Transport transport, BiFunction<WireRequest, String, String> answer) {
    this.transport = transport;
    this.answer = answer;
  }

  /// Gives an empty list to some reads of that path, though there is something.
  ///
  /// @param reads which of them, from 1
  public static Tampered empty(Transport transport, String path, IntPredicate reads) {
    AtomicInteger read = new AtomicInteger();
    return new Tampered(
        transport,
        (request, text) ->
            request.path().endsWith(path) && reads.test(read.incrementAndGet())
                ? "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}"
                : text);
  }

  @Override
  public Transmission send(WireRequest request) {
    Transmission reply = transport.send(request);
    if (!(reply instanceof Transmission.Answered answered)) {
      return reply;
    }
    String told = answer.apply(request, answered.text());
    return new Transmission.Answered(
        answered.status(), answered.headers(), told.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    transport.close();
  }
}
