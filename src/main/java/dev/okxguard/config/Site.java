package dev.okxguard.config;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// OKX's sites. A key exists only on the site that issued it. Hosts as in OKX's API guide,
/// "Production trading services".
public enum Site {
  GLOBAL("https://openapi.okx.com", "www.okx.com", "openapi.okx.com", "www.okx.com"),
  EEA("https://eea.okx.com", "my.okx.com", "eea.okx.com"),
  US("https://us.okx.com", "app.okx.com", "us.okx.com", "app.okx.com"),
  TR("https://tr.okx.com", "tr.okx.com", "tr.okx.com");

  private final String rest;
  private final String web;
  private final List<String> hosts;

  Site(String rest, String web, String... hosts) {
    this.rest = rest;
    this.web = web;
    this.hosts = List.of(hosts);
  }

  /// Where the site's REST requests go.
  public URI rest() {
    return URI.create(rest);
  }

  /// The host where people log in, which tells them which site is theirs.
  public String web() {
    return web;
  }

  /// The word in files and variables.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The site that answers on that host, or empty when it is none of OKX's.
  static Optional<Site> ofHost(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(site -> site.hosts.contains(lower)).findFirst();
  }

  /// The site of that word.
  public static Optional<Site> of(String word) {
    return Arrays.stream(values()).filter(site -> site.word().equals(word)).findFirst();
  }

  static Site parse(String text) {
    List<String> words = Arrays.stream(values()).map(Site::word).toList();
    return of(text)
        .orElseThrow(
            () ->
                new Invalid(
                    "it must be one of "
                        + String.join(", ", words)
                        + Suggestion.text(text, words)));
  }
}
