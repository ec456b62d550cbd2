package dev.okxguard.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;

class ServerRootsTest {
  private static final X509Certificate[] CHAIN = new X509Certificate[0];
  private static final Says YES = new Says(Optional.empty(), new ArrayList<>());
  private static final Says NO =
      new Says(Optional.of(new CertificateException("unknown")), new ArrayList<>());
  private static final Says EXPIRED =
      new Says(
          Optional.of(new CertificateException("old", new CertificateExpiredException("old"))),
          new ArrayList<>());

  @Test
  void theFirstAreEnoughAndTheSecondAreNotEvenMade() {
    ServerRoots roots =
        new ServerRoots(
            YES,
            Optional.of(
                () -> {
                  throw new AssertionError("made for nothing");
                }));
    assertThatCode(() -> check(roots)).doesNotThrowAnyException();
  }

  @Test
  void whomTheFirstDoNotKnowTheSecondMay() {
    assertThatCode(() -> check(new ServerRoots(NO, second(YES)))).doesNotThrowAnyException();
  }

  @Test
  void whomNeitherKnowsIsNotTrusted() {
    assertThatThrownBy(() -> check(new ServerRoots(NO, second(NO)))).hasMessage("unknown");
  }

  @Test
  void whoIsVouchedForButOutOfTimeIsCalledThat() {
    assertThatThrownBy(() -> check(new ServerRoots(EXPIRED, second(NO)))).hasMessage("old");
  }

  @Test
  void noClientIsTrusted() {
    ServerRoots roots = new ServerRoots(YES, second(YES));
    assertThatThrownBy(() -> roots.checkClientTrusted(CHAIN, "EC"))
        .isInstanceOf(CertificateException.class);
    assertThatThrownBy(() -> roots.checkClientTrusted(CHAIN, "EC", (Socket) null))
        .isInstanceOf(CertificateException.class);
    assertThatThrownBy(() -> roots.checkClientTrusted(CHAIN, "EC", (SSLEngine) null))
        .isInstanceOf(CertificateException.class);
  }

  @Test
  void aKindThatOnlyBoringSslKnowsIsSaidAsJavaSaysIt() throws CertificateException {
    List<String> kinds = new ArrayList<>();
    X509ExtendedTrustManager hears = new Says(Optional.empty(), kinds);
    ServerRoots roots = new ServerRoots(hears, Optional.empty());
    roots.checkServerTrusted(CHAIN, "GENERIC");
    roots.checkServerTrusted(CHAIN, "GENERIC", (Socket) null);
    roots.checkServerTrusted(CHAIN, "GENERIC", (SSLEngine) null);
    roots.checkServerTrusted(CHAIN, "ECDHE_RSA");
    assertThat(kinds).containsExactly("UNKNOWN", "UNKNOWN", "UNKNOWN", "ECDHE_RSA");
  }

  private static Optional<Supplier<X509ExtendedTrustManager>> second(X509ExtendedTrustManager it) {
    return Optional.of(() -> it);
  }

  private static void check(ServerRoots roots) throws CertificateException {
    roots.checkServerTrusted(CHAIN, "EC");
    roots.checkServerTrusted(CHAIN, "EC", (Socket) null);
    roots.checkServerTrusted(CHAIN, "EC", (SSLEngine) null);
  }

  /// Says the same of everybody.
  private static final class Says extends X509ExtendedTrustManager {
    private final Optional<CertificateException> refusal;
    private final List<String> kinds;

    Says(Optional<CertificateException> refusal, List<String> kinds) {
      this.refusal = refusal;
      this.kinds = kinds;
    }

    private void say(String kind) throws CertificateException {
      kinds.add(kind);
      if (refusal.isPresent()) {
        throw refusal.get();
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
        throws CertificateException {
      say(kind);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
        throws CertificateException {
      say(kind);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind)
        throws CertificateException {
      say(kind);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
