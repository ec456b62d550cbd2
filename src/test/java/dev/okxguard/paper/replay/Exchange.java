package dev.okxguard.paper.replay;

import dev.okxguard.model.Credentials;
import dev.okxguard.okx.wire.Headers;
import dev.okxguard.okx.wire.Signature;
import dev.okxguard.paper.Faults;
import dev.okxguard.paper.PaperAdmin;
import dev.okxguard.paper.PaperHome;
import dev.okxguard.paper.PaperServer;
import dev.okxguard.paper.PaperTransport;
import dev.okxguard.testing.ManualTime;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A paper exchange that listens, at prices and times the test sets, and a way to talk to it.
final class Exchange implements AutoCloseable {
  private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(400);

  private final ManualTime time;
  private final PaperAdmin admin;
  private final PaperTransport transport;
  private final PaperServer server;
  private final HttpClient http;

  private Exchange(
      ManualTime time, PaperAdmin admin, PaperTransport transport, PaperServer server) {
    this.time = time;
    this.admin = admin;
    this.transport = transport;
    this.server = server;
    this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  /// @param answer what the server sent
  /// @param status the HTTP status
  record Reply(int status, JsonNode answer) {
    String code() {
      return answer.path("code").asString();
    }

    JsonNode data() {
      return answer.path("data");
    }
  }

  static Exchange open(Path directory) throws IOException {
    Random random = new Random(11);
    PaperHome home = new PaperHome(directory.resolve("paper"), () -> random);
    ManualTime time = ManualTime.at("2026-11-21T10:00:00.005Z");
    PaperTransport transport = new PaperTransport(home, time, Faults.none());
    PaperAdmin admin = new PaperAdmin(home, time);
    return new Exchange(time, admin, transport, PaperServer.start(transport, 0));
  }

  /// Fixes an instrument's last, mark and index price.
  void price(String instId, String px) {
    admin.setPrice(instId, new BigDecimal(px), Optional.empty(), Optional.empty());
    time.advance(Duration.ofSeconds(1));
  }

  /// Adds to the trading account.
  void fund(String ccy, String amount) {
    admin.fund(ccy, new BigDecimal(amount));
  }

  void pass(Duration length) {
    time.advance(length);
  }

  /// Sends one request, signed unless it is public, and reads its answer.
  Reply send(Manner manner, String method, String target, String body) throws Exception {
    time.advance(BETWEEN_REQUESTS);
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + target));
    HttpRequest.BodyPublisher publisher =
        body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    request.method(method, publisher);
    manner.headers().forEach(request::setHeader);
    if (!body.isEmpty() || manner.typedReads()) {
      request.setHeader(Headers.CONTENT_TYPE, "application/json");
    }
    if (!target.startsWith("/api/v5/market/") && !target.startsWith("/api/v5/public/")) {
      sign(request, method, target, body);
    }
    HttpResponse<String> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Reply(response.statusCode(), JsonMapper.shared().readTree(response.body()));
  }

  private void sign(HttpRequest.Builder request, String method, String target, String body) {
    Credentials key = transport.credentials();
    String timestamp = Signature.timestamp(time.now());
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    request
        .setHeader(Headers.KEY, key.apiKey().reveal())
        .setHeader(Headers.PASSPHRASE, key.passphrase().reveal())
        .setHeader(Headers.TIMESTAMP, timestamp)
        .setHeader(Headers.SIGN, Signature.sign(key.secretKey(), timestamp, method, target, bytes));
  }

  @Override
  public void close() {
    server.close();
    admin.close();
    transport.close();
    http.close();
  }
}
