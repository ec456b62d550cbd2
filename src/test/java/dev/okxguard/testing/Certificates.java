package dev.okxguard.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// Certificates of one root of our own: `sound`, `expired`, `future`, and a `stranger` of another
/// name. Made with keytool -genkeypair -signer ca -startdate … -validity ….
public final class Certificates {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private Certificates() {}

  public static SSLContext context(String alias) {
    try {
      KeyStore all = all();
      KeyStore one = KeyStore.getInstance("PKCS12");
      one.load(null, null);
      one.setKeyEntry(alias, all.getKey(alias, PASSWORD), PASSWORD, all.getCertificateChain(alias));
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(one, PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The root as a PEM file.
  public static Path root(Path file) throws GeneralSecurityException, IOException {
    byte[] root = all().getCertificate("ca").getEncoded();
    return Files.writeString(
        file,
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(root)
            + "\n-----END CERTIFICATE-----\n");
  }

  /// The certificate and those that it stands on.
  public static X509Certificate[] chain(String alias) throws GeneralSecurityException, IOException {
    return Arrays.stream(all().getCertificateChain(alias))
        .map(X509Certificate.class::cast)
        .toArray(X509Certificate[]::new);
  }

  private static KeyStore all() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Certificates.class.getResourceAsStream("/diagnose/tls.p12")) {
      store.load(in, PASSWORD);
    }
    return store;
  }
}
