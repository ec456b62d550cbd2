package dev.okxguard.okx;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// Who does the cryptography of TLS. Whom to trust is decided by the same Java code either way.
enum Handshake {
  /// BoringSSL where there is a library of it, else Java. Java's own is written in Java: one
  /// handshake, not yet compiled, takes longer than all the rest of a short command.
  QUICK {
    @Override
    Optional<Provider> provider() {
      return BoringSsl.provider();
    }
  },
  /// Java. It has the last word: it knows more kinds of keys and signatures.
  JAVA {
    @Override
    Optional<Provider> provider() {
      return Optional.empty();
    }
  };

  /// A registered one; Java's own when empty.
  abstract Optional<Provider> provider();

  TrustRoots roots() {
    return new TrustRoots(provider().map(Provider::getName));
  }

  SSLSocketFactory sockets(X509ExtendedTrustManager roots) {
    try {
      SSLContext context = context();
      context.init(null, new TrustManager[] {roots}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  private SSLContext context() throws GeneralSecurityException {
    Optional<Provider> provider = provider();
    return provider.isPresent()
        ? SSLContext.getInstance("TLS", provider.get())
        : SSLContext.getInstance("TLS");
  }
}
