package dev.okxguard.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.okx.wire.Transmission;
import dev.okxguard.okx.wire.WireRequest;
import dev.okxguard.testing.Certificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final String NAME = "CN=okx-guard test root";
  private static final int INTERNAL_ERROR = 2;
  private static final int REFUSED_STREAM = 7;
  private static final WireRequest GET =
      new WireRequest("GET", "/x", Map.of(), new byte[0], PATIENT);
  private static final WireRequest POST =
      new WireRequest("POST", "/x", Map.of(), new byte[] {'{', '}'}, PATIENT);

  @TempDir Path dir;

  private final MockWebServer server = new MockWebServer();
  private final List<String> handshakes = new CopyOnWriteArrayList<>();

  @BeforeEach
  void start() throws IOException {
    server.start(InetAddress.getLoopbackAddress(), 0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpTransport trusting(Optional<Path> caFile) {
    URI base = URI.create("https://127.0.0.1:" + server.getPort());
    return new HttpTransport(new HttpTransport.Target(base, Optional.empty(), caFile));
  }

  /// Makes the server speak TLS with that certificate of ours; gives the root it stands on.
  private Optional<Path> serve(String certificate) throws GeneralSecurityException, IOException {
    return serve(certificate, sockets -> new Counted(sockets, handshakes));
  }

  private Optional<Path> serve(String certificate, UnaryOperator<SSLSocketFactory> by)
      throws GeneralSecurityException, IOException {
    server.useHttps(by.apply(Certificates.context(certificate).getSocketFactory()));
    return Optional.of(Certificates.root(dir.resolve("root.pem")));
  }

  @Test
  void anOwnRootIsTrustedOnlyWhenNamed() throws Exception {
    Optional<Path> root = serve("sound");
    server.enqueue(new MockResponse.Builder().body("secure").build());
    try (HttpTransport plain = trusting(Optional.empty())) {
      assertThat(plain.send(GET))
          .isEqualTo(
              new Transmission.NotSent("TLS failed: the certificate of 127.0.0.1 is not trusted"));
    }
    try (HttpTransport trusting = trusting(root)) {
      assertThat(trusting.send(GET))
          .isInstanceOfSatisfying(
              Transmission.Answered.class, a -> assertThat(a.text()).isEqualTo("secure"));
    }
  }

  @Test
  void aServerOfAKnownRootIsTrustedAtTheFirstHandshake() throws Exception {
    Optional<Path> root = serve("sound");
    server.enqueue(new MockResponse.Builder().body("one").build());
    try (HttpTransport transport = trusting(root)) {
      assertThat(transport.send(POST)).isInstanceOf(Transmission.Answered.class);
    }
    assertThat(handshakes).hasSize(1);
  }

  @Test
  void aServerThatBoringSslCannotTalkToIsReachedThroughJava() throws Exception {
    Optional<Path> root = serve("sound", sockets -> new OnlyP521(sockets, handshakes));
    server.enqueue(new MockResponse.Builder().body("one").build());
    server.enqueue(new MockResponse.Builder().body("two").build());
    try (HttpTransport transport = trusting(root)) {
      assertThat(transport.send(POST)).isInstanceOf(Transmission.Answered.class);
      assertThat(transport.send(POST)).isInstanceOf(Transmission.Answered.class);
    }
    assertThat(server.getRequestCount()).isEqualTo(2);
    assertThat(handshakes).as("one that failed, one that both requests share").hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"expired", "future", "stranger"})
  void aCertificateThatIsNotForNowOrNotForThisHostGetsNoRequest(String certificate)
      throws Exception {
    Optional<Path> root = serve(certificate);
    try (HttpTransport transport = trusting(root)) {
      assertThat(transport.send(POST)).isInstanceOf(Transmission.NotSent.class);
    }
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void aRootOfTheRightNameWithAnotherKeyVouchesForNobody() throws Exception {
    serve("sound");
    try (HttpTransport transport = trusting(Optional.of(impostor()))) {
      assertThat(transport.send(POST))
          .isEqualTo(
              new Transmission.NotSent("TLS failed: the certificate of 127.0.0.1 is not trusted"));
    }
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void eitherWayDecidesAlikeWhomToTrust(Handshake handshake) throws Exception {
    X509Certificate[] sound = Certificates.chain("sound");
    TrustRoots roots = handshake.roots();
    Path ours = Certificates.root(dir.resolve("root.pem"));
    roots.with(ours).checkServerTrusted(sound, "GENERIC");
    Path impostor = impostor();
    for (String alias : List.of("sound", "expired", "future")) {
      X509Certificate[] chain = Certificates.chain(alias);
      assertThatThrownBy(() -> roots.java().checkServerTrusted(chain, "GENERIC"))
          .hasMessageContaining("PKIX path building failed");
      assertThatThrownBy(() -> roots.with(impostor).checkServerTrusted(chain, "GENERIC"))
          .hasMessageContaining("PKIX");
    }
  }

  @Test
  void overHttp2ARefusedStreamIsNotSentAgain() throws Exception {
    Optional<Path> root = serve("sound");
    for (int error : new int[] {REFUSED_STREAM, INTERNAL_ERROR}) {
      server.enqueue(
          new MockResponse.Builder().onResponseStart(new SocketEffect.CloseStream(error)).build());
    }
    try (HttpTransport transport = trusting(root)) {
      assertThat(transport.send(POST)).isInstanceOf(Transmission.Lost.class);
      assertThat(server.getRequestCount()).isEqualTo(1);
      assertThat(server.takeRequest().getVersion()).isEqualTo("HTTP/2");
      assertThat(transport.send(POST)).isInstanceOf(Transmission.Lost.class);
      assertThat(server.getRequestCount()).isEqualTo(2);
    }
  }

  @Test
  void aRootFileWithoutACertificateIsAConfigurationFault() throws IOException {
    Path empty = Files.writeString(dir.resolve("empty.pem"), "");
    for (Path bad : new Path[] {empty, dir.resolve("missing.pem")}) {
      try (HttpTransport transport = trusting(Optional.of(bad))) {
        Fault fault = catchThrowableOfType(Fault.class, () -> transport.send(GET));
        assertThat(fault.exitCode()).isEqualTo(ExitCode.CONFIG);
        assertThat(fault.getMessage()).contains(bad.toString());
        assertThatThrownBy(transport::prepare).isInstanceOf(Fault.class);
      }
    }
  }

  /// A root of the same name as ours, made by the JDK's own tool.
  private Path impostor() throws IOException, InterruptedException {
    String store = dir.resolve("impostor.p12").toString();
    Path pem = dir.resolve("impostor.pem");
    keytool(store, "-genkeypair", "-keyalg", "EC", "-ext", "bc=ca:true", "-dname", NAME);
    keytool(store, "-exportcert", "-rfc", "-file", pem.toString());
    return pem;
  }

  private static void keytool(String store, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-alias", "s", "-keystore", store));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", "changeit"));
    command.addAll(List.of(arguments));
    Process keytool =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor()).isZero();
  }
}
