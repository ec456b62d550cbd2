package dev.okxguard.okx;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;

class EitherRootsTest {
  private static final X509Certificate[] CHAIN = new X509Certificate[0];
  private static final Says YES = new Says(Optional.empty());
  private static final Says NO = new Says(Optional.of(new CertificateException("unknown")));
  private static final Says EXPIRED =
      new Says(
          Optional.of(new CertificateException("old", new CertificateExpiredException("old"))));

  @Test
  void theFirstAreEnoughAndTheSecondAreNotEvenMade() {
    EitherRoots roots =
        new EitherRoots(
            YES,
            () -> {
              throw new AssertionError("made for nothing");
            });
    assertThatCode(() -> check(roots)).doesNotThrowAnyException();
  }

  @Test
  void whomTheFirstDoNotKnowTheSecondMay() {
    assertThatCode(() -> check(new EitherRoots(NO, () -> YES))).doesNotThrowAnyException();
  }

  @Test
  void whomNeitherKnowsIsNotTrusted() {
    assertThatThrownBy(() -> check(new EitherRoots(NO, () -> NO))).hasMessage("unknown");
  }

  @Test
  void whoIsVouchedForButOutOfTimeIsCalledThat() {
    assertThatThrownBy(() -> check(new EitherRoots(EXPIRED, () -> NO))).hasMessage("old");
  }

  @Test
  void noClientIsTrusted() {
    EitherRoots roots = new EitherRoots(YES, () -> YES);
    assertThatThrownBy(() -> roots.checkClientTrusted(CHAIN, "EC"))
        .isInstanceOf(CertificateException.class);
    assertThatThrownBy(() -> roots.checkClientTrusted(CHAIN, "EC", (Socket) null))
        .isInstanceOf(CertificateException.class);
    assertThatThrownBy(() -> roots.checkClientTrusted(CHAIN, "EC", (SSLEngine) null))
        .isInstanceOf(CertificateException.class);
  }

  private static void check(EitherRoots roots) throws CertificateException {
    roots.checkServerTrusted(CHAIN, "EC");
    roots.checkServerTrusted(CHAIN, "EC", (Socket) null);
    roots.checkServerTrusted(CHAIN, "EC", (SSLEngine) null);
  }

  /// Says the same of everybody.
  private static final class Says extends X509ExtendedTrustManager {
    private final Optional<CertificateException> refusal;

    Says(Optional<CertificateException> refusal) {
      this.refusal = refusal;
    }

    private void say() throws CertificateException {
      if (refusal.isPresent()) {
        throw refusal.get();
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
        throws CertificateException {
      say();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
        throws CertificateException {
      say();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind)
        throws CertificateException {
      say();
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
