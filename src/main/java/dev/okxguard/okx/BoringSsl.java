package dev.okxguard.okx;

import java.security.Provider;
import java.security.Security;
import java.util.Optional;
import org.conscrypt.Conscrypt;

/// BoringSSL, which Conscrypt brings as a library for each platform that we ship. Where none can be
/// loaded everything works as well without, only slower.
final class BoringSsl {
  private static final String NAME = "BoringSSL";

  private BoringSsl() {}

  /// Registered behind Java's own providers, which stay first for whoever asks for none by name.
  static synchronized Optional<Provider> provider() {
    if (Security.getProvider(NAME) == null && Conscrypt.isAvailable()) {
      Security.addProvider(
          Conscrypt.newProviderBuilder().setName(NAME).provideTrustManager(false).build());
    }
    return Optional.ofNullable(Security.getProvider(NAME));
  }
}
