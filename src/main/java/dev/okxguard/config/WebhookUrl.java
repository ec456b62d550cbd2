package dev.okxguard.config;

import dev.okxguard.model.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// A URL that takes alerts. Whoever knows it can write there, so that it is a secret.
final class WebhookUrl {
  private WebhookUrl() {}

  /// The URL; empty for "".
  static Optional<Secret> parse(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    URI uri = uri(text);
    String host = String.valueOf(uri.getHost());
    boolean plain = "http".equalsIgnoreCase(uri.getScheme());
    if (uri.getHost() == null || !(plain || "https".equalsIgnoreCase(uri.getScheme()))) {
      throw unusable();
    }
    if (plain && !BaseUrl.loopback(host)) {
      throw new Invalid("it must be https, since only a loopback address may be plain http");
    }
    if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      throw new Invalid("it must not hold a user or a fragment");
    }
    return Optional.of(new Secret(uri.toASCIIString()));
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException _) {
      throw unusable();
    }
  }

  private static Invalid unusable() {
    return new Invalid("it must be a URL such as https://hooks.example/key");
  }
}
