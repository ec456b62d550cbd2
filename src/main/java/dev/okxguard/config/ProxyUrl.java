package dev.okxguard.config;

import java.net.URI;
import java.net.URISyntaxException;

/// An HTTP proxy, maybe with a user and a password, which are not shown.
record ProxyUrl(URI uri) {

  static ProxyUrl parse(String text) {
    try {
      URI uri = new URI(text);
      boolean plain = "http".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
      if (plain && BaseUrl.port(uri.getPort()) && uri.getRawPath().length() <= 1) {
        return new ProxyUrl(uri);
      }
    } catch (URISyntaxException _) {
      // Told below, without the text: it may hold a password.
    }
    throw new Invalid("it must be the URL of an HTTP proxy, such as http://proxy.example:3128");
  }

  @Override
  public String toString() {
    String user = uri.getRawUserInfo() == null ? "" : "****@";
    return uri.getScheme() + "://" + user + uri.getHost() + ":" + uri.getPort();
  }
}
