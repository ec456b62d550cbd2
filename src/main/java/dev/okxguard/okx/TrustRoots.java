package dev.okxguard.okx;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/// Whom to trust: Java's own roots and those of a PEM file.
///
/// @param signatures the registered provider that checks a chain's signatures; Java's when empty
record TrustRoots(Optional<String> signatures) {
  /// The file's roots and Java's, which are read only if those of the file do not vouch.
  ///
  /// @throws Fault CONFIG when the file cannot be read or holds no certificate
  X509ExtendedTrustManager with(Path pem) {
    try {
      return new ServerRoots(manager(read(pem)), Optional.of(this::java));
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(pem);
    }
  }

  /// Java's roots.
  X509ExtendedTrustManager java() {
    try {
      TrustManagerFactory factory = factory();
      factory.init((KeyStore) null);
      List<X509Certificate> roots = List.of(first(factory).getAcceptedIssuers());
      return new ServerRoots(manager(roots), Optional.empty());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java trusts nobody", e);
    }
  }

  private X509ExtendedTrustManager manager(List<X509Certificate> roots)
      throws GeneralSecurityException {
    PKIXBuilderParameters parameters =
        new PKIXBuilderParameters(
            roots.stream().map(it -> new TrustAnchor(it, null)).collect(Collectors.toSet()),
            new X509CertSelector());
    // As Java has it, where nobody says otherwise.
    parameters.setRevocationEnabled(false);
    signatures.ifPresent(parameters::setSigProvider);
    TrustManagerFactory factory = factory();
    ManagerFactoryParameters wrapped = new CertPathTrustManagerParameters(parameters);
    factory.init(wrapped);
    return first(factory);
  }

  private static TrustManagerFactory factory() throws GeneralSecurityException {
    return TrustManagerFactory.getInstance("PKIX");
  }

  private static X509ExtendedTrustManager first(TrustManagerFactory factory) {
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static List<X509Certificate> read(Path pem) throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(pem)) {
      List<X509Certificate> roots =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (roots.isEmpty()) {
        throw unusable(pem);
      }
      return roots;
    }
  }

  private static Fault unusable(Path pem) {
    return new Fault(
        ExitCode.CONFIG,
        "ca_file " + pem + " cannot be read or holds no certificate",
        "It must hold PEM certificates (BEGIN CERTIFICATE).");
  }
}
