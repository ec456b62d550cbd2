package dev.okxguard.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where requests go: scheme, host and port, nothing more.
///
/// @param corrected whether the web site's host was replaced by the interface's
record BaseUrl(URI uri, boolean corrected) {
  /// The official wizard writes this web host, which does not serve the interface.
  private static final String EEA_WEB = "my.okx.com";

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|\\[(::1|0:0:0:0:0:0:0:1)]|127(\\.[0-9]{1,3}){3}");

  private static final int HIGHEST_PORT = 65_535;

  static BaseUrl parse(String text) {
    URI uri = uri(text);
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new Invalid("it must be a URL such as https://www.okx.com");
    }
    if (scheme.equals("http") && !loopback(host)) {
      throw new Invalid("it must be https, since only a loopback address may be plain http");
    }
    if (uri.getRawUserInfo() != null || uri.getRawFragment() != null || uri.getRawQuery() != null) {
      throw new Invalid("it must not hold a user, a query or a fragment");
    }
    if (!uri.getRawPath().isEmpty() && !uri.getRawPath().equals("/")) {
      throw new Invalid("it must end after the host and port, without a path");
    }
    if (uri.getPort() >= 0 && !port(uri.getPort())) {
      throw new Invalid("its port must be 1 to " + HIGHEST_PORT);
    }
    if (host.equals(EEA_WEB)) {
      return new BaseUrl(Site.EEA.rest(), true);
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return new BaseUrl(URI.create(scheme + "://" + host + port), false);
  }

  /// Whether it is one of OKX's own hosts or this machine.
  boolean trusted() {
    return loopback(uri.getHost()) || site().isPresent();
  }

  /// The site that answers there, if it is OKX's.
  Optional<Site> site() {
    boolean usual = uri.getPort() < 0 || uri.getPort() == 443;
    return usual ? Site.ofHost(uri.getHost()) : Optional.empty();
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException _) {
      throw new Invalid("it must be a URL such as https://www.okx.com");
    }
  }

  /// Whether something can listen there.
  static boolean port(int number) {
    return number > 0 && number <= HIGHEST_PORT;
  }

  /// Whether that host is this machine itself.
  static boolean loopback(String host) {
    return LOOPBACK.matcher(host).matches();
  }
}
