package dev.okxguard.okx;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.okx.wire.WireRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Counts what arrives at a real server behind the real transport, for every way an exchange can go
/// wrong. A write arrives once; a read a bounded number of times. How often depends on real
/// deadlines, so nothing else may run meanwhile.
@Isolated
class ArrivalsTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /// Room for two pauses and no more.
  private static final Duration SHORT = Duration.ofMillis(650);

  /// How the server misbehaves, and how often a read then asks.
  enum Trouble {
    RESET_AFTER_BODY(4, b -> b.onResponseStart(new SocketEffect.CloseSocket())),
    NO_ANSWER(3, b -> b.onResponseStart(SocketEffect.Stall.INSTANCE)),
    TRUNCATED_BODY(4, b -> b.body(Bench.accepted()).onResponseBody(new SocketEffect.CloseSocket())),
    TIMEOUT_408(4, b -> b.code(408)),
    UNAVAILABLE_503(4, b -> b.code(503).addHeader("Retry-After", "0")),
    REDIRECT_307(1, b -> b.code(307)),
    REDIRECT_302(1, b -> b.code(302)),
    MISDIRECTED_421(1, b -> b.code(421)),
    PROXY_LOGIN_407(4, b -> b.code(407).addHeader("Proxy-Authenticate", "Basic realm=x")),
    LOGIN_401(1, b -> b.code(401).addHeader("WWW-Authenticate", "Basic realm=x")),
    WEB_PAGE(4, b -> b.body("<html><body>Attention required</body></html>")),
    EMPTY_BODY(4, b -> b.body("")),
    HALF_JSON(4, b -> b.body("{\"code\":\"0\",\"data\":[{\"ordId\":\"7"));

    private final int reads;
    private final UnaryOperator<MockResponse.Builder> response;

    Trouble(int reads, UnaryOperator<MockResponse.Builder> response) {
      this.reads = reads;
      this.response = response;
    }
  }

  private final Bench bench = new Bench();
  private final MockWebServer server = new MockWebServer();
  private final MockWebServer elsewhere = new MockWebServer();
  private final List<RecordedRequest> arrivals = new CopyOnWriteArrayList<>();
  private HttpTransport transport;
  private RestClient client;
  private MockResponse.Builder trouble = new MockResponse.Builder();

  @BeforeEach
  void start() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            if (request.getTarget().contains("/public/time")) {
              return new MockResponse.Builder().body(Script.ok("[{\"ts\":\"1\"}]")).build();
            }
            arrivals.add(request);
            return trouble.build();
          }
        });
    server.start(InetAddress.getLoopbackAddress(), 0);
    elsewhere.start(InetAddress.getLoopbackAddress(), 0);
    open(url(server), TIMEOUT);
  }

  private void open(URI url, Duration timeout) {
    transport =
        new HttpTransport(new HttpTransport.Target(url, Optional.empty(), Optional.empty()));
    client = client(timeout);
  }

  private RestClient client(Duration timeout) {
    return new RestClient(
        new RestClient.Parts(
            new OwnClock(transport, bench.time),
            () -> Bench.KEYS,
            Environment.LIVE,
            bench.time,
            timeout,
            new RateLimits(bench.time),
            "okx-guard/test"));
  }

  private static URI url(MockWebServer server) {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  @AfterEach
  void stop() {
    transport.close();
    server.close();
    elsewhere.close();
  }

  private void misbehave(Trouble how) {
    if (how == Trouble.NO_ANSWER) {
      client = client(SHORT);
    }
    String away = url(elsewhere) + "/api/v5/trade/order";
    trouble = how.response.apply(new MockResponse.Builder().addHeader("Location", away));
  }

  @ParameterizedTest
  @EnumSource
  void aWriteOnAFreshConnectionArrivesOnceAndItsFateIsUnknown(Trouble how) {
    misbehave(how);
    assertThat(bench.place(client)).isInstanceOf(WriteReply.Unknown.class);
    assertThat(arrivals).hasSize(1);
    assertThat(arrivals.getFirst().getExchangeIndex()).isZero();
    assertThat(elsewhere.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aWriteOnAReusedConnectionArrivesOnceAndItsFateIsUnknown(Trouble how) {
    transport.send(clockQuestion());
    misbehave(how);
    assertThat(bench.place(client)).isInstanceOf(WriteReply.Unknown.class);
    assertThat(arrivals).hasSize(1);
    assertThat(arrivals.getFirst().getExchangeIndex()).isPositive();
    assertThat(elsewhere.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aReadIsRepeatedABoundedNumberOfTimes(Trouble how) {
    misbehave(how);
    Fault fault =
        catchThrowableOfType(Fault.class, () -> client.data(Endpoint.ACCOUNT_BALANCE, Map.of()));
    assertThat(fault.exitCode()).isIn(ExitCode.UNREACHABLE, ExitCode.REJECTED);
    assertThat(fault.getMessage() + fault.hint() + fault.exchange()).doesNotContain("marker");
    assertThat(arrivals).hasSize(how.reads);
    assertThat(elsewhere.getRequestCount()).isZero();
  }

  @Test
  void aReadOnAReusedConnectionIsRepeatedByUsAlone() {
    transport.send(clockQuestion());
    misbehave(Trouble.RESET_AFTER_BODY);
    assertThatThrownBy(() -> client.data(Endpoint.ACCOUNT_BALANCE, Map.of()))
        .isInstanceOf(Fault.class);
    assertThat(arrivals).hasSize(4);
    assertThat(arrivals.getFirst().getExchangeIndex()).isPositive();
  }

  @Test
  void anAcceptedWriteArrivesWithItsExactBytes() {
    trouble = new MockResponse.Builder().body(Bench.accepted());
    assertThat(bench.place(client)).isInstanceOf(WriteReply.Accepted.class);
    RecordedRequest arrived = arrivals.getFirst();
    assertThat(arrived.getBody().toByteArray()).isEqualTo(Json.bytes(Bench.order()));
    assertThat(arrived.getHeaders().values("Content-Type")).containsExactly("application/json");
    assertThat(arrived.getHeaders().values("User-Agent")).containsExactly("okx-guard/test");
    assertThat(arrived.getHeaders().get("OK-ACCESS-PASSPHRASE")).isEqualTo("markerphrase-55de");
  }

  @Test
  void aRefusedConnectionSendsNothing() {
    transport.close();
    server.close();
    assertThat(bench.place(client))
        .isInstanceOfSatisfying(
            WriteReply.NotSent.class,
            n -> assertThat(n.reason()).startsWith("connection refused by 127.0.0.1:"));
    assertThat(arrivals).isEmpty();
  }

  @Test
  void anUnknownHostSendsNothing() {
    open(URI.create("http://nowhere.invalid:9"), TIMEOUT);
    assertThat(bench.place(client))
        .isEqualTo(new WriteReply.NotSent("the host name nowhere.invalid cannot be resolved"));
  }

  @Test
  void failedTlsSendsNothing() throws IOException, InterruptedException {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread answering = Thread.ofVirtual().start(() -> answerWithoutTls(plain));
      open(URI.create("https://127.0.0.1:" + plain.getLocalPort()), TIMEOUT);
      assertThat(bench.place(client))
          .isEqualTo(new WriteReply.NotSent("TLS failed with 127.0.0.1"));
      answering.join();
    }
  }

  /// Stays open until the other side has given up, so that it sees the answer and not a reset.
  private static void answerWithoutTls(ServerSocket plain) {
    try (Socket socket = plain.accept()) {
      socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WireRequest clockQuestion() {
    return new WireRequest("GET", Endpoint.PUBLIC_TIME.path(), Map.of(), new byte[0], TIMEOUT);
  }
}
