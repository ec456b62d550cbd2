package dev.okxguard.paper;

import dev.okxguard.model.Credentials;
import dev.okxguard.model.Time;
import dev.okxguard.okx.wire.Headers;
import dev.okxguard.okx.wire.Signature;
import dev.okxguard.okx.wire.Transmission;
import dev.okxguard.okx.wire.Transmission.Answered;
import dev.okxguard.okx.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client of a paper exchange, as the tests need it.
final class Desk {
  final Time time;
  final PaperTransport transport;
  Credentials credentials;

  Desk(PaperHome home, Time time, String... faults) {
    this(time, new PaperTransport(home, time, Faults.parse(List.of(faults)), TinyTrading.OPENING));
  }

  Desk(Time time, PaperTransport transport) {
    this.time = time;
    this.transport = transport;
    this.credentials = transport.credentials();
  }

  static PaperHome home(Path directory) {
    Random random = new Random(7);
    return new PaperHome(directory.resolve("paper"), () -> random);
  }

  Map<String, String> headers(String method, String target, String body) {
    String timestamp = Signature.timestamp(time.now());
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = new HashMap<>();
    headers.put(Headers.KEY, credentials.apiKey().reveal());
    headers.put(Headers.PASSPHRASE, credentials.passphrase().reveal());
    headers.put(Headers.TIMESTAMP, timestamp);
    headers.put(
        Headers.SIGN, Signature.sign(credentials.secretKey(), timestamp, method, target, bytes));
    headers.put(Headers.CONTENT_TYPE, "application/json");
    return headers;
  }

  Transmission get(String target) {
    return send("GET", target, headers("GET", target, ""), "");
  }

  Transmission post(String path, String body) {
    return send("POST", path, headers("POST", path, body), body);
  }

  Transmission place(String clOrdId) {
    return post(
        "/api/v5/trade/order", "{\"instId\":\"BTC-USDT\",\"clOrdId\":\"%s\"}".formatted(clOrdId));
  }

  Transmission send(String method, String target, Map<String, String> headers, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return transport.send(new WireRequest(method, target, headers, bytes, Duration.ofSeconds(10)));
  }

  int orders() {
    return json(get("/api/v5/trade/orders-pending")).path("data").size();
  }

  static Answered answered(Transmission transmission) {
    return (Answered) transmission;
  }

  static JsonNode json(Transmission transmission) {
    return JsonMapper.shared().readTree(answered(transmission).body());
  }

  static String code(Transmission transmission) {
    return json(transmission).path("code").asString();
  }
}
