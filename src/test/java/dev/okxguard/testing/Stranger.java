package dev.okxguard.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Credentials;
import dev.okxguard.model.Time;
import dev.okxguard.okx.wire.Headers;
import dev.okxguard.okx.wire.Signature;
import dev.okxguard.okx.wire.Transmission;
import dev.okxguard.okx.wire.WireRequest;
import dev.okxguard.paper.PaperTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody else with a key of the account: the app, another bot. Knows nothing of our program.
public final class Stranger {
  private final PaperDesk desk;
  private final Time time;

  public Stranger(PaperDesk desk, Time time) {
    this.desk = desk;
    this.time = time;
  }

  /// Places that order, without a client id unless it has one; gives its id.
  public String order(String body) {
    return one("/api/v5/trade/order", body).path("ordId").asString();
  }

  /// Places that algo order; gives its id.
  public String algo(String body) {
    return one("/api/v5/trade/order-algo", body).path("algoId").asString();
  }

  public void cancel(String instId, String ordId) {
    one(
        "/api/v5/trade/cancel-order",
        "{\"instId\":\"%s\",\"ordId\":\"%s\"}".formatted(instId, ordId));
  }

  public void cancelAlgo(String instId, String algoId) {
    one(
        "/api/v5/trade/cancel-algos",
        "[{\"instId\":\"%s\",\"algoId\":\"%s\"}]".formatted(instId, algoId));
  }

  /// Sends that and gives the one row of its answer.
  public JsonNode one(String path, String body) {
    JsonNode answer = send("POST", path, body);
    assertThat(answer.path("code").asString()).as(answer.toString()).isEqualTo("0");
    return answer.path("data").path(0);
  }

  /// The rows of that read.
  public JsonNode read(String target) {
    return send("GET", target, "").path("data");
  }

  private JsonNode send(String method, String target, String body) {
    try (PaperTransport transport = desk.transport(List.of())) {
      Credentials key = transport.credentials();
      String timestamp = Signature.timestamp(time.now());
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      Map<String, String> headers =
          Map.of(
              Headers.KEY, key.apiKey().reveal(),
              Headers.PASSPHRASE, key.passphrase().reveal(),
              Headers.TIMESTAMP, timestamp,
              Headers.SIGN, Signature.sign(key.secretKey(), timestamp, method, target, bytes),
              Headers.CONTENT_TYPE, "application/json");
      Transmission answer =
          transport.send(new WireRequest(method, target, headers, bytes, Duration.ofSeconds(10)));
      return JsonMapper.shared().readTree(((Transmission.Answered) answer).body());
    }
  }
}
