package dev.okxguard.cli.diagnose;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.okxguard.okx.wire.Transmission;
import dev.okxguard.okx.wire.Transmission.Answered;
import dev.okxguard.okx.wire.Transport;
import dev.okxguard.okx.wire.WireRequest;
import dev.okxguard.testing.Certificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A paper exchange behind a socket of this machine, whose answers can be bent; takes alarms too.
final class Stand implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Transport exchange;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, UnaryOperator<Answered>> bent = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger alarms = new AtomicInteger();
  private volatile int alarmStatus = 200;
  private final String scheme;

  private Stand(Transport exchange, HttpServer server, String scheme) {
    this.exchange = exchange;
    this.server = server;
    this.scheme = scheme;
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  static Stand open(Transport exchange) throws IOException {
    return new Stand(exchange, HttpServer.create(loopback(), 0), "http");
  }

  /// Over TLS, with that certificate of `diagnose/tls.p12`.
  static Stand secure(Transport exchange, String alias) throws IOException {
    HttpsServer server = HttpsServer.create(loopback(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(Certificates.context(alias)));
    return new Stand(exchange, server, "https");
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  String url() {
    return scheme + "://127.0.0.1:" + port();
  }

  int port() {
    return server.getAddress().getPort();
  }

  int alarms() {
    return alarms.get();
  }

  /// Has alarms answered so.
  Stand alarmStatus(int status) {
    alarmStatus = status;
    return this;
  }

  /// Changes the one row of that path's answer.
  Stand row(String path, Consumer<ObjectNode> change) {
    return bend(
        path,
        answer -> {
          ObjectNode root = (ObjectNode) JsonMapper.shared().readTree(answer.body());
          if (root.path("data").path(0) instanceof ObjectNode row) {
            change.accept(row);
          }
          return body(answer.status(), root.toString());
        });
  }

  /// Answers that path so.
  Stand answer(String path, int status, String body) {
    return bend(path, _ -> body(status, body));
  }

  /// Never answers that path.
  Stand hold(String path) {
    return bend(
        path,
        answer -> {
          try {
            closed.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return answer;
        });
  }

  private Stand bend(String path, UnaryOperator<Answered> change) {
    UnaryOperator<Answered> before = bent.getOrDefault(path, it -> it);
    bent.put(path, it -> change.apply(before.apply(it)));
    return this;
  }

  private static Answered body(int status, String body) {
    return new Answered(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  private void serve(HttpExchange call) throws IOException {
    try (call) {
      byte[] body = call.getRequestBody().readAllBytes();
      String path = call.getRequestURI().getPath();
      if (path.equals("/hook")) {
        alarms.incrementAndGet();
        call.sendResponseHeaders(alarmStatus, -1);
        return;
      }
      Optional<Answered> answer = answered(exchange.send(request(call, body)));
      if (answer.isEmpty()) {
        return;
      }
      Answered told = bent.getOrDefault(path, it -> it).apply(answer.get());
      if (told.status() / 100 == 3) {
        call.getResponseHeaders().set("Location", "https://elsewhere.example/");
      }
      call.sendResponseHeaders(told.status(), told.body().length == 0 ? -1 : told.body().length);
      call.getResponseBody().write(told.body());
    }
  }

  private static Optional<Answered> answered(Transmission transmission) {
    return transmission instanceof Answered answered ? Optional.of(answered) : Optional.empty();
  }

  private static WireRequest request(HttpExchange call, byte[] body) {
    Map<String, String> headers = new HashMap<>();
    call.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getLast()));
    return new WireRequest(
        call.getRequestMethod(), call.getRequestURI().toString(), headers, body, PATIENCE);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
    exchange.close();
  }
}
