package dev.okxguard.okx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.okx.wire.Transmission;
import dev.okxguard.okx.wire.WireRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpTransportTest {
  private static final Duration PATIENT = Duration.ofSeconds(30);

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start(InetAddress.getLoopbackAddress(), 0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static WireRequest get(String target) {
    return new WireRequest("GET", target, Map.of(), new byte[0], PATIENT);
  }

  private URI url(String scheme) {
    return URI.create(scheme + "://127.0.0.1:" + server.getPort());
  }

  private static HttpTransport to(URI base, Optional<URI> proxy, Optional<Path> caFile) {
    return new HttpTransport(new HttpTransport.Target(base, proxy, caFile));
  }

  private Transmission send(WireRequest request) {
    try (HttpTransport transport = to(url("http"), Optional.empty(), Optional.empty())) {
      return transport.send(request);
    }
  }

  @Test
  void theAnswerComesWithLowerCaseHeadersAndItsBody() {
    server.enqueue(new MockResponse.Builder().addHeader("X-Trace-Id", "t1").body("hé").build());
    assertThat(send(get("/x")))
        .isInstanceOfSatisfying(
            Transmission.Answered.class,
            a -> {
              assertThat(a.status()).isEqualTo(200);
              assertThat(a.text()).isEqualTo("hé");
              assertThat(a.header("x-trace-id")).contains("t1");
            });
  }

  @Test
  void theTargetArrivesExactlyAsSigned() throws InterruptedException {
    server.enqueue(new MockResponse.Builder().build());
    String target = "/api/v5/x?a=%2C%27%20b&c=-._~";
    send(get(target));
    assertThat(server.takeRequest().getTarget()).isEqualTo(target);
  }

  @Test
  void theLibraryIsToldThatABodyMayBeWrittenOnceOnly() {
    WireRequest post = new WireRequest("POST", "/x", Map.of(), new byte[2], PATIENT);
    assertThat(OneShotBody.of(post).isOneShot()).isTrue();
    assertThat(OneShotBody.of(get("/x"))).isNull();
  }

  @Test
  void aTargetThatWouldBeChangedIsNotSent() {
    assertThat(send(get("/api/../x?a=<b>"))).isInstanceOf(Transmission.NotSent.class);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void aHeaderThatHttpForbidsIsNotSentAndNotQuoted() {
    WireRequest odd =
        new WireRequest(
            "GET", "/x", Map.of("OK-ACCESS-KEY", "marker\n1"), new byte[0], Duration.ofSeconds(1));
    Transmission outcome = send(odd);
    assertThat(outcome).isInstanceOf(Transmission.NotSent.class);
    assertThat(outcome.toString()).doesNotContain("marker");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void anAnswerBeyondTheBoundIsLost() {
    String part = "x".repeat(1 << 20);
    okio.Buffer body = new okio.Buffer();
    for (int i = 0; i < 65; i++) {
      body.writeUtf8(part);
    }
    server.enqueue(new MockResponse.Builder().body(body).build());
    assertThat(send(get("/x")))
        .isEqualTo(new Transmission.Lost("the answer is larger than 64 MiB"));
  }

  @Test
  void aProxyGetsTheRequestAndItsLogin() throws InterruptedException {
    server.enqueue(
        new MockResponse.Builder().code(407).addHeader("Proxy-Authenticate", "Basic").build());
    server.enqueue(new MockResponse.Builder().body("through").build());
    URI proxy = URI.create("http://user:pw@127.0.0.1:" + server.getPort());
    try (HttpTransport transport =
        to(URI.create("http://okx.invalid"), Optional.of(proxy), Optional.empty())) {
      assertThat(transport.send(get("/x"))).isInstanceOf(Transmission.Answered.class);
    }
    server.takeRequest();
    RecordedRequest second = server.takeRequest();
    assertThat(second.getRequestLine()).startsWith("GET http://okx.invalid/x");
    assertThat(second.getHeaders().get("Proxy-Authorization"))
        .isEqualTo(
            "Basic "
                + Base64.getEncoder().encodeToString("user:pw".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void loopbackIsReachedWithoutTheProxy() throws IOException {
    server.enqueue(new MockResponse.Builder().body("direct").build());
    try (MockWebServer proxy = new MockWebServer()) {
      proxy.start(InetAddress.getLoopbackAddress(), 0);
      URI address = URI.create("http://user:pw@127.0.0.1:" + proxy.getPort());
      try (HttpTransport transport = to(url("http"), Optional.of(address), Optional.empty())) {
        assertThat(transport.send(get("/x"))).isInstanceOf(Transmission.Answered.class);
      }
      assertThat(proxy.getRequestCount()).isZero();
      assertThat(server.getRequestCount()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:1, true",
    "http://127.200.3.4, true",
    "http://[::1]:8080, true",
    "http://[0:0:0:0:0:0:0:1], true",
    "http://LOCALHOST, true",
    "https://www.okx.com, false",
    "http://127.0.0.1.example.com, false",
    "http://localhost.example.com, false",
    "http://10.0.0.1, false"
  })
  void onlyLoopbackGoesWithoutTheProxy(URI base, boolean direct) {
    Optional<URI> proxy = Optional.of(URI.create("http://proxy.invalid:3128"));
    assertThat(new HttpTransport.Target(base, proxy, Optional.empty()).route().isEmpty())
        .isEqualTo(direct);
  }

  @Test
  void aDeadProxySendsNothingAndItsPasswordStaysPut() throws IOException {
    URI proxy = URI.create("http://user:markerpw@127.0.0.1:" + server.getPort());
    server.close();
    try (HttpTransport transport =
        to(URI.create("http://okx.invalid"), Optional.of(proxy), Optional.empty())) {
      Transmission outcome = transport.send(get("/x"));
      assertThat(outcome).isInstanceOf(Transmission.NotSent.class);
      assertThat(outcome.toString()).contains("proxy 127.0.0.1").doesNotContain("marker");
    }
  }
}
