package dev.okxguard.okx;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/// Trusts a server that the first roots vouch for, or else the second ones, which are made only
/// then: reading all of Java's takes time.
final class ServerRoots extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager first;
  private final Optional<Supplier<X509ExtendedTrustManager>> second;

  ServerRoots(X509ExtendedTrustManager first, Optional<Supplier<X509ExtendedTrustManager>> second) {
    this.first = first;
    this.second = second;
  }

  private interface Check {
    void by(X509ExtendedTrustManager roots) throws CertificateException;
  }

  private void either(Check check) throws CertificateException {
    try {
      check.by(first);
    } catch (CertificateException e) {
      if (second.isEmpty() || Reasons.causes(e).anyMatch(ServerRoots::outOfTime)) {
        // Out of time, they do vouch, only not now: nobody else can say more.
        throw e;
      }
      check.by(second.get().get());
    }
  }

  private static boolean outOfTime(Throwable cause) {
    return cause instanceof CertificateExpiredException
        || cause instanceof CertificateNotYetValidException;
  }

  /// How Java calls what BoringSSL says of every handshake of TLS 1.3: that its key exchange does
  /// not tell the kind of the certificate's key.
  private static String inJava(String kind) {
    return "GENERIC".equals(kind) ? "UNKNOWN" : kind;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
      throws CertificateException {
    either(roots -> roots.checkServerTrusted(chain, inJava(kind), socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
      throws CertificateException {
    either(roots -> roots.checkServerTrusted(chain, inJava(kind), engine));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    either(roots -> roots.checkServerTrusted(chain, inJava(kind)));
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket)
      throws CertificateException {
    throw noClients();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
      throws CertificateException {
    throw noClients();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    throw noClients();
  }

  private static CertificateException noClients() {
    return new CertificateException("this program is nobody's server");
  }

  /// None: only a server tells its clients whom it accepts.
  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
