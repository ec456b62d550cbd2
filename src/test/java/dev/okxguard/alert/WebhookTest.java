package dev.okxguard.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Secret;
import dev.okxguard.okx.HttpTransport;
import dev.okxguard.okx.wire.Transmission;
import dev.okxguard.okx.wire.Transport;
import dev.okxguard.okx.wire.WireRequest;
import dev.okxguard.testing.ManualTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {
  private static final String TOKEN = "Zq7TOKENmark";
  private static final Duration SHORT = Duration.ofMillis(1500);
  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final byte[] PAYLOAD = "{\"text\":\"hé\"}".getBytes(StandardCharsets.UTF_8);

  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start(InetAddress.getLoopbackAddress(), 0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Transport network(URI base) {
    return new HttpTransport(new HttpTransport.Target(base, Optional.empty(), Optional.empty()));
  }

  private String url(String target) {
    return "http://127.0.0.1:" + server.getPort() + target;
  }

  private Optional<String> deliver(Duration timeout) {
    Secret url = new Secret(url("/" + TOKEN));
    return new Webhook(url, WebhookTest::network, time, timeout).deliver(PAYLOAD);
  }

  private void answers(int... codes) {
    for (int code : codes) {
      server.enqueue(new MockResponse.Builder().code(code).body("sent to " + TOKEN).build());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/bot12:A-b/send?chat_id=-5&x=%20", "/services/T/B/x", "", "?a=1"})
  void theDocumentIsPostedToTheVeryUrl(String target) throws InterruptedException {
    answers(200);
    Secret url = new Secret(url(target));
    assertThat(new Webhook(url, WebhookTest::network, time, PATIENT).deliver(PAYLOAD)).isEmpty();
    RecordedRequest request = server.takeRequest();
    assertThat(request.getMethod()).isEqualTo("POST");
    assertThat(request.getTarget()).isEqualTo(target.startsWith("/") ? target : "/" + target);
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
    assertThat(request.getBody().utf8()).isEqualTo("{\"text\":\"hé\"}");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 204})
  void anyAnswerOfSuccessIsEnough(int code) {
    server.enqueue(new MockResponse.Builder().code(code).build());
    assertThat(deliver(PATIENT)).isEmpty();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 503})
  void aServerInTroubleIsTriedOnceMore(int code) {
    answers(code, 200, 200);
    assertThat(deliver(PATIENT)).isEmpty();
    assertThat(server.getRequestCount()).isEqualTo(2);
    assertThat(time.now()).isEqualTo("2026-11-21T10:00:00.500Z");
  }

  @Test
  void twoFailuresAreTheEndOfIt() {
    answers(500, 502, 200);
    assertThat(deliver(PATIENT)).contains("answered HTTP 502");
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410})
  void aRefusalIsNotRepeatedAndItsBodyIsNotShown(int code) {
    answers(code, 200);
    assertThat(deliver(PATIENT)).contains("answered HTTP " + code);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void noRedirectIsFollowed(int code) {
    server.enqueue(
        new MockResponse.Builder().code(code).addHeader("Location", url("/elsewhere")).build());
    answers(200);
    assertThat(deliver(PATIENT)).contains("answered HTTP " + code);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aServerThatNeverAnswersIsGivenUpAndNotAskedAgain() {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    answers(200);
    assertThat(deliver(SHORT)).contains("no complete answer within 1500 ms");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aSlowBodyIsGivenUpAndNotAskedForAgain() {
    server.enqueue(
        new MockResponse.Builder().body("x".repeat(1000)).bodyDelay(3, TimeUnit.SECONDS).build());
    answers(200);
    assertThat(deliver(SHORT)).contains("no complete answer within 1500 ms");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aConnectionThatBreaksAfterTheRequestIsNotTriedAgain() {
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    answers(200);
    assertThat(deliver(PATIENT)).contains("the connection broke before the answer was complete");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aRefusedConnectionIsTriedTwiceAndToldWithoutTheAddress() {
    String url = url("/" + TOKEN);
    int port = server.getPort();
    server.close();
    Script script = new Script(WebhookTest::network);
    assertThat(new Webhook(new Secret(url), script, time, PATIENT).deliver(PAYLOAD))
        .contains("connection refused by ****:" + port);
    assertThat(script.sent).hasSize(2);
    assertThat(script.closed).isEqualTo(1);
  }

  @Test
  void aTokenInTheHostsNameIsNotShown() {
    Script script =
        new Script(_ -> new Fixed("the host name " + TOKEN + ".hooks.example cannot be resolved"));
    Secret url = new Secret("https://" + TOKEN + ".hooks.example/x?y=" + TOKEN);
    assertThat(new Webhook(url, script, time, PATIENT).deliver(PAYLOAD))
        .contains("the host name **** cannot be resolved");
    assertThat(script.bases).containsExactly(URI.create("https://" + TOKEN + ".hooks.example"));
  }

  @Test
  void aProxysPasswordIsNotShown() {
    URI proxy = URI.create("http://user:" + TOKEN + "@127.0.0.1:" + server.getPort());
    server.close();
    Function<URI, Transport> through =
        base ->
            new HttpTransport(new HttpTransport.Target(base, Optional.of(proxy), Optional.empty()));
    Secret url = new Secret("https://hooks.example/x");
    assertThat(new Webhook(url, through, time, PATIENT).deliver(PAYLOAD))
        .hasValueSatisfying(why -> assertThat(why).contains("proxy").doesNotContain(TOKEN));
  }

  @Test
  void anInterruptLeavesItAtOneAttempt() {
    Script script = new Script(_ -> new Fixed("connection refused"));
    Thread.currentThread().interrupt();
    assertThat(new Webhook(new Secret("https://hooks.example"), script, time).deliver(PAYLOAD))
        .contains("connection refused");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(script.sent).hasSize(1);
    assertThat(script.sent.getFirst().timeout()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void nothingOfItPrintsTheUrl() {
    Webhook webhook = new Webhook(new Secret(url("/" + TOKEN)), WebhookTest::network, time);
    assertThat(webhook + webhook.name()).doesNotContain(TOKEN, "127.0.0.1");
  }

  /// A way that never lets anything out.
  private record Fixed(String reason) implements Transport {
    @Override
    public Transmission send(WireRequest request) {
      return new Transmission.NotSent(reason);
    }

    @Override
    public void close() {}
  }

  /// Ways that count what is asked of them.
  private static final class Script implements Function<URI, Transport> {
    final List<URI> bases = new ArrayList<>();
    final List<WireRequest> sent = new ArrayList<>();
    int closed;
    private final Function<URI, Transport> real;

    Script(Function<URI, Transport> real) {
      this.real = real;
    }

    @Override
    public Transport apply(URI base) {
      bases.add(base);
      Transport transport = real.apply(base);
      return new Transport() {
        @Override
        public Transmission send(WireRequest request) {
          sent.add(request);
          return transport.send(request);
        }

        @Override
        public void close() {
          closed++;
          transport.close();
        }
      };
    }
  }
}
