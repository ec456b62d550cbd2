package dev.okxguard.paper;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.okxguard.model.Fault;
import dev.okxguard.okx.wire.Transmission;
import dev.okxguard.okx.wire.WireRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Offers a paper exchange over HTTP on this machine's loopback address, so that any OKX client can
/// trade on it.
public final class PaperServer implements AutoCloseable {
  private static final int MAX_BODY = 1 << 20;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final PaperTransport exchange;
  private final HttpServer server;
  private final ExecutorService threads;

  private PaperServer(PaperTransport exchange, HttpServer server, ExecutorService threads) {
    this.exchange = exchange;
    this.server = server;
    this.threads = threads;
  }

  /// Listens on 127.0.0.1; port 0 picks a free one. The transport stays the caller's to close.
  ///
  /// @throws IOException when the port cannot be had
  public static PaperServer start(PaperTransport exchange, int port) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer http = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    PaperServer server = new PaperServer(exchange, http, threads);
    http.setExecutor(threads);
    http.createContext("/", server::serve);
    http.start();
    return server;
  }

  /// The base URL, for example `http://127.0.0.1:8377`.
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void serve(HttpExchange call) throws IOException {
    try (call) {
      byte[] body = call.getRequestBody().readNBytes(MAX_BODY + 1);
      Transmission transmission =
          body.length > MAX_BODY
              ? refusal(413, "", "Payload Too Large")
              : transmit(request(call, body));
      switch (transmission) {
        case Transmission.Answered answered -> answer(call, answered);
        case Transmission.Lost _ -> drop(call);
        case Transmission.NotSent busy -> answer(call, refusal(429, "50011", busy.reason()));
      }
    }
  }

  private Transmission transmit(WireRequest request) {
    try {
      return exchange.send(request);
    } catch (Fault fault) {
      return refusal(503, "50001", fault.getMessage());
    }
  }

  private static Transmission.Answered refusal(int status, String code, String message) {
    Result refused = Result.failure(status, code, message);
    return Envelope.answer(refused, Instant.EPOCH, Instant.EPOCH);
  }

  private static WireRequest request(HttpExchange call, byte[] body) {
    Map<String, String> headers = new HashMap<>();
    call.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getLast()));
    String target = call.getRequestURI().toString();
    return new WireRequest(call.getRequestMethod(), target, headers, body, PATIENCE);
  }

  private static void answer(HttpExchange call, Transmission.Answered answered) throws IOException {
    byte[] body = answered.body();
    answered.headers().forEach(call.getResponseHeaders()::set);
    call.sendResponseHeaders(answered.status(), body.length == 0 ? -1 : body.length);
    call.getResponseBody().write(body);
  }

  /// Closing an exchange that has not been answered closes its connection.
  private static void drop(HttpExchange call) {
    call.close();
  }

  /// Stops listening and drops open connections.
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
