package dev.okxguard.okx;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/// Whom to trust: Java's own roots and those of a PEM file.
final class TrustRoots {
  private TrustRoots() {}

  /// Java's roots.
  static X509ExtendedTrustManager java() {
    try {
      return manager(null);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java trusts nobody", e);
    }
  }

  /// The file's roots and Java's, which are read only if those of the file do not vouch.
  ///
  /// @throws Fault CONFIG when the file cannot be read or holds no certificate
  static X509ExtendedTrustManager with(Path pem) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (Certificate root : read(pem)) {
        store.setCertificateEntry("extra" + store.size(), root);
      }
      return new EitherRoots(manager(store), TrustRoots::java);
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(pem);
    }
  }

  static SSLContext context(X509ExtendedTrustManager roots) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {roots}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  private static Collection<? extends Certificate> read(Path pem)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(pem)) {
      Collection<? extends Certificate> roots =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (roots.isEmpty()) {
        throw unusable(pem);
      }
      return roots;
    }
  }

  private static X509ExtendedTrustManager manager(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static Fault unusable(Path pem) {
    return new Fault(
        ExitCode.CONFIG,
        "ca_file " + pem + " cannot be read or holds no certificate",
        "It must hold PEM certificates (BEGIN CERTIFICATE).");
  }
}
